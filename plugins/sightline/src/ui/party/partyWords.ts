import { CallParty } from '@sightline/backstage-plugin-sightline-common';

/** What a party is, in words for people. */
const kindWords: Record<CallParty['kind'], string> = {
  service: 'service',
  datastore: 'data store',
  queue: 'topic or queue',
  external: 'outside the catalog',
  unnamed: 'known by its address alone',
  outside: 'not traced',
};

/** "postgresql", where a technology is known, else what it is. */
export const whatIs = ({ kind, technology }: CallParty): string =>
  technology ?? kindWords[kind];

/** What to call it; those who call without being traced have no name. */
export const nameOf = ({ kind, name, id }: CallParty): string => {
  if (kind === 'outside') {
    return name || 'callers that are not traced';
  }
  return name || id;
};

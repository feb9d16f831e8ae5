import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import { CallGraph } from '../graph/CallGraph';
import { edgesTo } from '../graph/neighbours';

export type SharedStore = { store: string; users: string[] };

/**
 * Databases that services of several owners read or write: neither can change a
 * table without the other. Topics are there to be shared and are left out.
 */
export const sharedStores = ({ parties, edges }: CallGraph): SharedStore[] => {
  const isUser = ({ kind }: CallParty) => kind === 'service';
  return [...edgesTo(edges)].flatMap(([store, calls]) => {
    if (parties.get(store)?.kind !== 'datastore') return [];
    const users = [...new Set(calls.map(({ caller }) => caller))]
      .map(id => parties.get(id)!)
      .filter(isUser);
    const owners = new Set(users.map(({ owner }) => owner?.ref ?? 'nobody'));
    return owners.size > 1
      ? [{ store, users: users.map(({ id }) => id).sort() }]
      : [];
  });
};

import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What services need to know about an entity that is none itself. */
export type LookedUpEntity = {
  ref: string;
  /** lower case: group, user, system, domain, api, resource */
  kind: string;
  etag: string;
  name: string;
  /** a group: the groups right above; a user: the groups it is in; a system: its domain */
  parents: string[];
  /** an API: the services that provide it */
  providers: string[];
  /** an API or resource: `spec.type`, its owner and its system */
  type?: string;
  owner?: string;
  system?: string;
};

const asTexts = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string');

const references = (entity: Entity, value: unknown, defaultKind: string) =>
  asTexts(value).flatMap(said => {
    try {
      return stringifyEntityRef(
        parseEntityRef(said, {
          defaultKind,
          defaultNamespace: entity.metadata.namespace ?? 'default',
        }),
      );
    } catch {
      return [];
    }
  });

const displayName = (entity: Entity): string => {
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  const named = profile?.displayName;
  return typeof named === 'string' && named
    ? named
    : entity.metadata.title ?? entity.metadata.name;
};

const parentsOf = (entity: Entity, kind: string) => {
  const { domain, memberOf, parent } = entity.spec ?? {};
  if (kind === 'system') return references(entity, domain, 'domain');
  return references(entity, kind === 'user' ? memberOf : parent, 'group');
};

/**
 * Groups are read from `spec`, not from their relations: those list every
 * member and every owned entity, and a large group's would be fetched again
 * with each of them that changes.
 */
export const toLookedUpEntity = (entity: Entity): LookedUpEntity => {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const { spec = {} } = entity;
  const belongs = kind === 'api' || kind === 'resource';
  return {
    ref: stringifyEntityRef(entity),
    kind,
    etag: entity.metadata.etag ?? '',
    name: displayName(entity),
    parents: parentsOf(entity, kind),
    providers: (entity.relations ?? [])
      .filter(relation => relation.type === 'apiProvidedBy')
      .map(relation => relation.targetRef.toLocaleLowerCase('en-US'))
      .sort(),
    ...(belongs && {
      type: asTexts(spec.type)[0]?.toLocaleLowerCase('en-US'),
      owner: references(entity, spec.owner, 'group')[0],
      system: references(entity, spec.system, 'system')[0],
    }),
  };
};

import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ServiceLink,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';

/**
 * The part of a catalog Component that matters here, with every reference in
 * the comparable spelling. Kept as fetched, so that a row can be made anew when
 * a group or system changes without asking the catalog again.
 */
export type DeclaredService = {
  ref: ServiceRef;
  etag: string;
  name: string;
  namespace: string;
  title?: string;
  description?: string;
  type: string;
  lifecycle?: string;
  owner?: string;
  system?: string;
  annotations: Record<string, string>;
  tags: string[];
  links: ServiceLink[];
  dependsOn: string[];
  consumesApis: string[];
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const targets = (entity: Entity, type: string): string[] =>
  [
    ...new Set(
      (entity.relations ?? [])
        .filter(relation => relation.type === type)
        .map(relation => relation.targetRef.toLocaleLowerCase('en-US')),
    ),
  ].sort();

/** What `spec` says, for entities whose relations are not stitched yet. */
const reference = (
  value: unknown,
  defaultKind: string,
  defaultNamespace: string,
): string | undefined => {
  const said = text(value);
  if (!said) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(said, { defaultKind, defaultNamespace }),
    );
  } catch {
    return undefined; // the catalog reports a malformed reference itself
  }
};

const linksOf = (entity: Entity): ServiceLink[] =>
  (entity.metadata.links ?? [])
    .filter(link => text(link.url))
    .map(({ url, title, type }) => ({
      url,
      ...(title && { title }),
      ...(type && { type }),
    }));

/** Takes from a Component what matters here. */
export const toDeclaredService = (entity: Entity): DeclaredService => {
  const { metadata, spec = {} } = entity;
  const namespace = metadata.namespace ?? 'default';
  const owner =
    targets(entity, 'ownedBy')[0] ?? reference(spec.owner, 'group', namespace);
  const system =
    targets(entity, 'partOf').find(ref => ref.startsWith('system:')) ??
    reference(spec.system, 'system', namespace);
  return {
    ref: stringifyEntityRef(entity),
    etag: metadata.etag ?? '',
    name: metadata.name,
    namespace,
    title: text(metadata.title),
    description: text(metadata.description),
    type: text(spec.type) ?? 'service',
    lifecycle: text(spec.lifecycle),
    owner,
    system,
    annotations: metadata.annotations ?? {},
    tags: [...new Set(metadata.tags ?? [])],
    links: linksOf(entity),
    dependsOn: targets(entity, 'dependsOn'),
    consumesApis: targets(entity, 'consumesApi'),
  };
};

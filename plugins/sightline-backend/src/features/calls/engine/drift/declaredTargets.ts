import {
  Declaration,
  DeclaredDependency,
} from '@sightline/backstage-plugin-sightline-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Catalog } from '../Catalog';

/**
 * Whom a service says it needs: the entity itself, or who stands behind an API.
 *
 * ```
 *   dependsOn    resource:orders-db  ──▶ orders-db
 *   consumesApis payments-api        ──▶ payments, which provides it
 *   consumesApis order-events        ──▶ the topic of that name: it is asyncapi
 * ```
 */
export const declaredTargets = (
  dependencies: readonly DeclaredDependency[],
  catalog: Pick<Catalog, 'resources'>,
): Map<string, Declaration[]> => {
  const targets = new Map<string, Declaration[]>();
  for (const dependency of dependencies) {
    const { relation, ref } = dependency;
    for (const target of targetsOf(dependency, catalog)) {
      targets.set(target, [...(targets.get(target) ?? []), { relation, ref }]);
    }
  }
  return targets;
};

const targetsOf = (
  { relation, ref, providedBy = [], apiType }: DeclaredDependency,
  { resources }: Pick<Catalog, 'resources'>,
): string[] => {
  if (relation === 'dependsOn') return isCallable(ref) ? [ref] : [];
  const topic = apiType === 'asyncapi' ? topicOf(ref) : undefined;
  return topic !== undefined && resources.has(topic) ? [topic] : providedBy;
};

/** Systems and domains are needed by people; calls go to components and resources. */
const isCallable = (ref: string) => /^(component|resource):/.test(ref);

const topicOf = (api: string) =>
  stringifyEntityRef({ ...parseEntityRef(api), kind: 'resource' });

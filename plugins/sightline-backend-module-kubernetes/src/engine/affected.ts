import { WorkloadKind } from '@sightline/backstage-plugin-sightline-common';
import { cronJobOf, namespaceIn, OwnerKey } from './Kept';
import { tableOfKind, Tables } from './tables';

const isWorkload = (kind: string): kind is WorkloadKind =>
  Object.hasOwn(tableOfKind, kind);

/** `Deployment/shop/payments` → its three parts. */
export const partsOf = (key: OwnerKey) => {
  const [kind, namespace, ...name] = key.split('/');
  return { kind, namespace, name: name.join('/') };
};

/**
 * Up to the workload that owns it, whether that is known already or not.
 *
 * ```
 *   Pod ──▶ ReplicaSet ──▶ Deployment
 *    └────▶ Job ──▶ CronJob
 *    └────▶ StatefulSet
 * ```
 */
const workloadOf = (
  tables: Tables,
  key: OwnerKey | undefined,
  depth = 0,
): OwnerKey | undefined => {
  if (!key || depth > 3) return undefined;
  const { kind, namespace, name } = partsOf(key);
  if (isWorkload(kind)) return key;
  const row = `${namespace}/${name}`;
  if (kind === 'Pod')
    return workloadOf(tables, tables.pods.get(row)?.owner, depth + 1);
  if (kind === 'ReplicaSet') {
    return workloadOf(tables, tables.replicasets.get(row)?.owner, depth + 1);
  }
  if (kind === 'HorizontalPodAutoscaler') {
    const { target } = tables.horizontalpodautoscalers.get(row) ?? {};
    return workloadOf(tables, target, depth + 1);
  }
  return cronJobOf(key);
};

const allOf = (tables: Tables, namespace?: string): OwnerKey[] =>
  Object.entries(tableOfKind).flatMap(([kind, name]) =>
    [...tables[name].values()].flatMap(row =>
      namespace === undefined || namespaceIn(row) === namespace
        ? [`${kind}/${row.key}`]
        : [],
    ),
  );

export const everyWorkload = (tables: Tables): OwnerKey[] => allOf(tables);

/** Workloads that look different when this row comes, changes or goes. */
export const affectedBy = (
  tables: Tables,
  name: keyof Tables,
  key: string,
): OwnerKey[] => {
  const up = (from: OwnerKey | undefined) => workloadOf(tables, from) ?? [];
  switch (name) {
    case 'pods':
      return [up(tables.pods.get(key)?.owner)].flat();
    case 'replicasets':
      return [up(tables.replicasets.get(key)?.owner)].flat();
    case 'controllerrevisions':
      return [up(tables.controllerrevisions.get(key)?.owner)].flat();
    case 'horizontalpodautoscalers':
      return [up(tables.horizontalpodautoscalers.get(key)?.target)].flat();
    case 'events':
      return [up(tables.events.get(key)?.about)].flat();
    case 'poddisruptionbudgets': {
      const budget = tables.poddisruptionbudgets.get(key);
      return budget ? allOf(tables, namespaceIn(budget)) : [];
    }
    case 'canaries':
    case 'applications':
      return (tables[name].get(key)?.targets ?? []).flatMap(up);
    default: {
      const row = tables[name].get(key);
      return row ? [`${row.kind}/${row.key}`] : [];
    }
  }
};

import {
  ContainerImage,
  Instant,
  WorkloadLack,
} from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { ClusterState, keyIn } from './ClusterState';
import { namespaceIn, OwnerKey } from './Kept';
import { rolloutsOf } from './rollouts';
import { selects } from './selects';
import { KeptPod } from './shrinkPod';
import { KeptRevision, KeptWarning } from './shrinkOthers';
import { KeptWorkload } from './shrinkWorkload';
import { TableName, Tables } from './tables';
import { joinTroubles } from './joinTroubles';
import { compact } from './raw';

/** Digests of one image that are told; more than one is already one too many. */
const mostDigests = 5;
/** Newest warnings that are told. */
const mostWarnings = 5;

const podsOf = (
  tables: Tables,
  key: OwnerKey,
  sets: KeptRevision[],
): KeptPod[] => [
  ...tables.pods.of(key),
  ...sets.flatMap(set => tables.pods.of(`ReplicaSet/${set.key}`)),
];

/** `registry:5000/shop/web:1.2` → `web:1.2` */
const lastOf = (image: string) => image.slice(image.lastIndexOf('/') + 1);

/**
 * What stands behind the images that are wanted. Pods of the template before have
 * others, and they may: only what has the same name should be the same. A cluster
 * that takes its images from a mirror gives them another name up to the last slash.
 */
const withDigests = (images: ContainerImage[], pods: KeptPod[]) =>
  images.map(wanted => {
    const all = pods.flatMap(pod => pod.running?.[wanted.container] ?? []);
    const same = all.filter(({ image }) => image === wanted.image);
    const alike = all.filter(
      ({ image }) => lastOf(image) === lastOf(wanted.image),
    );
    const running = same.length > 0 ? same : alike;
    const digests = [...new Set(running.map(({ digest }) => digest))];
    return { ...wanted, digests: digests.sort().slice(0, mostDigests) };
  });

const ailingWarnings = (
  tables: Tables,
  own: OwnerKey,
  sets: KeptRevision[],
  pods: KeptPod[],
) => {
  const about = [
    own,
    ...sets.map(set => `ReplicaSet/${set.key}`),
    ...pods.map(pod => `Pod/${pod.key}`),
  ];
  return about.flatMap(key => tables.events.of(key));
};

const newest = (warnings: KeptWarning[]): SeenWorkload['warnings'] => {
  const bySaid = new Map<string, SeenWorkload['warnings'][number]>();
  for (const { said, count, lastAt } of warnings) {
    const same = bySaid.get(said) ?? { said, count: 0, lastAt };
    bySaid.set(said, {
      said,
      count: same.count + count,
      lastAt: Math.max(same.lastAt, lastAt),
    });
  }
  return [...bySaid.values()]
    .sort((a, b) => b.lastAt - a.lastAt)
    .slice(0, mostWarnings);
};

const lacks = (
  own: KeptWorkload,
  state: ClusterState,
  seen: ReadonlySet<TableName>,
): WorkloadLack[] => {
  const { tables } = state;
  const serves = own.kind !== 'CronJob' && own.kind !== 'DaemonSet';
  const isCovered = () =>
    tables.poddisruptionbudgets
      .of(namespaceIn(own))
      .some(budget => selects(budget.selector, own.podLabels));
  // Without budgets to look at nobody knows.
  const isBare = serves && seen.has('poddisruptionbudgets') && !isCovered();
  const isAlone = serves && own.replicas.desired === 1;
  return own.lacks.concat(
    isBare ? ['no-disruption-budget'] : [],
    isAlone ? ['one-replica'] : [],
  );
};

const restartsOf = (pods: KeptPod[]): SeenWorkload['restarts'] => {
  const ends = pods.flatMap(pod => pod.history?.lastRestartAt ?? []);
  const lastAt = ends.length > 0 ? Math.max(...ends) : undefined;
  const total = pods.reduce((sum, pod) => sum + pod.restarts, 0);
  return compact({ total, lastAt });
};

export type Seeing = {
  cluster: string;
  /** types that could be listed; of others nothing is concluded */
  seen: ReadonlySet<TableName>;
  now: Instant;
};

/** One workload with everything about it; `undefined` when there is none of that name. */
export const seeWorkload = (
  state: ClusterState,
  key: OwnerKey,
  { cluster, seen, now }: Seeing,
): SeenWorkload | undefined => {
  const own = state.workload(key);
  if (!own) return undefined;
  const { tables } = state;
  const sets = tables.replicasets.of(key);
  const pods = podsOf(tables, key, sets);
  const warnings = ailingWarnings(tables, key, sets, pods);
  const revisions = [...sets, ...tables.controllerrevisions.of(key)];
  const [delivery] = [
    ...tables.canaries.of(key),
    ...tables.applications.of(key),
  ];
  const revision =
    own.template.revision ??
    Math.max(0, ...revisions.map(one => one.revision ?? 0));
  return compact<SeenWorkload>({
    key: keyIn(cluster, key),
    labels: own.labels,
    createdAt: own.createdAt,
    paused: own.paused,
    generation: own.generation,
    observedGeneration: own.observedGeneration,
    replicas: own.replicas,
    held: own.held,
    conditions: own.conditions,
    template: compact({
      ...own.template,
      revision: revision || undefined,
      images: withDigests(own.template.images, pods),
      ...rolloutsOf(own, revisions),
    }),
    troubles: joinTroubles(pods, warnings, now),
    restarts: restartsOf(pods),
    autoscaler: tables.horizontalpodautoscalers.of(key)[0]?.autoscaler,
    lacks: lacks(own, state, seen),
    warnings: newest(warnings),
    delivery: own.delivery ?? delivery?.delivery,
  });
};

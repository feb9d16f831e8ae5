import {
  ContainerImage,
  Instant,
  WorkloadLack,
} from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { ClusterState, keyIn } from './ClusterState';
import { OwnerKey } from './Kept';
import { selects } from './selects';
import { KeptPod } from './shrinkPod';
import { KeptReplicaSet, KeptWarning } from './shrinkOthers';
import { KeptWorkload } from './shrinkWorkload';
import { TableName, Tables } from './tables';
import { joinTroubles } from './joinTroubles';
import { compact } from './raw';

/** Digests of one container that are told: during a rollout there are two. */
const mostDigests = 5;
/** Newest warnings that are told. */
const mostWarnings = 5;

const podsOf = (
  tables: Tables,
  key: OwnerKey,
  sets: KeptReplicaSet[],
): KeptPod[] => [
  ...tables.pods.of(key),
  ...sets.flatMap(set => tables.pods.of(`ReplicaSet/${set.key}`)),
];

const withDigests = (images: ContainerImage[], pods: KeptPod[]) =>
  images.map(image => {
    const digests = new Set(
      pods.flatMap(pod => pod.digests?.[image.container] ?? []),
    );
    return { ...image, digests: [...digests].sort().slice(0, mostDigests) };
  });

/**
 * When the template that is rolled out now came to be. A restart makes a new
 * ReplicaSet of the same template, and a rollback takes an old one back:
 *
 *   revision   1    2    3 (restart of 2)   4 (back to 1)
 *   template   a    b    b                  a
 *   since           ↑ for 2 and 3           ↑ the last progress, as its set is old
 */
const rolledOutAt = (
  own: KeptWorkload,
  sets: KeptReplicaSet[],
): Instant | undefined => {
  const newestFirst = [...sets].sort(
    (a, b) => (b.revision ?? 0) - (a.revision ?? 0),
  );
  const other = newestFirst.findIndex(
    set => set.template !== newestFirst[0].template,
  );
  const first = newestFirst.slice(0, other < 0 ? undefined : other).at(-1);
  return first?.reused ? own.conditions.Progressing?.since : first?.createdAt;
};

const ailingWarnings = (
  tables: Tables,
  own: OwnerKey,
  sets: KeptReplicaSet[],
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
) => {
  const { tables } = state;
  const serves = own.kind !== 'CronJob' && own.kind !== 'DaemonSet';
  const isCovered = () =>
    tables.poddisruptionbudgets
      .of(own.namespace)
      .some(budget => selects(budget.selector, own.podLabels));
  const all: WorkloadLack[] = [...own.lacks];
  // Without budgets to look at nobody knows.
  if (serves && seen.has('poddisruptionbudgets') && !isCovered()) {
    all.push('no-disruption-budget');
  }
  if (serves && own.replicas.desired === 1) all.push('one-replica');
  return all;
};

const restartsOf = (pods: KeptPod[]): SeenWorkload['restarts'] => {
  const ends = pods.flatMap(pod => pod.lastRestartAt ?? []);
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
  const current = sets.length > 0 ? rolledOutAt(own, sets) : undefined;
  const [delivery] = [
    ...tables.canaries.of(key),
    ...tables.applications.of(key),
  ];
  const revision =
    own.template.revision ?? Math.max(0, ...sets.map(set => set.revision ?? 0));
  return compact<SeenWorkload>({
    key: keyIn(cluster, key),
    labels: own.labels,
    createdAt: own.createdAt,
    paused: own.paused,
    generation: own.generation,
    observedGeneration: own.observedGeneration,
    replicas: own.replicas,
    conditions: own.conditions,
    template: compact({
      ...own.template,
      revision: revision || undefined,
      images: withDigests(own.template.images, pods),
      since: current,
    }),
    troubles: joinTroubles(pods, warnings, now),
    restarts: restartsOf(pods),
    autoscaler: tables.horizontalpodautoscalers.of(key)[0]?.autoscaler,
    lacks: lacks(own, state, seen),
    warnings: newest(warnings),
    delivery: own.delivery ?? delivery?.delivery,
  });
};

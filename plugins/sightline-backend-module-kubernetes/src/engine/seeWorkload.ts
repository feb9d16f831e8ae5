import {
  ContainerImage,
  Instant,
  WorkloadLack,
} from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { ClusterState, keyIn } from './ClusterState';
import { namespaceIn, OwnerKey } from './Kept';
import { selects } from './selects';
import { KeptPod } from './shrinkPod';
import { KeptRevision, KeptWarning } from './shrinkOthers';
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
  sets: KeptRevision[],
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
 *
 * Of StatefulSets and DaemonSets nobody says when they last progressed: after a
 * rollback it is not known. Nor is it while the newest revision has another template:
 * the one that is wanted now is not rolled out yet. (Rollouts put words of their own
 * into the templates they copy, so there the two may differ.)
 */
const rolledOutAt = (
  own: KeptWorkload,
  revisions: KeptRevision[],
): Instant | undefined => {
  const newestFirst = [...revisions].sort(
    (a, b) => (b.revision ?? 0) - (a.revision ?? 0),
  );
  const isOut = newestFirst[0].template === own.template.id;
  if (!isOut && own.kind !== 'Rollout') return undefined;
  const other = newestFirst.findIndex(
    one => one.template !== newestFirst[0].template,
  );
  const split = other < 0 ? newestFirst.length : other;
  const first = newestFirst[split - 1];
  const isOld = newestFirst
    .slice(split)
    .some(one => (one.createdAt ?? 0) > (first.createdAt ?? 0));
  return first.reused || isOld
    ? own.conditions.Progressing?.since
    : first.createdAt;
};

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
  const since = revisions.length > 0 ? rolledOutAt(own, revisions) : undefined;
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
    conditions: own.conditions,
    template: compact({
      ...own.template,
      revision: revision || undefined,
      images: withDigests(own.template.images, pods),
      since,
    }),
    troubles: joinTroubles(pods, warnings, now),
    restarts: restartsOf(pods),
    autoscaler: tables.horizontalpodautoscalers.of(key)[0]?.autoscaler,
    lacks: lacks(own, state, seen),
    warnings: newest(warnings),
    delivery: own.delivery ?? delivery?.delivery,
  });
};

import {
  Evidence,
  FactDefinition,
  FactReading,
  FactValue,
  Workload,
  WorkloadLack,
} from '@sightline/backstage-plugin-sightline-common';
import { FactProvider } from '@sightline/backstage-plugin-sightline-node';
import { RunningService, WorkloadsReader } from '../WorkloadsReader';

type Fact = Omit<FactDefinition, 'id'> & {
  /** undefined while it cannot be told */
  of(said: RunningService): FactValue | undefined;
};

/** What answers requests for ever; of what runs now and then no probe is wanted. */
const serving = ({ workloads }: RunningService) =>
  workloads.filter(({ key }) => key.kind !== 'CronJob');

/** How many of it there are is somebody's choice. */
const scaled = (said: RunningService) =>
  serving(said).filter(({ key }) => key.kind !== 'DaemonSet');

/** Whether all of them have what good practice would have; undefined without any. */
const allHave = (all: readonly Workload[], ...lacks: WorkloadLack[]) =>
  all.length === 0
    ? undefined
    : !all.some(one => one.lacks.some(lack => lacks.includes(lack)));

/** Where budgets may not be listed, that none is seen says nothing. */
const seesBudgets = ({ gaps }: RunningService, { key }: Workload) =>
  !gaps.some(
    ({ cluster, words }) =>
      cluster === key.cluster && words.includes('poddisruptionbudgets'),
  );

/** Nor does it where pods may not be, or nobody knows whose they are. */
const seesPods = ({ gaps, workloads }: RunningService) =>
  !gaps.some(
    ({ cluster, words }) =>
      /^(pods|replicasets) /.test(words) &&
      workloads.some(({ key }) => key.cluster === cluster),
  );

const facts: Record<string, Fact> = {
  rollout: {
    ...{ type: 'string', title: 'Rollout' },
    description:
      'Of the worst workload: stuck, degraded, progressing, paused, unknown or complete',
    of: ({ inShort }) => inShort.health.state,
  },
  clusters: {
    ...{ type: 'strings', title: 'Clusters' },
    description: 'Where it runs',
    of: ({ workloads }) =>
      [...new Set(workloads.map(({ key }) => key.cluster))].sort(),
  },
  versions: {
    ...{ type: 'strings', title: 'Versions' },
    description: 'Everything that runs of it, in any cluster',
    of: ({ workloads }) =>
      [...new Set(workloads.flatMap(({ version }) => version ?? []))].sort(),
  },
  skew: {
    ...{ type: 'boolean', title: 'Version skew' },
    description: 'Whether a workload of it runs in different versions',
    of: ({ skew }) => skew !== undefined,
  },
  replicas: {
    ...{ type: 'number', title: 'Replicas', unit: 'count' },
    description: 'Pods that are wanted, of the workload that wants fewest',
    of: said => least(scaled(said).map(({ replicas }) => replicas.desired)),
  },
  available: {
    ...{ type: 'number', title: 'Available', unit: 'ratio' },
    description: 'Share of the wanted pods that are available',
    of(said) {
      const all = serving(said).map(({ replicas }) => replicas);
      const desired = all.reduce((sum, one) => sum + one.desired, 0);
      const there = all.reduce(
        (sum, one) => sum + Math.min(one.available, one.desired),
        0,
      );
      return desired === 0 ? undefined : there / desired;
    },
  },
  probes: {
    ...{ type: 'boolean', title: 'Has probes' },
    description:
      'Every container tells whether it is ready and whether it lives',
    of: said =>
      allHave(serving(said), 'no-readiness-probe', 'no-liveness-probe'),
  },
  limits: {
    ...{ type: 'boolean', title: 'Has limits' },
    description: 'Every container says what it needs and what it may take',
    of: ({ workloads }) => allHave(workloads, 'no-requests', 'no-limits'),
  },
  pdb: {
    ...{ type: 'boolean', title: 'Has a disruption budget' },
    description: 'A PodDisruptionBudget covers what answers requests',
    of(said) {
      const all = scaled(said);
      return all.every(one => seesBudgets(said, one))
        ? allHave(all, 'no-disruption-budget')
        : undefined;
    },
  },
  pinnedImages: {
    ...{ type: 'boolean', title: 'Has pinned images' },
    description: 'No image is taken by a tag that moves, as latest does',
    of: ({ workloads }) => allHave(workloads, 'floating-image'),
  },
  restartsLastHour: {
    ...{ type: 'number', title: 'Restarts in the last hour', unit: 'count' },
    description: 'Of all containers in all clusters',
    of: said =>
      seesPods(said)
        ? said.workloads.reduce((sum, one) => sum + one.restarts.lastHour, 0)
        : undefined,
  },
  troubledPods: {
    ...{ type: 'number', title: 'Pods in trouble', unit: 'count' },
    description: 'Unable to start, crashing, evicted, without a node…',
    of: said =>
      seesPods(said)
        ? said.workloads
            .flatMap(({ troubles }) => troubles)
            .reduce((sum, { count }) => sum + count, 0)
        : undefined,
  },
  autoscalerAtMaximum: {
    ...{ type: 'boolean', title: 'Autoscaler at its maximum' },
    description: 'Whether any workload has all the pods it may have',
    of({ workloads }) {
      const all = workloads.flatMap(({ autoscaler }) => autoscaler ?? []);
      return all.length === 0
        ? undefined
        : all.some(({ atMaximum }) => atMaximum);
    },
  },
  lastDeploy: {
    ...{ type: 'string', title: 'Last deploy' },
    description: 'When its pod template last changed, as ISO 8601 in UTC',
    of: ({ inShort }) => inShort.lastDeploy?.at,
  },
};

const least = (values: readonly number[]) =>
  values.length === 0 ? undefined : Math.min(...values);

/** What is said of all of them holds as of when the one was seen that was seen first. */
const evidenceOf = ({ workloads }: RunningService): Evidence =>
  workloads
    .map(({ evidence }) => evidence)
    .reduce((a, b) => (b.observedAt < a.observedAt ? b : a));

const readingsOf = (said: RunningService): FactReading[] => {
  const evidence = evidenceOf(said);
  return Object.entries(facts).flatMap(([name, { of }]) => {
    const value = of(said);
    return value === undefined
      ? []
      : [{ fact: `workloads.${name}`, value, evidence }];
  });
};

/** What scorecards and pages can know of workloads. */
export const createWorkloadsFactProvider = (
  reader: Pick<WorkloadsReader, 'running'>,
): FactProvider => ({
  definitions: Object.entries(facts).map(
    ([name, { of: _, ...definition }]) => ({
      id: `workloads.${name}`,
      ...definition,
    }),
  ),

  async read(services) {
    const running = await reader.running(services);
    return new Map(
      [...running].map(([ref, said]) => [ref, readingsOf(said)] as const),
    );
  },
});

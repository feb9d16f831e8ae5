import type { Truth } from '@sightline/town';

type Trouble = Truth['workloads'][number];
type Run = Truth['services'][number]['runs'][number];

/** What runs for a service, of what the API answers. */
export type WorkloadsAnswer = {
  workloads: WorkloadAnswer[];
  skew?: { versions: { version: string; clusters: string[] }[] };
  lockStep: { services: string[]; together: number; of: number }[];
  gaps: unknown[];
  unknown?: { reason: string };
};
export type WorkloadAnswer = {
  key: { cluster: string; namespace: string; kind: string; name: string };
  version?: string;
  rollout: { state: string };
  replicas: { desired: number; updated: number; available: number };
  troubles: { trouble: string; words: string; count: number }[];
  restarts: { lastHour: number };
  autoscaler?: { atMaximum: boolean; max: number };
  lacks: string[];
};
export type DeployAnswer = {
  workload: WorkloadAnswer['key'];
  kind: string;
  at: string;
  toVersion?: string;
};

const isAbout = (run: Run, trouble: Trouble) =>
  'cluster' in trouble &&
  trouble.cluster === run.cluster &&
  trouble.name === run.name;

const nameOf = ({ cluster, namespace, kind, name }: WorkloadAnswer['key']) =>
  `${cluster} ${kind}/${namespace}/${name}`;

/** `harbour-eu1 Deployment/checkout/cart 7.5.1 complete, 3 of 3 updated, 3 available` */
export const workloadsOfTruth = (truth: Truth, service: string): string[] =>
  runsOf(truth, service).map(run => {
    const hanging = truth.workloads.find(
      one => isAbout(run, one) && 'toVersion' in one,
    );
    const { toVersion, desired, updated, available } =
      hanging && 'toVersion' in hanging
        ? hanging
        : { ...healthy(run), toVersion: run.version };
    const state = hanging ? 'stuck' : 'complete';
    return `${nameOf(
      run,
    )} ${toVersion} ${state}, ${updated} of ${desired} updated, ${available} available`;
  });

export const runsOf = ({ services }: Truth, service: string) =>
  services.find(({ name }) => name === service)?.runs ?? [];

/** Nothing of a CronJob is there all the time. */
const healthy = ({ kind, replicas }: Run) => {
  const there = kind === 'CronJob' ? 0 : replicas;
  return { desired: there, updated: there, available: there };
};

export const workloadsOfAnswer = ({ workloads }: WorkloadsAnswer) =>
  workloads.map(({ key, version, rollout: { state }, replicas }) => {
    const { desired, updated, available } = replicas;
    return `${nameOf(
      key,
    )} ${version} ${state}, ${updated} of ${desired} updated, ${available} available`;
  });

/** What is wrong, in the portal's words. */
const inWords: Record<string, string> = {
  'rollout-stuck': 'not-ready',
  'image-pull': 'image-pull',
  'hpa-at-maximum': 'at-maximum',
  'no-readiness-probe': 'no-readiness-probe',
  'no-limits': 'no-limits',
};

/** How many pods are concerned, where that is part of it. */
const countOf = (trouble: Trouble) => {
  if ('updated' in trouble) return [trouble.updated];
  return 'maxReplicas' in trouble ? [trouble.maxReplicas] : [];
};

/** `harbour-eu1 Deployment/discovery/reviews image-pull 1`, a line each. */
export const troublesOfTruth = ({ workloads }: Truth): string[] =>
  workloads
    .flatMap(one => {
      const word = inWords[one.trouble];
      return word && 'cluster' in one
        ? [[nameOf(one), word, ...countOf(one)].join(' ')]
        : [];
    })
    .sort();

export const troublesOfAnswer = (workloads: WorkloadAnswer[]): string[] =>
  workloads
    .flatMap(({ key, troubles, autoscaler, lacks }) =>
      [
        ...troubles.map(({ trouble, count }) => `${trouble} ${count}`),
        ...(autoscaler?.atMaximum ? [`at-maximum ${autoscaler.max}`] : []),
        ...lacks,
      ].map(word => `${nameOf(key)} ${word}`),
    )
    .sort();

const UNITS: Record<string, number> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `-95m`, before the town's start. */
const momentOf = (text: string, startMs: number) => {
  const [, count, unit] = /^-(\d+)([mhd])$/.exec(text) ?? [];
  return startMs - Number(count) * UNITS[unit];
};

/** Clusters know no milliseconds. */
const atSecond = (ms: number) => new Date(Math.floor(ms / 1000) * 1000);

/** `2026-11-21T12:00:00.000Z harbour-eu1 Deployment/checkout/cart 7.5.1`, all of them. */
export const deploysOfTruth = (truth: Truth, startMs: number): string[] =>
  truth.deploys
    .map(({ service, cluster, version, at }) => {
      const run = runsOf(truth, service).find(one => one.cluster === cluster)!;
      const time = atSecond(momentOf(at, startMs)).toISOString();
      return `${time} ${nameOf(run)} ${version}`;
    })
    .sort();

export const deployOfAnswer = ({ at, workload, toVersion }: DeployAnswer) =>
  `${new Date(at).toISOString()} ${nameOf(workload)} ${toVersion}`;

/** `3.6.2 in harbour-us1`, by version. */
export const skewOfTruth = ({ workloads }: Truth, service: string): string[] =>
  workloads
    .filter(one => one.service === service)
    .flatMap(one => ('versions' in one ? one.versions : []))
    .map(({ version, cluster }) => `${version} in ${cluster}`)
    .sort();

export const skewOfAnswer = ({ skew }: WorkloadsAnswer): string[] =>
  (skew?.versions ?? [])
    .map(({ version, clusters }) => `${version} in ${clusters.join(', ')}`)
    .sort();

/** `inventory, warehouse: 6 of 6`, of everybody. */
export const lockStepsOfTruth = ({ planted }: Truth): string[] =>
  planted.flatMap(({ kind, services, evidence }) =>
    kind === 'lock-step-deploys'
      ? [
          `${[...services].sort().join(', ')}: ${evidence.deploysTogether} of ${
            evidence.ofDeploys
          }`,
        ]
      : [],
  );

export const lockStepsOfAnswers = (answers: WorkloadsAnswer[]): string[] => [
  ...new Set(
    answers
      .flatMap(({ lockStep }) => lockStep)
      .map(({ services, together, of }) => {
        const names = services.map(ref => ref.slice(ref.indexOf('/') + 1));
        return `${names.sort().join(', ')}: ${together} of ${of}`;
      }),
  ),
];

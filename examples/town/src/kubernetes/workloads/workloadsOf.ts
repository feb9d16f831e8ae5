import { templateHash } from '../../engine/instances.ts';
import { momentOf } from '../../engine/moments.ts';
import { seededRandom } from '../../engine/random.ts';
import type {
  Hanging,
  Limited,
  Run,
  Service,
  TrueTrouble,
  Truth,
} from '../../engine/Truth.ts';
import type { Revision, Workload } from './Workload.ts';

const DAY = 86_400_000;

type Around = { truth: Truth; startMs: number };
type Told = { service: Service; run: Run };

/** What runs in a cluster, in the order of the truth. */
export function workloadsOf(
  cluster: string,
  { truth, startMs }: Around,
): Workload[] {
  return truth.services.flatMap(service =>
    service.runs
      .filter(run => run.cluster === cluster)
      .map(run => workloadOf({ service, run }, { truth, startMs })),
  );
}

function workloadOf(told: Told, around: Around): Workload {
  const { service, run } = told;
  const { startMs } = around;
  const troubles = troublesOf(told, around.truth);
  const hanging = troubles.find(isHanging);
  const revisions = revisionsOf(told, { ...around, troubles });
  const serving = hanging
    ? revisions.findLast(({ version }) => version === hanging.fromVersion)!
    : revisions[revisions.length - 1];
  const says = (trouble: string) =>
    troubles.some(one => one.trouble === trouble);
  const chance = seededRandom(`${run.cluster}/${run.name}/created`);
  return {
    service: service.name,
    run,
    otel: service.otel,
    createdMs: revisions[0].atMs - (100 + chance.below(500)) * DAY,
    revisions,
    serving,
    // Machines are replaced every few weeks, and their pods with them.
    podsMs: Math.max(serving.atMs, startMs - (4 + chance.below(16)) * DAY),
    ...(hanging && { hanging }),
    without: {
      readinessProbe: says('no-readiness-probe'),
      limits: says('no-limits'),
    },
    ...autoscalerOf(told, { truth: around.truth, startMs }),
  };
}

const isHanging = (trouble: TrueTrouble): trouble is TrueTrouble & Hanging =>
  trouble.trouble === 'rollout-stuck' || trouble.trouble === 'image-pull';

const isLimited = (trouble: TrueTrouble): trouble is TrueTrouble & Limited =>
  trouble.trouble === 'hpa-at-maximum';

/** What is said of the service in this cluster; skew is nobody's alone. */
const troublesOf = ({ service, run }: Told, { workloads }: Truth) =>
  workloads.filter(
    trouble =>
      trouble.service === service.name &&
      'cluster' in trouble &&
      trouble.cluster === run.cluster,
  );

/** The same chart everywhere: who has an autoscaler in one cluster has it in all. */
function autoscalerOf(
  { service, run }: Told,
  { truth, startMs }: Around,
): Pick<Workload, 'autoscaler'> {
  const limited = truth.workloads
    .filter(isLimited)
    .find(trouble => trouble.service === service.name);
  if (!limited) return {};
  return {
    autoscaler: {
      ...limited,
      limited: 'cluster' in limited && limited.cluster === run.cluster,
      sinceMs: momentOf(limited.since, startMs),
    },
  };
}

/** A template came there, or the same one anew. */
type Rollout = { version: string; atMs: number; restartedMs?: number };

/**
 * Which templates it had, as far as the cluster remembers: the `deploys`, after one
 * from long ago where none of them came to its end. A restart is one more of the same.
 */
function revisionsOf(
  told: Told,
  around: Around & { troubles: TrueTrouble[] },
): Revision[] {
  const { run } = told;
  const rollouts = [
    ...deploysOf(told, around),
    ...restartsOf(told, around),
  ].sort((a, b) => a.atMs - b.atMs);
  const before = seededRandom(`${run.cluster}/${run.name}/revisions`).below(40);
  const repository = run.image.slice(0, run.image.lastIndexOf(':'));
  return rollouts.map((rollout, nth) => ({
    ...rollout,
    number: before + nth + 1,
    image: `${repository}:${rollout.version}`,
    hash: templateHash(run, hashedBy(rollout, rollouts.slice(nth + 1))),
  }));
}

function deploysOf(
  { service, run }: Told,
  { truth, startMs, troubles }: Around & { troubles: TrueTrouble[] },
): Rollout[] {
  const deploys = truth.deploys.filter(
    one => one.service === service.name && one.cluster === run.cluster,
  );
  const known = deploys.map(({ version, at }) => ({
    version,
    atMs: momentOf(at, startMs),
  }));
  if (deploys.some(({ completed = true }) => completed)) return known;
  const days = 60 + seededRandom(`${run.cluster}/${run.name}`).below(140);
  const since = troubles.map(one => momentOf(one.since, startMs));
  const longAgoMs = Math.min(startMs - days * DAY, ...since) - DAY;
  return [{ version: run.version, atMs: longAgoMs }, ...known];
}

const restartsOf = (
  { run }: Told,
  { troubles, startMs }: { troubles: TrueTrouble[]; startMs: number },
): Rollout[] =>
  troubles
    .filter(({ trouble }) => trouble === 'none')
    .map(({ since }) => momentOf(since, startMs))
    .map(atMs => ({ version: run.version, atMs, restartedMs: atMs }));

/** The last one of a version is called by the version alone, as the spans call it. */
const hashedBy = ({ version }: Rollout, later: Rollout[]) =>
  later.some(one => one.version === version)
    ? `${version} before it was restarted`
    : version;

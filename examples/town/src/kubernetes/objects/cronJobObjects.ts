import { seededRandom } from '../../engine/random.ts';
import { lastTimes } from '../workloads/schedule.ts';
import { wantedOf, type Present } from '../workloads/Workload.ts';
import {
  conditionsOf,
  metadataOf,
  moment,
  ownedBy,
  type KubeObject,
} from './KubeObject.ts';
import { labelsOf, podTemplate } from './podTemplate.ts';
import { podOf } from './podOf.ts';

/** How long a Job takes, from its hour to its end. */
const TAKES_MS = 8000;
const KEPT = 3;

/** A CronJob, its last Jobs, and their pods; a Job is there when it is done. */
export function cronJobObjects(present: Present) {
  const { workload, nowMs } = present;
  const { schedule = '0 0 * * *' } = workload.run;
  const times = lastTimes(schedule, nowMs - TAKES_MS, KEPT);
  const cronjob = cronJobOf(present, { schedule, lastMs: times[0] });
  const jobs = times.map(atMs => jobOf(present, cronjob, atMs));
  return {
    cronjobs: [cronjob],
    jobs,
    pods: jobs.map((job, nth) => podOfJob(present, job, times[nth])),
  };
}

function cronJobOf(
  { workload }: Present,
  { schedule, lastMs }: { schedule: string; lastMs: number },
): KubeObject {
  const { run, createdMs } = workload;
  const wanted = wantedOf(workload);
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadataOf(
      { ...run, createdMs },
      { generation: wanted.number, labels: labelsOf(workload, wanted) },
    ),
    spec: {
      schedule,
      ...{ concurrencyPolicy: 'Forbid', suspend: false },
      ...{ successfulJobsHistoryLimit: KEPT, failedJobsHistoryLimit: 1 },
      jobTemplate: { spec: jobSpec(workload) },
    },
    status: {
      lastScheduleTime: moment(lastMs),
      lastSuccessfulTime: moment(lastMs + TAKES_MS),
    },
  };
}

const jobSpec = (workload: Present['workload']) => ({
  ...{ parallelism: 1, completions: 1, backoffLimit: 2 },
  template: podTemplate(workload, wantedOf(workload)),
});

/** The controller puts the minute behind the name. */
const jobName = (name: string, atMs: number) => `${name}-${atMs / 60_000}`;

function jobOf(
  { workload }: Present,
  cronjob: KubeObject,
  atMs: number,
): KubeObject {
  const { run } = workload;
  const name = jobName(run.name, atMs);
  const endMs = atMs + TAKES_MS;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadataOf(
      { ...run, kind: 'Job', name, createdMs: atMs },
      { labels: labelsOf(workload, wantedOf(workload)), ...ownedBy(cronjob) },
    ),
    spec: jobSpec(workload),
    status: {
      ...{ succeeded: 1, ready: 0 },
      ...{ startTime: moment(atMs), completionTime: moment(endMs) },
      conditions: conditionsOf([
        { type: 'Complete', status: 'True', sinceMs: endMs },
      ]),
    },
  };
}

function podOfJob(
  { workload }: Present,
  job: KubeObject,
  atMs: number,
): KubeObject {
  const { name } = job.metadata;
  const { cluster } = workload.run;
  return podOf({
    ...{ workload, revision: wantedOf(workload), owner: job },
    name: `${name}-${seededRandom(`${cluster}/${name}`).hex(3).slice(0, 5)}`,
    madeMs: atMs,
    state: { is: 'done', sinceMs: atMs + TAKES_MS },
    labels: { 'batch.kubernetes.io/job-name': name },
  });
}

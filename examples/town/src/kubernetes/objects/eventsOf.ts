import { seededRandom } from '../../engine/random.ts';
import type { Present, Silence } from '../workloads/Workload.ts';
import { metadataOf, moment, type KubeObject } from './KubeObject.ts';

/** A cluster forgets what it has not heard again for an hour. */
const KEPT_MS = 3_600_000;

/** Who says the same again and again is written down every five minutes. */
const STEP_MS = 300_000;

type Said = {
  about: KubeObject;
  type: 'Warning' | 'Normal';
  reason: string;
  message: string;
  /** first heard then, and until the end if there is one */
  fromMs: number;
  toMs?: number;
  everyMs: number;
};

/** What nodes said about the pods of a workload within the last hour. */
export function eventsOf(present: Present, pods: KubeObject[]): KubeObject[] {
  const { silences, nowMs, workload } = present;
  return pods
    .flatMap(pod => [
      ...hangingOf(pod, present),
      ...silences
        .filter(({ fromMs }) => fromMs <= nowMs)
        .map(silence => silenceOf(pod, silence)),
    ])
    .flatMap(said => eventOf(said, { nowMs, cluster: workload.run.cluster }));
}

const madeMs = ({ metadata }: KubeObject) =>
  Date.parse(metadata.creationTimestamp);

function hangingOf(pod: KubeObject, { workload }: Present): Said[] {
  const { hanging, revisions } = workload;
  const { version, image } = revisions[revisions.length - 1];
  const isNew = pod.metadata.labels?.['app.kubernetes.io/version'] === version;
  if (!hanging || !isNew) return [];
  const { message, reason } = hanging;
  const fromMs = madeMs(pod) + 10_000;
  const warns = { about: pod, type: 'Warning' as const, fromMs };
  if (hanging.trouble === 'rollout-stuck') {
    const said = `Readiness probe failed: ${message}`;
    return [{ ...warns, reason: 'Unhealthy', message: said, everyMs: 5000 }];
  }
  const [pulling, backOff] = [
    `Failed to pull image "${image}": ${message}`,
    `Back-off pulling image "${image}"`,
  ];
  const often = { everyMs: STEP_MS };
  return [
    { ...warns, reason: 'Failed', message: pulling, ...often },
    { ...warns, reason: 'Failed', message: `Error: ${reason}`, ...often },
    {
      ...{ about: pod, type: 'Normal', reason: 'BackOff', message: backOff },
      ...{ fromMs, everyMs: 15_000 },
    },
  ];
}

function silenceOf(pod: KubeObject, { fromMs, toMs }: Silence): Said {
  const { podIP } = pod.status as { podIP: string };
  const address = `${podIP}:8080`;
  return {
    ...{ about: pod, type: 'Warning', reason: 'Unhealthy', fromMs, toMs },
    message: `Readiness probe failed: Get "http://${address}/ready": dial tcp ${address}: connect: connection refused`,
    everyMs: 5000,
  };
}

function eventOf(
  { about, type, reason, message, fromMs, toMs = Infinity, everyMs }: Said,
  { nowMs, cluster }: { nowMs: number; cluster: string },
): KubeObject[] {
  const untilMs = Math.min(nowMs, toMs);
  const lastMs = fromMs + Math.floor((untilMs - fromMs) / STEP_MS) * STEP_MS;
  if (lastMs < fromMs || nowMs - lastMs > KEPT_MS) return [];
  const { apiVersion, kind, metadata } = about;
  const { name, namespace = '', uid } = metadata;
  const seed = seededRandom(`${uid}/${reason}/${message}/${fromMs}`);
  const event: KubeObject = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: metadataOf({
      ...{ cluster, namespace, kind: 'Event', createdMs: fromMs },
      name: `${name}.${seed.hex(8)}`,
    }),
    ...{ type, reason, message },
    involvedObject: { apiVersion, kind, name, namespace, uid },
    firstTimestamp: moment(fromMs),
    lastTimestamp: moment(lastMs),
    count: 1 + Math.floor((lastMs - fromMs) / everyMs),
    source: { component: 'kubelet' },
    ...{ reportingComponent: 'kubelet', reportingInstance: '' },
    eventTime: null,
  };
  return [event];
}

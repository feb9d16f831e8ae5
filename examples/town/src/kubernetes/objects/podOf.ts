import { seededRandom } from '../../engine/random.ts';
import type { Revision, Workload } from '../workloads/Workload.ts';
import {
  conditionsOf,
  metadataOf,
  moment,
  ownedBy,
  type Condition,
  type KubeObject,
} from './KubeObject.ts';
import { podTemplate } from './podTemplate.ts';

/** Scheduled, pulled and started. */
const STARTED_AFTER_MS = 3000;

/** How a pod is doing, and since when. */
export type PodState = { sinceMs: number } & (
  | { is: 'ready' }
  /** it runs, and says that it cannot serve */
  | { is: 'unready' }
  /** nobody has its image */
  | { is: 'without image'; said: string }
  /** its work is done */
  | { is: 'done' }
);

export type PodAsked = {
  workload: Workload;
  revision: Revision;
  owner: KubeObject;
  name: string;
  madeMs: number;
  state: PodState;
  /** what its owner knows it by */
  labels?: Record<string, string>;
};

/** One pod, as its node reports it. */
export function podOf(asked: PodAsked): KubeObject {
  const { workload, revision, owner, name, madeMs, labels } = asked;
  const { run } = workload;
  const { metadata, spec } = podTemplate(workload, revision);
  const place = placeOf(run.cluster, name);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadataOf(
      { ...run, kind: 'Pod', name, createdMs: madeMs },
      {
        generateName: `${owner.metadata.name}-`,
        ...metadata,
        labels: { ...metadata.labels, ...labels },
        ...ownedBy(owner),
      },
    ),
    spec: { ...spec, nodeName: place.node, schedulerName: 'default-scheduler' },
    status: statusOf(asked, place),
  };
}

function placeOf(cluster: string, name: string) {
  const chance = seededRandom(`${cluster}/${name}/place`);
  const nth = 1 + chance.below(6);
  return {
    node: `${cluster}-node-${nth}`,
    hostIP: `10.20.0.${nth + 10}`,
    podIP: `10.42.${nth}.${2 + chance.below(250)}`,
  };
}

function statusOf(
  asked: PodAsked,
  { hostIP, podIP }: ReturnType<typeof placeOf>,
) {
  const { madeMs, state } = asked;
  return {
    phase: phases[state.is],
    conditions: conditionsOf(conditionsOfPod(asked)),
    ...{ hostIP, podIP, startTime: moment(madeMs) },
    containerStatuses: [containerStatusOf(asked)],
    qosClass: 'Burstable',
  };
}

const phases = {
  ready: 'Running',
  unready: 'Running',
  'without image': 'Pending',
  done: 'Succeeded',
};

function conditionsOfPod({ workload, madeMs, state }: PodAsked): Condition[] {
  const serves = servesAs(state, workload.run.name);
  const { sinceMs } = state;
  return [
    { type: 'PodScheduled', status: 'True', sinceMs: madeMs },
    { type: 'Initialized', status: 'True', sinceMs: madeMs },
    { type: 'ContainersReady', ...serves, sinceMs },
    { type: 'Ready', ...serves, sinceMs },
  ];
}

function servesAs(
  { is }: PodState,
  container: string,
): Pick<Condition, 'status' | 'reason' | 'message'> {
  if (is === 'ready') return { status: 'True' };
  if (is === 'done') return { status: 'False', reason: 'PodCompleted' };
  const message = `containers with unready status: [${container}]`;
  return { status: 'False', reason: 'ContainersNotReady', message };
}

function containerStatusOf({ workload, revision, state, madeMs }: PodAsked) {
  const { image } = revision;
  const isThere = state.is !== 'without image';
  const digest = seededRandom(image).hex(32);
  const repository = image.slice(0, image.lastIndexOf(':'));
  return {
    name: workload.run.name,
    image,
    imageID: isThere ? `${repository}@sha256:${digest}` : '',
    restartCount: 0,
    ready: state.is === 'ready',
    started: isThere && state.is !== 'done',
    lastState: {},
    state: containerStateOf(state, madeMs + STARTED_AFTER_MS),
  };
}

function containerStateOf(state: PodState, startedMs: number) {
  const startedAt = moment(startedMs);
  if (state.is === 'without image') {
    return { waiting: { reason: 'ImagePullBackOff', message: state.said } };
  }
  if (state.is === 'done') {
    const finishedAt = moment(state.sinceMs);
    return {
      terminated: { exitCode: 0, reason: 'Completed', startedAt, finishedAt },
    };
  }
  return { running: { startedAt } };
}

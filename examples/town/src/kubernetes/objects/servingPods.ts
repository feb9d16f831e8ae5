import { podName } from '../../engine/instances.ts';
import { hearing } from '../workloads/silences.ts';
import {
  podMadeMs,
  READY_AFTER_MS,
  wantedOf,
  type Present,
} from '../workloads/Workload.ts';
import type { KubeObject } from './KubeObject.ts';
import { podOf, type PodState } from './podOf.ts';

type Owner = { owner: KubeObject; labels: Record<string, string> };

/** The pods that do the work: as many as the spans tell of, called the same. */
export function servingPods(present: Present, { owner, labels }: Owner) {
  const { workload } = present;
  const { run, serving, podsMs } = workload;
  return Array.from({ length: run.replicas }, (_, nth) => {
    const madeMs = podMadeMs(podsMs, nth);
    return podOf({
      ...{ workload, revision: serving, owner, madeMs },
      name: podName(run, nth, serving.hash),
      state: stateOf(present, madeMs + READY_AFTER_MS),
      labels: { ...labels, ...ordinalOf(run.kind, run.name, nth) },
    });
  });
}

function stateOf(present: Present, readyMs: number): PodState {
  const { isSilent, sinceMs = readyMs } = hearing(present);
  return { is: isSilent ? 'unready' : 'ready', sinceMs };
}

const ordinalOf = (
  kind: string,
  name: string,
  nth: number,
): Record<string, string> =>
  kind === 'StatefulSet'
    ? {
        'statefulset.kubernetes.io/pod-name': `${name}-${nth}`,
        'apps.kubernetes.io/pod-index': String(nth),
      }
    : {};

/** Those of a rollout that hangs; they do no work. */
export function hangingPods({ workload }: Present, { owner, labels }: Owner) {
  const { run, hanging } = workload;
  if (!hanging) return [];
  const revision = wantedOf(workload);
  return Array.from({ length: hanging.updated }, (_, nth) => {
    const madeMs = podMadeMs(revision.atMs, nth);
    const said = `Back-off pulling image "${revision.image}": ErrImagePull: ${hanging.message}`;
    return podOf({
      ...{ workload, revision, owner, madeMs, labels },
      name: podName(run, run.replicas + nth, revision.hash),
      state:
        hanging.trouble === 'image-pull'
          ? { is: 'without image', said, sinceMs: madeMs }
          : { is: 'unready', sinceMs: madeMs },
    });
  });
}

import type { Hanging, Limited, Run, Service } from '../../engine/Truth.ts';

/** A pod template as it was rolled out. */
export type Revision = {
  number: number;
  version: string;
  image: string;
  /** what its ReplicaSet or ControllerRevision is called by */
  hash: string;
  /** when it was rolled out */
  atMs: number;
  /** somebody wanted new pods of the same template then */
  restartedMs?: number;
};

/** Something that runs in one cluster, and all that the truth says about it. */
export type Workload = {
  service: string;
  run: Run;
  otel: Service['otel'];
  createdMs: number;
  /** oldest first; the last one is wanted */
  revisions: Revision[];
  /** whose pods do the work */
  serving: Revision;
  /** when the first of those pods was made */
  podsMs: number;
  /** why the wanted one is not the serving one */
  hanging?: Hanging;
  /** what its template does without */
  without: { readinessProbe: boolean; limits: boolean };
  /** `limited` when it would like to have more than its maximum */
  autoscaler?: Limited & { limited: boolean; sinceMs: number };
};

/** Nobody listened there; without an end nobody does now. */
export type Silence = { fromMs: number; toMs: number };

/** A workload at a moment. */
export type Present = {
  workload: Workload;
  nowMs: number;
  /** all there were, also those that are over */
  silences: Silence[];
};

export const wantedOf = ({ revisions }: Workload): Revision =>
  revisions[revisions.length - 1];

const SECOND = 1000;
const DEADLINE_SECONDS = 600;
export const DEADLINE = {
  seconds: DEADLINE_SECONDS,
  ms: DEADLINE_SECONDS * SECOND,
};

/** A pod is scheduled, pulls its image and becomes ready; then comes the next. */
const POD_TAKES_MS = 25 * SECOND;

/** When the last pod of a rollout that went well was ready. */
export const rolledOutMs = (workload: Workload, { atMs }: Revision): number =>
  atMs + POD_TAKES_MS * workload.run.replicas;

/** When the nth pod of a rollout was made. */
export const podMadeMs = (beganMs: number, nth: number): number =>
  beganMs + 2 * SECOND + POD_TAKES_MS * nth;

/** How long after it was made a pod is ready. */
export const READY_AFTER_MS = 20 * SECOND;

import {
  ContainerImage,
  Instant,
  PodTrouble,
  WorkloadKey,
  WorkloadKind,
  WorkloadLack,
} from '@sightline/backstage-plugin-sightline-common';

/** Pods of one workload that are in the same trouble. @public */
export type SeenTrouble = {
  trouble: PodTrouble;
  /** what the cluster itself says: a reason, a message, in its words */
  said: string;
  container?: string;
  /** at most ten are named */
  pods: string[];
  count: number;
  since?: Instant;
  restarts?: number;
};

/** A pod template that is out no more. @public */
export type EarlierTemplate = {
  id: string;
  images: ContainerImage[];
  /** when it was rolled out; left out where the cluster does not say */
  since?: Instant;
};

/** One workload as a cluster has it now: numbers and words, nothing of its wire format. @public */
export type SeenWorkload = {
  key: WorkloadKey;
  /** labels and annotations that help to tell whose it is; few, and short */
  labels: Record<string, string>;
  createdAt?: Instant;
  paused: boolean;
  generation?: number;
  observedGeneration?: number;
  replicas: {
    desired: number;
    /** all there are, also of older templates */
    current: number;
    updated: number;
    ready: number;
    available: number;
  };
  /**
   * Pods that keep an older template for as long as nobody does anything: those below
   * a partition, or all where a pod is only replaced when somebody deletes it
   */
  held?: number;
  /** what its conditions say: type → status, reason, message, since */
  conditions: Record<
    string,
    { status: string; reason?: string; message?: string; since?: Instant }
  >;
  /** stays while the pod template stays, whoever restarts or scales it */
  template: {
    id: string;
    revision?: number;
    images: ContainerImage[];
    /** when this template was last rolled out, as far as the cluster tells */
    since?: Instant;
    restartedAt?: Instant;
    /** templates that were rolled out before it, as far as the cluster remembers: newest last */
    earlier?: EarlierTemplate[];
  };
  troubles: SeenTrouble[];
  restarts: { total: number; lastAt?: Instant };
  autoscaler?: {
    min: number;
    max: number;
    current: number;
    limited: boolean;
    said?: string;
    since?: Instant;
  };
  lacks: WorkloadLack[];
  warnings: { said: string; count: number; lastAt: Instant }[];
  delivery?: { tool: string; name: string; state: string; said: string };
};

/** What changed in one cluster. @public */
export type WorkloadsReport = {
  cluster: string;
  /** `true`: this is all there is; what is not in it is gone */
  whole: boolean;
  workloads: SeenWorkload[];
  removed: WorkloadKey[];
  /** what could not be seen, in words; replaces what was said before */
  gaps: string[];
  /**
   * Kinds of workloads that cannot be seen now, each with the gap that says why: what
   * is known of them stays, also where this report is whole.
   */
  unseen?: Partial<Record<WorkloadKind, string>>;
};

import { Instant } from '@sightline/backstage-plugin-sightline-common';

/** What of a workload is remembered from one report to the next. */
export type WorkloadMemory = {
  /** the pod template that is out, or on its way */
  template: string;
  version?: string;
  /** templates before it, newest last */
  earlier: string[];
  /** when the cluster said that this template was rolled out */
  said?: Instant;
  /** id of the deploy that goes on */
  open?: string;
  /** with how many pods it was last out completely; none: it never was */
  out?: number;
  /** figures of the rollout, and when they last moved */
  moved: { figures: string; at: Instant };
  /** restarts of all its pods, whenever their sum was another; oldest first */
  restarts: { at: Instant; total: number }[];
  /** since when its autoscaler wants no more than it may have */
  atMaximum?: Instant;
};

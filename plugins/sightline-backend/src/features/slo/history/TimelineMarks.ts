import {
  Instant,
  ServiceRef,
  TimelineMark,
} from '@sightline/backstage-plugin-sightline-common';

/** What else happened to a service and may explain a bend: deploys, contracts. */
export interface TimelineMarks {
  read(
    service: ServiceRef,
    range: { from: Instant; to: Instant },
  ): Promise<TimelineMark[]>;
}

/** While no feature tells of any. */
export const noMarks: TimelineMarks = { read: async () => [] };

import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  ReportSections,
  SectionName,
} from '@sightline/backstage-plugin-sightline-node';

/** Who says something, as of when, and for how long it may be believed. */
export type ReportOrigin = {
  /** id of the source */
  source: string;
  observedAt: Instant;
  freshFor: Millis;
  /** the taker had to drop something: shown on the Sources page */
  lost(cause: string, count: number): void;
};

/**
 * How features take what sources say, by section. A taker is handed the
 * statements of one source one after the other, never two at a time; what it
 * rejects is counted as lost and shown with the reason.
 */
export type SectionTakers = {
  [Section in SectionName]?: (
    statements: ReportSections[Section],
    from: ReportOrigin,
  ) => Promise<void>;
};

import { SourceStatus } from '@sightline/backstage-plugin-sightline-common';

/** Answers how the sources are; the same answer on every replica. */
export interface SourceStatusReader {
  list(): Promise<SourceStatus[]>;
  get(id: string): Promise<SourceStatus | undefined>;
}

import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Labels } from '../../client/engine/readAnswer';

const minute = 60_000;

/** An evaluation tells of the minute that ends with it. */
export const minuteBefore = (at: Instant): Instant => at - minute;

/** The same for series that tell of the same row: bounds and kinds of count aside. */
export const rowKey = (labels: Labels): string =>
  JSON.stringify(
    Object.entries(labels)
      .filter(([label]) => !withinARow.has(label))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const withinARow = new Set([
  'le',
  'counted',
  'status_code',
  'otel_status_code',
]);

/**
 * Who counted a row, in words. Tempo and probes say so in `source`, and their
 * `job` may be the service they speak of; everybody else is known by the job
 * that collects from them. Several processes of one writer each count a part of
 * the calls and are added up.
 */
export const writerOf = (
  metric: string,
  { source, job, prometheus_replica: replica }: Labels,
  service?: string,
): string => {
  const isOfService = service !== undefined && job?.endsWith(`/${service}`);
  const who = source || (isOfService ? '' : job);
  return [metric, who && ` of ${who}`, replica && ` (replica ${replica})`]
    .filter(Boolean)
    .join('');
};

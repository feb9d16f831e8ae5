import type { Series } from '../promql/Series.ts';
import { oncePerNight } from './Growth.ts';
import { histogramSeries } from './histogram.ts';
import type { Target } from './scrapedSeries.ts';

const SECONDS = 1.05;

/** Asked for once a night, at two, and never in vain. */
export function nightlySeries(
  targets: readonly Target[],
  fromMs: number,
): Series[] {
  const nights = oncePerNight(fromMs);
  return targets.flatMap(target =>
    histogramSeries({
      target,
      labels: {
        http_request_method: 'POST',
        http_response_status_code: '201',
        http_route: '/exports',
      },
      count: nights,
      sum: atMs => SECONDS * nights(atMs),
      upTo: seconds => (seconds >= SECONDS ? nights : () => 0),
    }),
  );
}

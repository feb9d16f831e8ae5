import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Series } from './readAnswer';

/** Moments of evaluation: `from`, every `step` after it, none after `to`. */
export type EvaluationRange = { from: Instant; to: Instant; step: Millis };

/** What Prometheus gives at most for one series: asking for more is refused. */
const pointsAtMost = 11_000;

/** The same moments, in ranges that are not too long for one question. */
export const rangePieces = (
  { from, to, step }: EvaluationRange,
  atMost = pointsAtMost,
): EvaluationRange[] => {
  const pieces: EvaluationRange[] = [];
  for (let start = from; start <= to; start += step * atMost) {
    const end = Math.min(to, start + step * (atMost - 1));
    pieces.push({ from: start, to: end, step });
  }
  return pieces;
};

/** Series of consecutive pieces, each put together again by its labels. */
export const joinPieces = (pieces: readonly Series[][]): Series[] => {
  if (pieces.length === 1) return pieces[0];
  const joined = new Map<string, Series>();
  for (const { labels, values, histograms } of pieces.flat()) {
    const key = JSON.stringify(Object.entries(labels).sort());
    const before = joined.get(key);
    joined.set(key, {
      labels,
      values: [...(before?.values ?? []), ...values],
      histograms: [...(before?.histograms ?? []), ...histograms],
    });
  }
  return [...joined.values()];
};

import { lostToResets, type Samples } from './Series.ts';

/**
 * How much something grew in a range, from the samples in it. They do not reach its
 * ends, so what they show is drawn out to there, unless they begin or end too far
 * inside for that; then by half a step, as the series began or ended on its way:
 *
 *     range   |----------------------------------|
 *     samples    ·    ·    ·    ·    ·    ·    ·        drawn out to both ends
 *     samples                   ·    ·    ·    ·        half a step to the left
 *
 * A counter is never drawn out to less than nothing.
 * As in Prometheus 3, `extrapolatedRate`.
 */
export function extrapolatedGrowth(options: {
  samples: Samples;
  fromMs: number;
  toMs: number;
  isCounter: boolean;
}): number | undefined {
  const { samples, fromMs, toMs, isCounter } = options;
  const last = samples.length - 1;
  if (last < 1) return undefined;
  const first = samples.valueAt(0);
  const lost = isCounter ? lostToResets(samples) : 0;
  const growth = samples.valueAt(last) - first + lost;

  const seen = (samples.timeAt(last) - samples.timeAt(0)) / 1000;
  const step = seen / last;
  const most = step * 1.1;
  const drawnOut = (gap: number) => (gap < most ? gap : step / 2);
  let before = drawnOut((samples.timeAt(0) - fromMs) / 1000);
  if (isCounter && growth > 0 && first >= 0) {
    before = Math.min(before, seen * (first / growth));
  }
  const after = drawnOut((toMs - samples.timeAt(last)) / 1000);
  return growth * ((seen + before + after) / seen);
}

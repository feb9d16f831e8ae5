import { Matcher, selector } from '../../client/engine/selectors';
import { processLabels } from './labels';

/** What is looked at, and how far back a counter is still the same one. */
export type GrowthWindow = {
  matchers: readonly Matcher[];
  /** seconds without samples after which a counter is taken for another one */
  gap: number;
};

export type GrowthOptions = GrowthWindow & {
  name: string;
  /** a counter that the same writers write without a pause */
  pulse: string;
};

/**
 * PromQL: by how much each counter grew in the minute before the moment of
 * evaluation, as a whole number.
 *
 * ```
 *   minute    │           │           │           │
 *   samples   │─2───2───7─│─7───9─────│─9───1───1─│─4─
 *   growth    │     5     │     2     │     1     │ 3     11, as it was
 * ```
 *
 * It is the difference between the last sample up to now and the last one up to
 * a minute ago. So minutes laid end to end lose nothing and count nothing twice,
 * whatever the rhythm of the samples, and a late round sees what an early one
 * would have seen. `increase(…[1m])` does neither: it leaves out what grew
 * between two windows and makes up for it by extrapolation, sees nothing at all
 * with samples a minute apart, loses what grew during a gap, and never counts
 * what a new counter begins with.
 *
 * - A gap in the samples is bridged: what grew in it is counted at its end.
 * - A counter that fell to less than half began again at 0. One that fell by less
 *   is two Prometheus servers taking turns, and did not grow.
 * - A new counter began at 0, if its writer was there before and still is. Else
 *   labels were renamed, or an old writer is seen for the first time: then what
 *   it counted before is not of this minute.
 */
export const growth = (options: GrowthOptions): string => {
  const { name, pulse, matchers, gap } = options;
  const series = `${selector(name, matchers)}[${gap}s]`;
  const now = `last_over_time(${series})`;
  const before = `last_over_time(${series} offset 1m)`;
  // Each series is in one of the three: an operator between a number and nothing
  // gives nothing.
  const grown = `(${now} - ${before}) >= 0`;
  const begunAgain = `${now} < (${before} / 2)`;
  const alive = selector(pulse, matchers);
  const begun = `(${now} unless ${before}) and on (${processLabels}) (${alive} and ${alive} offset 1m)`;
  return `(${grown}) or (${begunAgain}) or (${begun})`;
};

import { lengthOf, momentOf } from '../../engine/moments.ts';
import { seededRandom } from '../../engine/random.ts';
import type { TrueObjective } from '../../engine/Truth.ts';
import { worthBetween } from './dayShape.ts';

/** From a moment on, this share of all requests is bad. */
export type Stretch = { fromMs: number; share: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BAD_HOUR_MS = 1.5 * HOUR;

/**
 * A past that comes to what the truth says about each window that ends at the start,
 * found from the present backwards:
 *
 *     -30d        a bad hour and a half      -6h      -1h  since   start
 *      ├──────────────────╫───────────────────┼────────┼─────┼───────┤────▶
 *        as before 6 h, so                     errors6h  errors1h  errors5m, and so on
 *        bad that all is errors30d
 */
export function badSharesOf(
  objective: TrueObjective,
  startMs: number,
): Stretch[] {
  const { id, since, errors30d, errors6h, errors1h, errors5m } = objective;
  const now = errors5m ?? errors1h ?? errors30d;
  if (now === undefined) return [];
  const past = createPast(startMs);
  past.push(since ? momentOf(since, startMs) : startMs - HOUR, now);
  if (since && errors1h !== undefined) past.fill(HOUR, errors1h);
  if (errors6h !== undefined) past.fill(6 * HOUR, errors6h);
  const usual = past.first().share;
  if (errors30d !== undefined) {
    past.fill(lengthOf(objective.window), errors30d);
  }
  const stretches = past.all();
  const [{ share: mean }, next] = stretches;
  if (!next || mean <= usual) return stretches;
  // What is worse than usual all came at once, as it does.
  const daysAgo = 6 + Math.floor(seededRandom(id).next() * 14);
  const badFrom = startMs - daysAgo * DAY;
  const badTo = badFrom + BAD_HOUR_MS;
  const more =
    ((mean - usual) * worthBetween(stretches[0].fromMs, next.fromMs)) /
    worthBetween(badFrom, badTo);
  return [
    { fromMs: stretches[0].fromMs, share: usual },
    { fromMs: badFrom, share: usual + more },
    { fromMs: badTo, share: usual },
    ...stretches.slice(1),
  ];
}

/** Stretches, oldest first, to which older ones are added. */
function createPast(startMs: number) {
  const stretches: Stretch[] = [];
  const badSince = () =>
    stretches.reduce((sum, { fromMs, share }, i) => {
      const toMs = stretches[i + 1]?.fromMs ?? startMs;
      return sum + share * worthBetween(fromMs, toMs);
    }, 0);
  const push = (fromMs: number, share: number) =>
    stretches.unshift({ fromMs, share });
  return {
    push,
    first: () => stretches[0],
    all: () => stretches,
    /** before the oldest stretch so much was bad that it is this share of all since then */
    fill(windowMs: number, share: number) {
      const fromMs = startMs - windowMs;
      const missing = share * worthBetween(fromMs, startMs) - badSince();
      const rest = missing / worthBetween(fromMs, stretches[0].fromMs);
      push(fromMs, Math.min(1, Math.max(0, rest)));
    },
  };
}

/** Before the oldest stretch it was as in it. */
export function shareAt(stretches: readonly Stretch[], atMs: number): number {
  const at = stretches.findLast(({ fromMs }) => fromMs <= atMs);
  return (at ?? stretches[0]).share;
}

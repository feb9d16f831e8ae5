import type { Labels, Samples, Series } from '../promql/Series.ts';
import type { Growth } from './Growth.ts';

export const SCRAPE_MS = 30_000;

/** Whoever is asked for metrics, and when. */
export type Scraping = {
  /** the first moment somebody asked, a scrape or a bit less before the first sample */
  fromMs: number;
  /** nobody has asked later than that; it moves on */
  present: { readonly untilMs: number };
  /** how long after each whole half minute this target is asked */
  phaseMs: number;
};

/** Where the requests of a service are served, and what part of them. */
export type Target = {
  labels: Labels;
  share: number;
  /** when its process began anew, ascending */
  restarts: readonly number[];
  scraping: Scraping;
};

/** When samples are taken: one every half minute, from a first to the last so far. */
function clockOf({ fromMs, present, phaseMs }: Scraping) {
  const after = (ms: number) =>
    Math.floor((ms - phaseMs) / SCRAPE_MS + 1) * SCRAPE_MS + phaseMs;
  return {
    /** how many there are in (from, to], and the first of them */
    between(afterMs: number, toMs: number) {
      const first = after(Math.max(afterMs, fromMs));
      const end = Math.min(toMs, present.untilMs);
      const length = Math.max(0, Math.floor((end - first) / SCRAPE_MS) + 1);
      return { first, length };
    },
    /** the last that was taken before this moment */
    lastBefore: (ms: number) => after(ms - 1) - SCRAPE_MS,
  };
}

/**
 * The samples of a counter that begins again at nothing when its process does. None is
 * kept: each is computed when somebody looks at it, so that a month costs as little as
 * a minute.
 */
export function counterSeries(options: {
  labels: Labels;
  growth: Growth;
  target: Pick<Target, 'restarts' | 'scraping'>;
}): Series {
  const { labels, growth, target } = options;
  const { scraping } = target;
  const clock = clockOf(scraping);
  const restarts = target.restarts.filter(ms => ms > scraping.fromMs);
  const grownAt = restarts.map(growth);
  const valueAt = (ms: number) => {
    let since = 0;
    for (let i = 0; i < restarts.length && restarts[i] <= ms; i++) {
      since = grownAt[i];
    }
    return growth(ms) - since;
  };
  const between = (fromMs: number, toMs: number): Samples => {
    const { first, length } = clock.between(fromMs, toMs);
    const timeAt = (index: number) => first + index * SCRAPE_MS;
    return {
      length,
      timeAt,
      valueAt: index => valueAt(timeAt(index)),
      lostToResets() {
        const last = timeAt(length - 1);
        return restarts
          .filter(ms => ms > first && ms <= last)
          .reduce((lost, ms) => lost + valueAt(clock.lastBefore(ms)), 0);
      },
    };
  };
  return { labels, between };
}

/** A gauge that always says the same. */
export function constantSeries(
  labels: Labels,
  value: number,
  scraping: Scraping,
): Series {
  const clock = clockOf(scraping);
  return {
    labels,
    between(fromMs, toMs) {
      const { first, length } = clock.between(fromMs, toMs);
      return {
        length,
        timeAt: index => first + index * SCRAPE_MS,
        valueAt: () => value,
      };
    },
  };
}

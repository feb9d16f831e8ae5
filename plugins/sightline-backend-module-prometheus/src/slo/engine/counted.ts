import { Series } from '../../client/engine/readAnswer';
import { Sum } from './grouped';
import { Places } from './Places';

/**
 * An answer about a fleet, matched on our side: what services are called gets into
 * no question, and one question is enough for all of them.
 *
 * ```
 *   place    0     1     2
 *   sums     7.5   0     12
 *   series   2     0     1      none: nothing is known of them
 * ```
 * Rows of numbers, because a round keeps some fifty such answers until its end: as
 * an object for each service they were most of what lived in the memory.
 */
export type Counted = {
  sums: Float64Array;
  series: Uint32Array;
  /** of those nobody asked about, all together */
  others: Sum;
};

const nothing = (places: Places): Counted => ({
  sums: new Float64Array(places.size),
  series: new Uint32Array(places.size),
  others: { sum: 0, series: 0 },
});

const add = (counts: Counted, place: number | undefined, value: number) => {
  if (place === undefined) {
    counts.others.sum += value;
    counts.others.series += 1;
  } else {
    counts.sums[place] += value;
    counts.series[place] += 1;
  }
};

export const counted = (series: Iterable<Series>, places: Places): Counted => {
  const counts = nothing(places);
  for (const { labels, values } of series) {
    const value = values[0]?.[1];
    if (value !== undefined) add(counts, places.find(labels), value);
  }
  return counts;
};

/** Answers to several questions in one, told apart by a label that names the question. */
export const countedBy = (
  label: string,
  series: Iterable<Series>,
  placesOf: ReadonlyMap<string, Places>,
): Map<string, Counted> => {
  const parts = new Map<string, Counted>();
  for (const [name, places] of placesOf) parts.set(name, nothing(places));
  for (const { labels, values } of series) {
    const value = values[0]?.[1];
    const name = labels[label] ?? '';
    const part = parts.get(name);
    if (part && value !== undefined) {
      add(part, placesOf.get(name)?.find(labels), value);
    }
  }
  return parts;
};

/** A service may be known by several names: all that is counted under any of them. */
export const sumAt = (
  { sums, series }: Counted,
  places: readonly number[],
): Sum | undefined => {
  const all = { sum: 0, series: 0 };
  for (const place of places) {
    all.sum += sums[place];
    all.series += series[place];
  }
  return all.series > 0 ? all : undefined;
};

export const isEmpty = ({ series, others }: Counted): boolean =>
  others.series === 0 && series.every(many => many === 0);

/** Whether whoever is in the one is in the other, too. */
export const covers = (some: Counted, all: Counted): boolean =>
  all.series.every((many, place) => many === 0 || some.series[place] > 0);

export const isAllZero = ({ sums, others }: Counted): boolean =>
  others.sum === 0 && sums.every(sum => sum === 0);

import type { Journey } from './Truth.ts';
import { seededRandom, type Random } from './random.ts';

/** One call of a journey's root operation. */
export type Visit = {
  /** counts from 1970, so that every window of time knows its visits without the ones before */
  index: number;
  atMicros: number;
  random: Random;
};

const MICROS = 1_000_000;

// Slow roots stay near their beat: one that comes every ten minutes is then seen in any ten minutes.
const MOST_JITTER_MICROS = 2 * MICROS;

/** Customers come more or less often; a schedule keeps its hours. */
const isSchedule = ({ root }: Journey) => root.protocol === 'other';

/**
 * The visits that begin in [from, to). A visit is a function of the seed and its
 * number alone, so cutting time differently changes none of them:
 *
 *     |  ·  |·    |    ·|  ·  |      one in each period, somewhere in it
 *    n=0   n=1   n=2   n=3
 */
export function arrivals(options: {
  journey: Journey;
  rate: number;
  seed: string;
  fromMicros: number;
  toMicros: number;
}): Visit[] {
  const { journey, seed, fromMicros, toMicros } = options;
  const rate = isSchedule(journey) ? 1 : options.rate;
  const period = MICROS / (journey.root.perSecond * rate);
  const jitter = Math.min(period, MOST_JITTER_MICROS);
  const visits: Visit[] = [];
  const first = Math.floor((fromMicros - jitter) / period);
  for (let index = first; index * period < toMicros; index++) {
    const random = seededRandom(`${seed}/${journey.id}/${rate}/${index}`);
    const atMicros = Math.floor(index * period + random.next() * jitter);
    if (atMicros >= fromMicros && atMicros < toMicros) {
      visits.push({ index, atMicros, random });
    }
  }
  return visits;
}

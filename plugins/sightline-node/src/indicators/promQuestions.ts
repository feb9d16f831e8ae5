import {
  Budgeting,
  Millis,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import { Indicator } from './Indicator';
import { asksForBound, promDuration, withEitherBound } from './promText';

/**
 * What a Prometheus is asked about each window of an indicator, `$window` and
 * `$within` still in the texts. Whoever asks and whoever writes recording rules
 * take it from here, so that both ask the same.
 * @public
 */
export type PromQuestions = {
  /** by which answers are told apart; none: there is one answer */
  labels: readonly string[];
  /** how many; left out where a share is all there is */
  total?: string;
  part: string;
  partIs: 'bad' | 'good' | 'bad-share' | 'good-share';
  /** what it means where there is a total and no part: none of them, or that nobody can tell */
  withoutPart: 'none' | 'unknown';
  /** asks for a bound of a classic histogram, which may not exist */
  bounded?: string;
  /** has a value wherever there are data */
  presence: string;
};

type Slices = Exclude<Budgeting, { method: 'occurrences' }>;
type Counted = { good?: string; bad?: string; total: string };

/**
 * `undefined` where Prometheus cannot be asked in this way: indicators of others,
 * and a threshold that is not judged slice by slice.
 * @public
 */
export const promQuestions = (
  indicator: Indicator,
  budgeting: Budgeting,
): PromQuestions | undefined => {
  const slices = budgeting.method === 'occurrences' ? undefined : budgeting;
  switch (indicator.by) {
    case 'template':
      return events(indicator, indicator.labels, slices);
    case 'events':
      return events(indicator, [], slices);
    case 'ratio':
      return ratio(indicator, slices);
    case 'threshold':
      return slices && threshold(indicator, slices.slice);
    default:
      return undefined;
  }
};

const events = (
  { good, bad, total: all }: Counted,
  labels: readonly string[],
  slices?: Slices,
): PromQuestions | undefined => {
  const counted = bad ?? good;
  if (counted === undefined) return undefined;
  const partIs = bad === undefined ? 'good' : 'bad';
  const part = withEitherBound(counted);
  const total = withEitherBound(all);
  const ofBound = partIs === 'good' && asksForBound(part);
  const common: Common = {
    labels,
    withoutPart: ofBound ? 'unknown' : 'none',
    ...(ofBound && { bounded: part }),
  };
  const asked = { ...common, total, part, partIs, presence: total } as const;
  return slices ? inSlices(badShare(asked), slices, common) : asked;
};

type Common = Pick<PromQuestions, 'labels' | 'withoutPart' | 'bounded'>;

/**
 * Of all series together, or of each service. What never failed has no series
 * that counts its failures: that is none, as long as anything is counted at all.
 */
const badShare = (
  asked: Common & { part: string; total: string; partIs: 'bad' | 'good' },
): string => {
  const total = summed(asked.total, asked.labels);
  const some = summed(asked.part, asked.labels);
  const part =
    asked.withoutPart === 'none' ? `(${some} or 0 * ${total})` : some;
  const share = `${part} / (${total} > 0)`;
  return asked.partIs === 'bad' ? share : `1 - ${share}`;
};

/** @public */
export const summed = (text: string, labels: readonly string[]): string =>
  labels.length > 0
    ? `sum by (${labels.join(', ')}) (${text})`
    : `sum(${text})`;

/**
 * ```
 *   slice     ├────┼────┼────┼────┼────┤     of 5 slices one is bad,
 *   bad share  0.1  0    0.6  none 0.2       and one had no events: 1 of 4
 * ```
 * Slices in which nothing happened are neither good nor bad, and not counted.
 */
const inSlices = (
  /** of one slice, `$window` being its length; nothing where nothing happened */
  shareOf: string,
  slices: Slices,
  common: Common,
): PromQuestions => {
  const step = promDuration(slices.slice);
  const share = `(${shareOf.replaceAll('$window', step)})`;
  const over = `[$within:${step}]`;
  return {
    ...common,
    total: `count_over_time(${share}${over})`,
    part:
      slices.method === 'timeslices'
        ? `count_over_time((${share} > ${restOf(slices.good)})${over})`
        : `sum_over_time(${share}${over})`,
    partIs: 'bad',
    withoutPart: 'none',
    presence: share,
  };
};

/** A hair more: `1 - 0.95` is 0.050000000000000044, and 5 of 100 may fail. */
const restOf = (good: Ratio) => Number((1 - good + 1e-12).toPrecision(13));

const ratio = (
  { query, of }: Extract<Indicator, { by: 'ratio' }>,
  slices?: Slices,
): PromQuestions => {
  const part = withEitherBound(query);
  const common = { ...single, ...(asksForBound(part) && { bounded: part }) };
  if (!slices) {
    return { ...common, part, partIs: `${of}-share`, presence: part };
  }
  // Where nothing happened the share is no number, which is not above anything.
  const known = `((${part}) >= 0)`;
  return inSlices(of === 'bad' ? known : `1 - ${known}`, slices, common);
};

const single: Common = { labels: [], withoutPart: 'none' };

const wrongSide = { lt: '>=', lte: '>', gt: '<=', gte: '<' } as const;

const threshold = (
  { query, op, value }: Extract<Indicator, { by: 'threshold' }>,
  slice: Millis,
): PromQuestions => {
  const step = promDuration(slice);
  const text = `(${withEitherBound(query).replaceAll('$window', step)})`;
  const over = `[$within:${step}]`;
  return {
    ...single,
    total: `count_over_time((${text} > -Inf)${over})`,
    part: `count_over_time((${text} ${wrongSide[op]} ${value})${over})`,
    partIs: 'bad',
    presence: text,
  };
};

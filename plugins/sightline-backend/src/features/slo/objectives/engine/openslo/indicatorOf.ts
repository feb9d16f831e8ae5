import {
  IndicatorKind,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { readDuration } from './durations';
import { guessKind, guessThreshold, toKind } from './indicatorKind';
import { SliReading } from './measureOf';
import { ObjectMetadata } from './objects';

/** What an SLO and its SLI say about themselves. */
export type SaidIndicator = {
  slo: ObjectMetadata;
  sli?: Partial<ObjectMetadata>;
};

/** Labels or annotations of ours, on the SLO or the SLI, that say what need not be guessed. */
const indicatorKeys = {
  kind: 'sightline.dev/indicator',
  /** `500ms`, `2s` */
  threshold: 'sightline.dev/threshold',
} as const;

const saidUnder = (key: string, { slo, sli }: SaidIndicator): unknown =>
  [slo, sli]
    .flatMap(about => [about?.annotations?.[key], about?.labels?.[key]])
    .find(value => value !== undefined);

export const kindOf = (
  said: SaidIndicator,
  { queries, countsBad }: Pick<SliReading, 'queries' | 'countsBad'>,
): IndicatorKind => {
  const { slo, sli } = said;
  return (
    toKind(saidUnder(indicatorKeys.kind, said)) ??
    guessKind({
      names: [slo.name, slo.displayName, sli?.name, sli?.displayName].filter(
        name => typeof name === 'string',
      ),
      queries: queries.map(({ query }) => query),
      countsBad,
    })
  );
};

const asMillis = (text: string): Millis | undefined => {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(text.trim()) ?? [];
  return digits
    ? Number(digits) * (unit === 's' ? 1000 : 1)
    : readDuration(text.trim())?.millis;
};

/** What a good answer does not exceed, said or seen in the query. */
export const thresholdOf = (
  said: SaidIndicator,
  measure: Indicator,
): Millis | undefined => {
  const told = saidUnder(indicatorKeys.threshold, said);
  if (typeof told === 'string') {
    return asMillis(told);
  }
  if (measure.by === 'threshold') {
    return guessThreshold(measure.query, measure.value);
  }
  return measure.by === 'events'
    ? guessThreshold(measure.good ?? measure.bad ?? '')
    : undefined;
};

const operators = {
  lt: 'below',
  lte: 'at most',
  gt: 'above',
  gte: 'at least',
} as const;

/** What is counted, for people: as the SLI calls itself, else as it is counted. */
export const indicatorWords = (
  { sli }: SaidIndicator,
  measure: Indicator,
): string => {
  if (typeof sli?.displayName === 'string') {
    return sli.displayName;
  }
  switch (measure.by) {
    case 'threshold':
      return `a value ${operators[measure.op]} ${measure.value}`;
    case 'ratio':
      return `a ratio of ${measure.of} events`;
    default:
      return 'good' in measure && measure.good !== undefined
        ? 'good events of all'
        : 'events that are not bad, of all';
  }
};

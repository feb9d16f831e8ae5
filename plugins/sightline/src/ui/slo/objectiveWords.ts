import {
  IndicatorKind,
  Objective,
  ObjectiveOriginKind,
  ObjectiveState,
  ObjectiveWindow,
} from '@sightline/backstage-plugin-sightline-common';
import { duration } from '../figures';
import { StateKind } from '../state/palette';

type StateWords = { word: string; kind: StateKind; meaning: string };

/** How an objective stands, in a word, and what it asks of whom. */
export const stateWords: Record<ObjectiveState, StateWords> = {
  page: {
    word: 'page',
    kind: 'bad',
    meaning: 'The budget burns so fast that somebody must be woken.',
  },
  ticket: {
    word: 'ticket',
    kind: 'warn',
    meaning: 'The budget burns so fast that somebody must look tomorrow.',
  },
  exhausted: {
    word: 'exhausted',
    kind: 'bad',
    meaning: 'The budget is spent; nothing burns fast any more.',
  },
  unknown: {
    word: 'unknown',
    kind: 'idle',
    meaning: 'Nobody can tell how it stands.',
  },
  met: { word: 'met', kind: 'ok', meaning: 'The promise is kept.' },
};

export const originWords: Record<ObjectiveOriginKind, string> = {
  openslo: 'OpenSLO',
  pushed: 'pushed',
  sloth: 'Sloth',
  pyrra: 'Pyrra',
  tier: 'tier default',
  calls: 'own calls',
};

export const indicatorWords: Record<IndicatorKind, string> = {
  availability: 'availability',
  latency: 'latency',
  other: 'other',
};

/** "latency ≤ 800 ms": what is counted, in two words. */
export const indicatorTitle = ({
  kind,
  threshold,
}: Objective['indicator']): string =>
  threshold === undefined
    ? indicatorWords[kind]
    : `${indicatorWords[kind]} ≤ ${duration(threshold)}`;

/** The window in short, as it stands behind a target: "30 d", "month", "2 weeks". */
export const windowTitle = (window: ObjectiveWindow): string => {
  if (window.kind === 'rolling') {
    return duration(window.duration);
  }
  return window.every === 1 ? window.unit : `${window.every} ${window.unit}s`;
};

/** "the last 30 d", "each month in Europe/Berlin" */
export const windowMeaning = (window: ObjectiveWindow): string => {
  if (window.kind === 'rolling') {
    return `the last ${windowTitle(window)}`;
  }
  const each = window.every === 1 ? 'each' : 'every';
  return `${each} ${windowTitle(window)} in ${window.timeZone}`;
};

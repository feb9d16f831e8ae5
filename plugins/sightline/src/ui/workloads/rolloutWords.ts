import {
  RolloutState,
  rolloutStates,
} from '@sightline/backstage-plugin-sightline-common';
import { StateKind } from '../state/palette';

type StateWords = { word: string; kind: StateKind; meaning: string };

/** How far a rollout is, in a word, and what it asks of whom. */
export const rolloutWords: Record<RolloutState, StateWords> = {
  stuck: {
    word: 'stuck',
    kind: 'bad',
    meaning: 'Its deadline has passed, and it is not out.',
  },
  degraded: {
    word: 'degraded',
    kind: 'bad',
    meaning: 'It is out, and not all of it is available.',
  },
  progressing: {
    word: 'rolling out',
    kind: 'busy',
    meaning: 'A new version is on its way.',
  },
  paused: {
    word: 'paused',
    kind: 'warn',
    meaning: 'Somebody stopped it half way; it waits for them.',
  },
  unknown: {
    word: 'unknown',
    kind: 'idle',
    meaning: 'The cluster does not say how far it is.',
  },
  complete: {
    word: 'complete',
    kind: 'ok',
    meaning: 'It is out, and all of it is available.',
  },
};

/** Of several the one that asks most of somebody. */
export const worstRollout = (
  states: RolloutState[],
): RolloutState | undefined =>
  rolloutStates.find(state => states.includes(state));

import {
  ContractChange,
  ContractGap,
  ContractMatrix,
  ContractVerdict,
  VerdictReason,
  VerificationState,
} from '@sightline/backstage-plugin-sightline-common';
import { StateKind } from '../state/palette';

/** How the contract between two stands. */
export type PairState = VerificationState | 'unknown';
export type ContractPair = ContractMatrix['pairs'][number];
/** How a pair is drawn: by its state, or as one that has no contract at all. */
export type PairLook = PairState | 'none';

type Words = { word: string; kind: StateKind; meaning: string };

/** Most urgent first, as lists and figures are ordered. */
export const pairStates: readonly PairState[] = [
  'failed',
  'unknown',
  'stale',
  'pending',
  'never',
  'success',
];

export const pairWords: Record<PairLook, Words> = {
  failed: {
    word: 'failed',
    kind: 'bad',
    meaning: 'The provider does not keep the pact.',
  },
  unknown: {
    word: 'unknown',
    kind: 'idle',
    meaning: 'Of the versions that meet, some were never checked together.',
  },
  stale: {
    word: 'stale',
    kind: 'warn',
    meaning: 'The pact has changed since it was last verified.',
  },
  pending: {
    word: 'pending',
    kind: 'busy',
    meaning: 'It failed, and does not hold the provider back yet.',
  },
  never: {
    word: 'never verified',
    kind: 'idle',
    meaning: 'Nobody has checked the provider against the pact.',
  },
  success: {
    word: 'verified',
    kind: 'ok',
    meaning: 'The provider keeps the pact.',
  },
  none: {
    word: 'no contract',
    kind: 'warn',
    meaning: 'Calls were seen, and no pact speaks of them.',
  },
};

/** A pair that only traces know of has no contract whose state could be told. */
export const lookOf = ({ state, gap }: Pick<ContractPair, 'state' | 'gap'>) =>
  gap === 'traffic-without-contract' ? 'none' : state;

export const gapWords: Record<ContractGap['kind'], Words> = {
  'traffic-without-contract': {
    word: 'calls without a contract',
    kind: 'warn',
    meaning: 'Calls were seen, and no pact speaks of them.',
  },
  'contract-without-traffic': {
    word: 'contract without calls',
    kind: 'idle',
    meaning: 'There is a pact, and the consumer was not seen calling.',
  },
};

export const answerWords: Record<ContractVerdict['answer'], Words> = {
  yes: { word: 'Yes', kind: 'ok', meaning: 'Contracts let it go there.' },
  no: {
    word: 'No',
    kind: 'bad',
    meaning: 'It would meet a version with which it does not work.',
  },
  unknown: {
    word: 'Unknown',
    kind: 'idle',
    meaning: 'Nobody can tell; that is neither a yes nor a no.',
  },
};

export const reasonWords: Record<
  VerdictReason['kind'],
  Omit<Words, 'meaning'>
> = {
  failed: { word: 'failed', kind: 'bad' },
  'no-result': { word: 'no result', kind: 'idle' },
  'co-deployed-without-result': {
    word: 'co-deployed version without a result',
    kind: 'warn',
  },
  'not-deployed': { word: 'not deployed', kind: 'idle' },
  'no-such-version': { word: 'no such version', kind: 'idle' },
  'broker-unavailable': { word: 'broker away', kind: 'warn' },
  verified: { word: 'verified', kind: 'ok' },
  'nothing-needed': { word: 'nothing needed', kind: 'ok' },
  ignored: { word: 'left aside', kind: 'idle' },
  'disagrees-with-broker': { word: 'broker differs', kind: 'warn' },
};

export const changeWords: Record<
  ContractChange['kind'],
  Omit<Words, 'meaning'>
> = {
  published: { word: 'published', kind: 'idle' },
  verified: { word: 'verified', kind: 'ok' },
  failed: { word: 'failed', kind: 'bad' },
  broken: { word: 'broken', kind: 'bad' },
  mended: { word: 'mended', kind: 'ok' },
  gone: { word: 'gone', kind: 'idle' },
};

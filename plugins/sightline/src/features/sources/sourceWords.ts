import {
  AliasState,
  FaultKind,
  SourceRun,
  SourceState,
  SourceStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { duration } from '../../ui/figures';
import type { StateKind } from '../../ui/state/palette';

type Shown = { kind: StateKind; word: string };

export const sourceStateShown: Record<SourceState, Shown> = {
  starting: { kind: 'busy', word: 'starting' },
  ok: { kind: 'ok', word: 'ok' },
  partial: { kind: 'warn', word: 'partial' },
  stale: { kind: 'warn', word: 'stale' },
  failing: { kind: 'bad', word: 'failing' },
  paused: { kind: 'bad', word: 'paused' },
  disabled: { kind: 'idle', word: 'off' },
};

export const outcomeShown: Record<SourceRun['outcome'], Shown> = {
  ok: { kind: 'ok', word: 'ok' },
  partial: { kind: 'warn', word: 'partial' },
  retry: { kind: 'warn', word: 'will retry' },
  failed: { kind: 'bad', word: 'failed' },
};

/** What kind of fault, for people who repair it; the sentence beside it has the particulars. */
export const faultWords: Record<FaultKind, string> = {
  timeout: 'Timed out',
  'connection-refused': 'Connection refused',
  'connection-reset': 'Connection reset',
  'name-not-found': 'Host name not found',
  certificate: 'Certificate not valid',
  'not-authorised': 'Not authorised',
  'not-found': 'Not found',
  'rate-limited': 'Asked too often',
  'server-error': 'Server error',
  'not-json': 'Answer is no JSON',
  'cut-off': 'Answer cut off',
  'too-large': 'Answer too large',
  'unexpected-answer': 'Unexpected answer',
  crashed: 'Source crashed',
};

/** How it comes to its knowledge: "asked every 1 min". */
export const rhythmOf = ({ kind, every }: SourceStatus): string => {
  if (kind === 'push') {
    return 'sends by itself';
  }
  if (kind === 'watch') {
    return 'watched';
  }
  return every ? `asked every ${duration(every)}` : 'asked';
};

export const aliasStateShown: Record<AliasState, Shown> = {
  annotated: { kind: 'ok', word: 'annotated' },
  accepted: { kind: 'ok', word: 'accepted' },
  matched: { kind: 'ok', word: 'matched' },
  suggested: { kind: 'warn', word: 'to decide' },
  unmatched: { kind: 'idle', word: 'no match' },
  rejected: { kind: 'idle', word: 'rejected' },
};

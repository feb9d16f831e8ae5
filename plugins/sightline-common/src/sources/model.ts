import { IsoTime, Millis } from '../units/time';

/** @public */
export type SourceKind = 'pull' | 'watch' | 'push';

/**
 * - `starting`: registered, has not answered yet
 * - `ok`: the last answer is complete and still fresh
 * - `partial`: answers, but not for everything
 * - `stale`: the last good answer is older than it may be
 * - `failing`: the last attempts failed; the last good answer still stands
 * - `paused`: the circuit is open; the next try is at `nextAttemptAt`
 * - `disabled`: switched off in app-config
 * @public
 */
export const sourceStates = [
  'starting',
  'ok',
  'partial',
  'stale',
  'failing',
  'paused',
  'disabled',
] as const;
/** @public */
export type SourceState = (typeof sourceStates)[number];

/** What went wrong, as people who repair it name it. @public */
export const faultKinds = [
  'timeout',
  'connection-refused',
  'connection-reset',
  'name-not-found',
  'certificate',
  'not-authorised',
  'not-found',
  'rate-limited',
  'server-error',
  'not-json',
  'cut-off',
  'too-large',
  'unexpected-answer',
  'crashed',
] as const;
/** @public */
export type FaultKind = (typeof faultKinds)[number];

/** @public */
export type Fault = {
  kind: FaultKind;
  /** one sentence: "prometheus.example answered 500 (internal error) to GET /api/v1/query" */
  words: string;
};

/** One try at one source. @public */
export type SourceRun = {
  startedAt: IsoTime;
  took: Millis;
  outcome: 'ok' | 'partial' | 'retry' | 'failed';
  calls: number;
  fault?: Fault;
  /** what the source said about an incomplete answer */
  notes: string[];
};

/** Everything the Sources page shows about one source. @public */
export type SourceStatus = {
  id: string;
  title: string;
  kind: SourceKind;
  state: SourceState;
  /** one sentence a person understands */
  words: string;
  every?: Millis;
  freshFor: Millis;
  lastAttemptAt?: IsoTime;
  lastSuccessAt?: IsoTime;
  nextAttemptAt?: IsoTime;
  consecutiveFailures: number;
  fault?: Fault;
  totals: {
    runs: number;
    failures: number;
    /** requests to the outside, retries included */
    calls: number;
    /** time spent waiting for it */
    took: Millis;
  };
  /** what buffers had to drop, by cause; never hidden */
  losses: { cause: string; count: number; lastAt: IsoTime }[];
  /** services this source has said something about, of all services */
  coverage?: { services: number; of: number };
  recentRuns: SourceRun[];
};

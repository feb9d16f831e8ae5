import {
  Fault,
  Instant,
  Millis,
  SourceKind,
  SourceRun,
  SourceState,
} from '@sightline/backstage-plugin-sightline-common';
import { Circuit, triedAgainAt } from './circuit';
import { durationInWords } from './inWords';
import { soonAgain } from './soonAgain';

/** What is kept about a source between two looks at it. */
export type KeptSource = {
  lastAttemptAt?: Instant;
  lastSuccessAt?: Instant;
  lastOutcome?: SourceRun['outcome'];
  consecutiveFailures: number;
  /** asked in the last round, and how many of these went wrong */
  questions: number;
  questionsFailed: number;
  fault?: Fault;
  /** what the source itself said about its last answer */
  notes: string[];
  circuit: Circuit;
};

export type JudgedBy = {
  kind: SourceKind;
  enabled: boolean;
  every?: Millis;
  freshFor: Millis;
};

export type Judgement = {
  state: SourceState;
  words: string;
  nextAttemptAt?: Instant;
};

// A moment that lies ahead means that the clock was set back: "just now".
const ageOf = (at: Instant, now: Instant): Millis => Math.max(0, now - at);

const agoInWords = (at: Instant, now: Instant) =>
  `${durationInWords(ageOf(at, now))} ago`;

const starting: Record<SourceKind, string> = {
  pull: 'Waits for its first turn',
  watch: 'Waits for its stream to open',
  push: 'Waits to be told something',
};

const nextAttempt = (
  kept: KeptSource,
  by: JudgedBy,
  now: Instant,
): Instant | undefined => {
  const resumed = triedAgainAt(kept.circuit, now);
  if (by.kind !== 'pull' || by.every === undefined) {
    return resumed;
  }
  const since = Math.min(kept.lastAttemptAt ?? now, now);
  const pause = soonAgain({
    failures: kept.lastOutcome === 'retry' ? kept.consecutiveFailures : 0,
    circuit: kept.circuit,
    every: by.every,
    now: since,
  });
  return Math.max(since + (pause ?? by.every), resumed ?? 0, now);
};

const partWords = (kept: KeptSource, kind: SourceKind) => {
  const { questions, questionsFailed } = kept;
  if (questionsFailed > 0) {
    const why = kept.fault ? `: ${kept.fault.words}` : '';
    const part = `${questionsFailed} of ${questions}`;
    return kind === 'push'
      ? `Speaks, ${part} reports could not be kept${why}`
      : `Answers, ${part} batches failed${why}`;
  }
  return `Answers, but not completely: ${kept.notes.join('; ')}`;
};

const faultWords = (kept: KeptSource) =>
  kept.fault?.words ?? 'it ended without saying why';

const troubleWords = (kept: KeptSource, now: Instant) => {
  const tries = kept.consecutiveFailures;
  const times = tries === 1 ? 'The last try' : `The last ${tries} tries`;
  const resumed = triedAgainAt(kept.circuit, now);
  const next = resumed
    ? `; tried again in ${durationInWords(resumed - now)}`
    : '';
  return `${times} failed: ${faultWords(kept)}${next}`;
};

const standsWords = (kept: KeptSource, now: Instant) =>
  kept.lastSuccessAt === undefined
    ? 'It has never answered'
    : `What it said ${agoInWords(kept.lastSuccessAt, now)} still stands`;

const staleWords = (kept: KeptSource, by: JudgedBy, now: Instant) => {
  const last = agoInWords(kept.lastSuccessAt ?? now, now);
  const believed = durationInWords(by.freshFor);
  const quiet = by.kind === 'push' ? 'It last said something' : 'Last answered';
  const old = `${quiet} ${last}, and is believed for ${believed}`;
  return kept.consecutiveFailures > 0
    ? `${old}. ${troubleWords(kept, now)}`
    : old;
};

/**
 * The state of a source and why, from what is kept and the time. Being out of
 * date outranks the reason for it: it is what readers of its data must know.
 *
 * ```
 *   disabled → starting → stale → paused → failing → partial → ok
 *   (the first that applies)
 * ```
 */
export const judgeSource = (
  kept: KeptSource,
  by: JudgedBy,
  now: Instant,
): Judgement => {
  if (!by.enabled) {
    return { state: 'disabled', words: 'Switched off in app-config' };
  }
  const next = nextAttempt(kept, by, now);
  const judged = (state: SourceState, words: string): Judgement => ({
    state,
    words,
    ...(next === undefined ? {} : { nextAttemptAt: next }),
  });
  const { lastSuccessAt, consecutiveFailures } = kept;
  if (lastSuccessAt === undefined && consecutiveFailures === 0) {
    return judged('starting', starting[by.kind]);
  }
  if (lastSuccessAt !== undefined && ageOf(lastSuccessAt, now) > by.freshFor) {
    return judged('stale', staleWords(kept, by, now));
  }
  if (triedAgainAt(kept.circuit, now) !== undefined) {
    const trouble =
      consecutiveFailures > 0
        ? troubleWords(kept, now)
        : `Paused: ${faultWords(kept)}`;
    return judged('paused', `${trouble}. ${standsWords(kept, now)}`);
  }
  if (consecutiveFailures > 0) {
    const words = `${troubleWords(kept, now)}. ${standsWords(kept, now)}`;
    return judged('failing', words);
  }
  if (kept.lastOutcome === 'partial') {
    return judged('partial', partWords(kept, by.kind));
  }
  return judged('ok', `Answered ${agoInWords(lastSuccessAt ?? now, now)}`);
};

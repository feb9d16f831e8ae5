import {
  Evidence,
  Instant,
  isStale,
  IsoTime,
  Objective,
  ObjectiveStatus,
  toIso,
  unknown,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import type { Measurement } from '@sightline/backstage-plugin-sightline-node';
import { AlertRule } from './AlertRule';
import { budgetReading, periodOf } from './budgetReading';
import { burnPairs, burnsByWindow } from './burnPairs';
import { errorShares, sharesAt } from './errorShare';
import { forecastOf } from './forecastOf';
import { alarmingBurn, AlertMemory, nextAlert } from './nextAlert';
import { StateOrNot, stateOf } from './stateOf';
import { wordsOf } from './wordsOf';

/** The last measurement there is, with where it came from. */
export type KeptMeasurement = { measurement: Measurement; evidence: Evidence };

/** What must be known of the judgement before: keep it as it is, and give it back. */
export type JudgedBefore = Pick<ObjectiveStatus, 'state' | 'since' | 'alert'> &
  Omit<AlertMemory, 'alert'>;

export type JudgeInput = {
  objective: Objective;
  rules: readonly AlertRule[];
  kept?: KeptMeasurement;
  /** why there is nothing newer, or nothing at all */
  missing?: Unknown;
  before?: JudgedBefore;
  /** a window that allows fewer bad events than this is too small to judge by */
  minimumBadEvents?: number;
  now: Instant;
};

export type Judgement = { status: ObjectiveStatus; next: JudgedBefore };

/**
 * How an objective stands, and what to remember of it.
 *
 * ```
 *   measurement ─┬─▶ budget ──────────────┐
 *                └─▶ burns ─▶ alert ──────┼─▶ state ─▶ words
 *        before ──────────────┘           │
 *        now ──▶ stale: the state before ─┘
 * ```
 *
 * All but staleness is reckoned at the moment of the measurement, so judging the
 * same one again, whenever that is, gives the same answer.
 */
export const judgeObjective = (input: JudgeInput): Judgement => {
  const { kept, missing } = input;
  if (!kept) return judgeUnmeasured(input);
  const old = isStale(kept.evidence, input.now);
  // Nobody will ever ask again, so the last known is the past and no more.
  if (old && missing?.reason === 'not-configured') {
    return judgeUnmeasured({ ...input, before: undefined });
  }
  return judgeMeasured(input, kept, old);
};

const judgeMeasured = (
  input: JudgeInput,
  { measurement, evidence }: KeptMeasurement,
  stale: boolean,
): Judgement => {
  const { objective, rules, before, minimumBadEvents = 1 } = input;
  const { at } = measurement;
  const { target, budgeting } = objective;
  const period = periodOf(objective, at);
  const judged = { target, budgeting, minimumBadEvents };
  const shares = errorShares(measurement, judged);
  const read = budgetReading(objective, measurement, { shares, period });
  const byWindow = burnsByWindow(shares, target);
  const burns = burnPairs(rules, {
    shareAt: sharesAt(measurement, judged),
    ...{ target, period: period.to - period.from },
  });
  const memory =
    stale && before ? memoryOf(before) : alertAfter(before, burns, at);
  const found = stateOf(read, memory, burns);
  const state = stale && before ? sameState(before, found) : found;
  const { budget } = read;
  const forecast = stale
    ? undefined
    : forecastOf({
        ...{ objective, budget, burns: byWindow, period, at },
        alarming: alarmingBurn(burns, memory),
      });
  const told = { ...state, objective, memory, budget, burns, forecast };
  const words = wordsOf({ ...told, period, at });
  return conclude(before, at, {
    ...{ objective, ...state, stale, burns, evidence, memory },
    words: stale ? staleWords(words, input.missing) : words,
    ...(budget && { budget }),
    ...(forecast && { forecast }),
  });
};

const alertAfter = (
  before: JudgedBefore | undefined,
  burns: ObjectiveStatus['burns'],
  at: Instant,
): AlertMemory => nextAlert(before ? memoryOf(before) : {}, burns, at);

const memoryOf = ({
  alert,
  quietSince,
  heardAt,
}: JudgedBefore): AlertMemory => ({
  ...(alert && { alert }),
  ...(quietSince !== undefined && { quietSince }),
  ...(heardAt !== undefined && { heardAt }),
});

/** What is too old changes nothing: neither for the better nor for the worse. */
const sameState = (before: JudgedBefore, found: StateOrNot): StateOrNot =>
  before.state === 'unknown'
    ? { state: 'unknown', unknown: found.unknown ?? unknown('no-data') }
    : { state: before.state };

const staleWords = (words: string, missing: Unknown | undefined): string => {
  const known = `Last known: ${words}`;
  return missing?.detail === undefined ? known : `${known}. ${missing.detail}`;
};

/** Nothing was ever counted, or it is no longer kept. */
const judgeUnmeasured = (input: JudgeInput): Judgement => {
  const { objective, before, now } = input;
  const why = input.missing ?? unknown('no-data', 'It was not measured yet');
  const state: StateOrNot = { state: 'unknown', unknown: why };
  const period = periodOf(objective, now);
  const burns: ObjectiveStatus['burns'] = [];
  const told = { ...state, objective, memory: {}, burns, period, at: now };
  return conclude(before, now, {
    ...{ objective, ...state, stale: false, burns, memory: {} },
    words: wordsOf(told),
  });
};

type Concluded = Omit<ObjectiveStatus, 'since' | 'alert'> & {
  memory: AlertMemory;
};

const conclude = (
  before: JudgedBefore | undefined,
  at: Instant,
  { memory, ...said }: Concluded,
): Judgement => {
  const since: IsoTime =
    before?.state === said.state ? before.since : toIso(at);
  const { alert } = memory;
  const status = { ...said, since, ...(alert && { alert }) };
  return { status, next: { state: said.state, since, ...memory } };
};

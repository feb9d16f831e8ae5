import {
  BudgetReading,
  BurnPair,
  Instant,
  Millis,
  Objective,
  ObjectiveStatus,
  toInstant,
  Unknown,
  UnknownReason,
} from '@sightline/backstage-plugin-sightline-common';
import { Period } from './budgetReading';
import { isAbove } from './burnPairs';
import { budgetLasts } from './forecastOf';
import {
  durationInWords,
  inTheLast,
  percentInWords,
  timesInWords,
} from './inWords';
import { alarmingBurn, AlertMemory } from './nextAlert';
import { StateOrNot } from './stateOf';

export type ToTell = StateOrNot & {
  objective: Pick<Objective, 'window'>;
  memory: AlertMemory;
  budget?: BudgetReading;
  burns: readonly BurnPair[];
  forecast?: ObjectiveStatus['forecast'];
  period: Period;
  /** the moment of the measurement: one reading is always told alike */
  at: Instant;
};

/** One sentence for somebody who was asleep a minute ago. */
export const wordsOf = (told: ToTell): string => {
  switch (told.state) {
    case 'page':
    case 'ticket':
      return alertWords(told);
    case 'exhausted':
      return exhaustedWords(told);
    case 'unknown':
      return unknownWords(told.unknown);
    default:
      return metWords(told);
  }
};

const alertWords = (told: ToTell): string => {
  const { memory, burns, at } = told;
  const { alert, quietSince } = memory;
  const since = toInstant(alert?.since ?? '') ?? at;
  const rate = alarmingBurn(burns, memory);
  if (rate !== undefined) {
    const how = `Burns ${timesInWords(rate)} too fast${lasting(at - since)}`;
    return how + endWords(told, rate);
  }
  if (quietSince !== undefined) {
    const quiet = at - (toInstant(quietSince) ?? at);
    return `Burns too fast no longer${lasting(quiet)}${leftWords(told)}`;
  }
  const loud = burns.find(
    ({ severity, short, threshold }) =>
      severity === alert?.severity && isAbove(short.burn, threshold),
  );
  if (!loud) {
    return 'Burned too fast when it could last be read; whether it still does is not known';
  }
  const lately = inTheLast(loud.short.window);
  return `Still burned too fast in ${lately}${leftWords(told)}`;
};

const lasting = (time: Millis): string =>
  time < 60_000 ? '' : ` for ${durationInWords(time)}`;

const endWords = (told: ToTell, burn: number): string => {
  const { budget } = told;
  if (!budget) return '';
  if (budget.remaining <= 0) return '; the budget is spent';
  const lasts = budgetLasts({ ...told, budget, burn });
  if (lasts === undefined) return leftWords(told);
  const end = durationInWords(lasts);
  return `; at this rate nothing of the budget is left in ${end}`;
};

const leftWords = ({ budget }: Pick<ToTell, 'budget'>): string => {
  if (!budget) return '';
  return budget.remaining > 0
    ? `; ${percentInWords(budget.remaining)} of the budget is left`
    : '; the budget is spent';
};

const exhaustedWords = ({ budget, objective, at, period }: ToTell): string => {
  const over = -(budget?.remaining ?? 0);
  const spent =
    over > 0
      ? `The budget is overdrawn by ${percentInWords(over)}`
      : 'The budget is spent';
  const { window } = objective;
  const back =
    window.kind === 'calendar'
      ? `it begins anew in ${durationInWords(period.to - at)}`
      : `it recovers as old errors leave ${inTheLast(window.duration)}`;
  return `${spent}; ${back}`;
};

const reasons: Record<UnknownReason, string> = {
  'no-data': 'Nothing is known of it',
  'not-configured': 'Nobody has said where it is measured',
  'source-unavailable': 'What measures it cannot be asked',
  'too-few-events': 'Too few events to tell',
  'not-permitted': 'You may not see what is known of it',
};

/** Its first sentence: where exactly it was looked for stands in the reason, one level deeper. */
const unknownWords = (unknown: Unknown | undefined): string =>
  unknown?.detail?.split(/\.\s+(?=\p{Lu})/u, 1)[0] ??
  reasons[unknown?.reason ?? 'no-data'];

const metWords = ({ budget, forecast, at }: ToTell): string => {
  if (!budget) return 'It held when it could last be read';
  const { remaining, coversOnly } = budget;
  const left =
    remaining === 1
      ? 'The whole budget is left'
      : `${percentInWords(remaining)} of the budget is left`;
  const end = toInstant(forecast?.exhaustedAt ?? '');
  const until =
    end === undefined
      ? ''
      : `; at the pace of the last hours it lasts ${durationInWords(end - at)}`;
  const covers =
    coversOnly === undefined
      ? ''
      : `; data go back ${durationInWords(coversOnly)} only`;
  return left + until + covers;
};

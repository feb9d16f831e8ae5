import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  Measured,
  MeasureQuestion,
  ok,
  Outcome,
  promTextFor,
} from '@sightline/backstage-plugin-sightline-node';
import { Round } from '../createRound';
import { grouped, keyOf, Sum, sumOf } from '../engine/grouped';
import { wholeMinutes } from '../plans';
import { readMeasured } from '../engine/readMeasured';
import { Windows } from '../measurePlanned';
import { pyrraDuration } from './pyrraDuration';

const labels = ['slo'];
const shares = { partIs: 'bad-share', withoutPart: 'none' } as const;
const counts = { partIs: 'bad', withoutPart: 'unknown' } as const;
const common = { labels, part: '', presence: '' };

const availability = 'pyrra_availability{slo!=""}';

/** Despite its name a share of errors: it is divided by no budget. */
const burnRate = (window: Millis) =>
  `{__name__=~".+:burnrate${pyrraDuration(window)}",slo!=""}`;

/** Rates of 5 minutes laid end to end, in events. */
const eventsOf = (rate: string, window: Millis) =>
  promTextFor(
    `300 * sum by (slo) (sum_over_time((${rate}{slo!=""} >= 0)[$within:5m]))`,
    window,
  );

/**
 * ```
 *   the whole window ──▶ pyrra_availability      errors of all events
 *   windows it has   ──▶ <metric>:burnrate1h     the same
 *   any other        ──▶ rates of 5 minutes, summed up: also weighted by traffic
 * ```
 */
export const askPyrra = async (
  round: Round,
  question: MeasureQuestion,
): Promise<Outcome<Windows>> => {
  const keys = pyrraKeys(question.indicator);
  const whole = Math.max(...question.windows);
  const told: Windows = [];
  for (const window of question.windows) {
    const of = { round, keys, window: wholeMinutes(window) };
    const answer = await askWindow(of, window === whole);
    if (answer.outcome !== 'ok') return answer;
    told.push({ window, measured: answer.value });
  }
  return ok(told);
};

export const pyrraPresence = {
  labels,
  presence: 'pyrra_requests:rate5m{slo!=""}',
};

export const pyrraKeys = (indicator: MeasureQuestion['indicator']) =>
  indicator.by === 'recorded'
    ? [keyOf(labels.map(label => indicator.labels[label] ?? ''))]
    : [];

type Asked = { round: Round; keys: string[]; window: Millis };

const askWindow = async (
  asked: Asked,
  isWhole: boolean,
): Promise<Outcome<Measured>> => {
  const share = await askFor(
    asked,
    isWhole ? availability : burnRate(asked.window),
  );
  if (share.outcome !== 'ok') return share;
  if (share.value) {
    const partIs = isWhole ? 'good-share' : 'bad-share';
    return ok(
      readMeasured({ ...common, ...shares, partIs }, { part: share.value }),
    );
  }
  const part = await askFor(
    asked,
    eventsOf('pyrra_errors:rate5m', asked.window),
  );
  const total = await askFor(
    asked,
    eventsOf('pyrra_requests:rate5m', asked.window),
  );
  if (part.outcome !== 'ok') return part;
  if (total.outcome !== 'ok') return total;
  const answers = { part: part.value, total: total.value };
  const measured = readMeasured({ ...common, ...counts }, answers);
  return ok(measured.what === 'no-data' ? notRecorded(asked.window) : measured);
};

const notRecorded = (window: Millis): Measured => ({
  what: 'no-data',
  detail: `Pyrra has recorded nothing over ${pyrraDuration(
    window,
  )}: are its generic rules loaded, too?`,
});

const askFor = async (
  { round, keys }: Asked,
  text: string,
): Promise<Outcome<Sum | undefined>> => {
  const answer = await round.ask(text, {
    key: labels.join(),
    read: series => grouped(series, labels),
  });
  return answer.outcome === 'ok' ? ok(sumOf(answer.value, keys)) : answer;
};

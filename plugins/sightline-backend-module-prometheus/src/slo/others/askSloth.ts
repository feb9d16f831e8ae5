import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  MeasureQuestion,
  Outcome,
  PromQuestions,
  promDuration,
  promTextFor,
} from '@sightline/backstage-plugin-sightline-node';
import { Round } from '../createRound';
import { grouped, keyOf, sumOf } from '../engine/grouped';
import { wholeMinutes } from '../plans';
import { readMeasured } from '../engine/readMeasured';
import { Windows } from '../measurePlanned';

const labels = ['sloth_id'];
const of5Minutes = 'slo:sli_error:ratio_rate5m{sloth_id!=""}';

/** Of all objectives that Sloth knows, whatever the window. */
export const slothQuestions: PromQuestions = {
  labels,
  part: of5Minutes,
  partIs: 'bad-share',
  withoutPart: 'none',
  presence: of5Minutes,
};

/** Windows of which Sloth records errors by all events, as they should be. */
const recorded = new Set(['5m', '30m', '1h', '2h', '6h', '1d', '3d']);

/**
 * Over its whole period Sloth records the plain mean of the shares of 5 minutes: a
 * quiet night weighs as much as a busy day, and one share that is no number, as
 * when nothing happened, makes all of it none. Which questions the shares came
 * from its series do not say, so the share of all events cannot be had. What can:
 * the mean of those slices that had events. It is named for what it is, since
 * what is discovered here is budgeted in slices (`ratio-timeslices`), each alike.
 */
const textFor = (window: Millis): string => {
  const length = promDuration(window);
  return recorded.has(length)
    ? `slo:sli_error:ratio_rate${length}{sloth_id!=""}`
    : promTextFor(`avg_over_time((${of5Minutes} >= 0)[$within:5m])`, window);
};

/** All windows of one objective of Sloth; the answers are shared by all of them. */
export const askSloth = async (
  round: Round,
  { windows, indicator }: MeasureQuestion,
): Promise<Outcome<Windows>> => {
  const keys = slothKeys(indicator);
  const told: Windows = [];
  for (const window of windows) {
    const answer = await round.ask(textFor(wholeMinutes(window)), {
      key: labels.join(),
      read: series => grouped(series, labels),
    });
    if (answer.outcome !== 'ok') return answer;
    const part = sumOf(answer.value, keys);
    told.push({ window, measured: readMeasured(slothQuestions, { part }) });
  }
  return { outcome: 'ok', value: told };
};

export const slothKeys = (indicator: MeasureQuestion['indicator']) =>
  indicator.by === 'recorded'
    ? [keyOf(labels.map(label => indicator.labels[label] ?? ''))]
    : [];

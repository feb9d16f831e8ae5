import {
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  Measured,
  Measurement,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { PairsOf } from './askPlans';
import { Round } from './createRound';
import { boundIn, boundInWords } from './engine/bounds';
import { sumAt } from './engine/counted';
import { noSeriesInWords } from './engine/noSeriesInWords';
import { Answers, readMeasured } from './engine/readMeasured';
import { Plan, Planned, wholeMinutes } from './plans';

export type Windows = Measurement['windows'];

const tooNew: Measured = {
  what: 'no-data',
  detail: 'The window began less than a minute ago',
};

/** All windows of one objective, or why one of them could not be asked about. */
export const measurePlanned = async (
  planned: Planned,
  pairsOf: PairsOf,
  boundsOf: BoundsOf,
): Promise<Outcome<Windows>> => {
  const { question, plan, places } = planned;
  const pairs = await pairsOf(plan);
  const windows: Windows = [];
  let isThere = false;
  for (const window of question.windows) {
    if (wholeMinutes(window) === 0) {
      windows.push({ window, measured: tooNew });
      continue;
    }
    const pair = pairs.get(window);
    if (pair && pair.outcome !== 'ok') return pair;
    const answers: Answers = pair
      ? {
          total: pair.value.total && sumAt(pair.value.total, places),
          part: sumAt(pair.value.part, places),
        }
      : {};
    isThere ||= Boolean(answers.total ?? answers.part);
    const measured = readMeasured(plan.questions, answers);
    windows.push({
      window,
      measured: mayLackBound(plan, answers, measured)
        ? await explained(measured, plan, answers, boundsOf)
        : measured,
    });
  }
  return ok((isThere ? undefined : ofNobody(planned)) ?? windows);
};

/** `component:default/orders` → `orders` */
const nameOf = (service: ServiceRef) => service.slice(service.indexOf('/') + 1);

/** Nothing at all of one of the fleet: the likely mistake is what it is called. */
const ofNobody = ({ question, plan, keys }: Planned): Windows | undefined => {
  const { labels } = plan.questions;
  // A slice without events has no value either, however known the service is.
  const { budgeting, service, windows } = question;
  if (labels.length === 0 || budgeting.method !== 'occurrences') {
    return undefined;
  }
  const detail = noSeriesInWords(nameOf(service), labels, keys);
  return windows.map(window => ({
    window,
    measured: { what: 'no-data', detail },
  }));
};

const mayLackBound = (
  { questions: { bounded, withoutPart } }: Plan,
  { total }: Answers,
  measured: Measured,
) =>
  bounded !== undefined &&
  measured.what === 'no-data' &&
  measured.detail === undefined &&
  (total !== undefined || withoutPart === 'none');

/**
 * Calls are counted, and none of them below the bound: the bucket is not there.
 * Where all there is depends on it, that is so only if nobody has the bucket.
 */
const withBounds = (
  measured: Measured,
  { isThere, words }: Bounds,
  hasTotal: boolean,
): Measured =>
  hasTotal || !isThere ? { what: 'no-data', detail: words } : measured;

const explained = async (
  measured: Measured,
  plan: Plan,
  { total }: Answers,
  boundsOf: BoundsOf,
): Promise<Measured> => {
  const bounds = await boundsOf(plan);
  return bounds ? withBounds(measured, bounds, total !== undefined) : measured;
};

const lookBack: Millis = 3_600_000;

type Bounds = { isThere: boolean; words: string };
type BoundsOf = (plan: Plan) => Promise<Bounds | undefined>;

/** Which bounds there are, asked of the index, and only when one was not found. */
export const createBoundsOf =
  (round: Round): BoundsOf =>
  async ({ questions: { bounded } }) => {
    const asked = bounded === undefined ? undefined : boundIn(bounded);
    if (!asked) return undefined;
    const { metric, bound } = asked;
    const there = await round.labelValues(
      'le',
      [['__name__', '=', metric]],
      round.at - lookBack,
    );
    if (there.outcome !== 'ok' || there.value.length === 0) return undefined;
    return {
      isThere: there.value.some(value => Number(value) === Number(bound)),
      words: boundInWords(bound, there.value),
    };
  };

import type {
  Measured,
  PromQuestions,
} from '@sightline/backstage-plugin-sightline-node';
import { Sum } from './grouped';

/** What one window's questions were answered with, about one service. */
export type Answers = { total?: Sum; part?: Sum };

/** Rates are extrapolated, each series by itself: this much two may differ. */
const slack = 0.05;

const noData = (detail?: string): Measured =>
  detail === undefined ? { what: 'no-data' } : { what: 'no-data', detail };

/**
 * | total  | part   | is                                             |
 * |--------|--------|------------------------------------------------|
 * | absent | any    | no data                                        |
 * | 0      | any    | no traffic: neither good nor bad               |
 * | above  | absent | none, unless the part may simply not exist     |
 * | above  | more than there are | two that count different things   |
 */
export const readMeasured = (
  { partIs, withoutPart }: PromQuestions,
  { total, part }: Answers,
): Measured => {
  if (partIs === 'bad-share' || partIs === 'good-share') {
    return readShare(partIs === 'good-share', part);
  }
  if (!total) return noData();
  if (!part && total.sum > 0 && withoutPart === 'unknown') return noData();
  return readCounts(partIs, total.sum, part?.sum ?? 0);
};

const readCounts = (
  partIs: 'bad' | 'good',
  total: number,
  part: number,
): Measured => {
  if (!Number.isFinite(total) || !Number.isFinite(part)) {
    return noData(`The answer is no number: ${part} of ${total}`);
  }
  if (total < 0 || part < 0) {
    return noData(`There cannot be fewer than none: ${part} of ${total}`);
  }
  if (part > total * (1 + slack) + 1) {
    return noData(
      `More are ${partIs} than there are (${round(part)} of ${round(
        total,
      )}): do both questions count the same?`,
    );
  }
  if (total === 0) return { what: 'no-traffic' };
  const some = Math.min(part, total);
  return {
    what: 'counted',
    total,
    bad: partIs === 'bad' ? some : total - some,
  };
};

const round = (value: number) => Number(value.toPrecision(6));

/** A share that is above 1 by rounding alone. */
const hair = 1e-6;

const readShare = (ofGood: boolean, answer?: Sum): Measured => {
  if (!answer) return noData();
  if (answer.series > 1) {
    return noData(
      `The question has ${answer.series} answers and must have one: shares of different totals cannot be put together`,
    );
  }
  const share = answer.sum;
  // 0 / 0: nothing happened.
  if (Number.isNaN(share)) return { what: 'no-traffic' };
  if (share < -hair || share > 1 + hair) {
    return noData(`The answer is ${share}, and a share lies between 0 and 1`);
  }
  const clean = Math.min(1, Math.max(0, share));
  return { what: 'shared', bad: ofGood ? 1 - clean : clean };
};

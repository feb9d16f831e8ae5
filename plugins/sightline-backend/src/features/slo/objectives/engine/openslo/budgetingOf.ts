import { Budgeting } from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import { Path } from '../../../../../platform/engine/documents/DocumentProblem';
import { DocumentReader } from './DocumentReader';
import { readDuration } from './durations';
import { budgetingMethods, objective } from './schema';

type SaidObjective = z.infer<typeof objective>;
type Method = (typeof budgetingMethods)[number];

const MINUTE = 60_000;

/** `1m`, or a number of minutes. */
const sliceOf = (said: string | number): number =>
  typeof said === 'number' ? said * MINUTE : readDuration(said)?.millis ?? 0;

/** More than a day says nothing about an outage, less than a minute is no sample. */
const isSlice = (slice: number) =>
  slice >= MINUTE && slice <= 1440 * MINUTE && slice % 1000 === 0;

const readSlice = (
  said: SaidObjective,
  { method, reader, at }: { method: Method; reader: DocumentReader; at: Path },
) => {
  if (said.timeSliceWindow === undefined) {
    reader.problem(
      [...at, 'timeSliceWindow'],
      `timeSliceWindow is missing, and ${method} need it; write the length of a slice, such as 1m`,
    );
    return undefined;
  }
  const slice = sliceOf(said.timeSliceWindow);
  if (!isSlice(slice)) {
    reader.problem(
      [...at, 'timeSliceWindow'],
      `timeSliceWindow is ${said.timeSliceWindow}; write at least 1m and at most 1d`,
    );
    return undefined;
  }
  return slice;
};

/**
 * What the budget counts. The values of a threshold metric are no events: with
 * Occurrences each minute is one, good when the value is on the right side.
 */
export const budgetingOf = (
  said: SaidObjective,
  context: {
    method: Method;
    isThreshold: boolean;
    reader: DocumentReader;
    at: Path;
  },
): Budgeting | undefined => {
  const { method, isThreshold, reader, at } = context;
  if (method === 'Occurrences') {
    return isThreshold
      ? { method: 'timeslices', slice: MINUTE, good: 1 }
      : { method: 'occurrences' };
  }
  const slice = readSlice(said, context);
  if (method === 'RatioTimeslices') {
    return slice === undefined
      ? undefined
      : { method: 'ratio-timeslices', slice };
  }
  const good = said.timeSliceTarget;
  if (good === undefined) {
    reader.problem(
      [...at, 'timeSliceTarget'],
      'timeSliceTarget is missing, and Timeslices need it; write the share of a slice that must be good, such as 0.95',
    );
  }
  return slice === undefined || good === undefined
    ? undefined
    : { method: 'timeslices', slice, good };
};

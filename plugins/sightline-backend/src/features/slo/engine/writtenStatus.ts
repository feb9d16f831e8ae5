import {
  Evidence,
  Instant,
  Millis,
  Objective,
  ObjectiveStatus,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  Measured,
  Measurement,
} from '@sightline/backstage-plugin-sightline-node';

/**
 * A status as it is kept: without what other columns say, and with the beginning
 * of the budget as a length, so that nothing moves merely because time passes.
 */
type WrittenStatus = Omit<
  ObjectiveStatus,
  'objective' | 'evidence' | 'stale' | 'budget'
> & {
  budget?: Omit<NonNullable<ObjectiveStatus['budget']>, 'from' | 'to'> & {
    length: Millis;
    /** how long before the measurement it ended */
    ended: Millis;
  };
};

export const writeStatus = (
  { objective: _, evidence: __, stale: ___, budget, ...said }: ObjectiveStatus,
  measuredAt: Instant | undefined,
): string => {
  if (!budget) return JSON.stringify(said);
  const { from, to, ...counted } = budget;
  const end = toInstant(to) ?? 0;
  const written: WrittenStatus = {
    ...said,
    budget: {
      ...counted,
      length: end - (toInstant(from) ?? end),
      ended: (measuredAt ?? end) - end,
    },
  };
  return JSON.stringify(written);
};

export type KeptStatus = {
  document: string;
  stale: boolean;
  measuredAt?: Instant;
  evidence?: Evidence;
};

export const readStatus = (
  objective: Objective,
  { document, stale, measuredAt, evidence }: KeptStatus,
): ObjectiveStatus => {
  const { budget, ...said }: WrittenStatus = JSON.parse(document);
  const status: ObjectiveStatus = {
    ...said,
    ...{ objective, stale },
    ...(evidence && { evidence }),
  };
  if (!budget) return status;
  const { length, ended, ...counted } = budget;
  const end = (measuredAt ?? 0) - ended;
  const span = { from: toIso(end - length), to: toIso(end) };
  return { ...status, budget: { ...counted, ...span } };
};

/** `[window, total, bad]`, `[window, 'shared', bad]`, `[window, 'no-data', detail]`, `[window, 'no-traffic']` */
type WrittenWindow =
  | [Millis, number, number]
  | [Millis, 'shared', number]
  | [Millis, 'no-data', string?]
  | [Millis, 'no-traffic'];

type WrittenMeasurement = {
  windows: WrittenWindow[];
  /** how long before the measurement data begin */
  since?: Millis;
};

const writeWindow = ({
  window,
  measured,
}: Measurement['windows'][number]): WrittenWindow => {
  switch (measured.what) {
    case 'counted':
      return [window, measured.total, measured.bad];
    case 'shared':
      return [window, 'shared', measured.bad];
    case 'no-data':
      return measured.detail === undefined
        ? [window, 'no-data']
        : [window, 'no-data', measured.detail];
    default:
      return [window, 'no-traffic'];
  }
};

const readWindow = ([, what, more]: WrittenWindow): Measured => {
  if (typeof what === 'number') {
    return { what: 'counted', total: what, bad: more as number };
  }
  if (what === 'shared') return { what, bad: more as number };
  if (what === 'no-traffic') return { what };
  return more === undefined
    ? { what }
    : { what, detail: more as unknown as string };
};

/** What was counted, without whose it is and when: those have columns. */
export const writeMeasurement = ({
  at,
  windows,
  dataSince,
}: Measurement): string => {
  const written: WrittenMeasurement = {
    windows: windows.map(writeWindow),
    ...(dataSince !== undefined && { since: at - dataSince }),
  };
  return JSON.stringify(written);
};

export const readMeasurement = (
  text: string,
  { objective, at }: { objective: string; at: Instant },
): Measurement => {
  const { windows, since }: WrittenMeasurement = JSON.parse(text);
  return {
    ...{ objective, at },
    windows: windows.map(written => ({
      window: written[0],
      measured: readWindow(written),
    })),
    ...(since !== undefined && { dataSince: at - since }),
  };
};

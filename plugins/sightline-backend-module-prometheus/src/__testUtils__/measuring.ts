import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  Indicator,
  Measured,
  Measurement,
  MeasureQuestion,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { promDuration } from '@sightline/backstage-plugin-sightline-node';
import { createPrometheusClient } from '../client/createPrometheusClient';
import { createIndicatorSource } from '../slo/createIndicatorSource';

export const minute: Millis = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A source of a server at `url`, as an empty configuration makes it. */
export const sourceOf = (url: string, now?: () => Instant) =>
  createIndicatorSource({
    id: 'main',
    client: createPrometheusClient({ url, headers: {} }),
    settings: { atOnce: 4, discover: true },
    now,
  });

export const question = (
  name: string,
  indicator: Indicator,
  more: Partial<MeasureQuestion> = {},
): MeasureQuestion => ({
  objective: name,
  service: `component:default/${name}`,
  indicator,
  budgeting: { method: 'occurrences' },
  windows: [5 * minute, hour, 30 * day],
  ...more,
});

type InWords = {
  windows: Record<string, string>;
  since?: string;
};

/** By objective and window: `24 of 1200`, `0.2`, or what else came of it. */
export const inWords = (
  answer: Outcome<Measurement[]>,
): Record<string, InWords> => {
  if (answer.outcome !== 'ok') throw new Error(answer.fault.words);
  return Object.fromEntries(
    answer.value.map(({ objective, windows, dataSince }) => [
      objective,
      {
        windows: Object.fromEntries(
          windows.map(({ window, measured }) => [
            promDuration(window),
            measuredInWords(measured),
          ]),
        ),
        ...(dataSince !== undefined && {
          since: new Date(dataSince).toISOString(),
        }),
      },
    ]),
  );
};

const clean = (value: number) => Number(value.toPrecision(9));

const measuredInWords = (measured: Measured): string => {
  switch (measured.what) {
    case 'counted':
      return `${clean(measured.bad)} of ${clean(measured.total)}`;
    case 'shared':
      return String(clean(measured.bad));
    case 'no-data':
      return measured.detail ? `no data: ${measured.detail}` : 'no data';
    default:
      return 'no traffic';
  }
};

import {
  Instant,
  Millis,
  Objective,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  Measured,
  Measurement,
} from '@sightline/backstage-plugin-sightline-node';
import { defaultAlertRules } from '../defaultAlertRules';
import { JudgeInput, KeptMeasurement } from '../judgeObjective';

export const minute: Millis = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** 2 a.m., when nobody wants to think. */
export const NOW: Instant = Date.parse('2026-11-21T02:00:00Z');

export const rules = defaultAlertRules(30 * day);

export const objective = (more: Partial<Objective> = {}): Objective => ({
  id: 'component:default/payments/availability',
  service: 'component:default/payments',
  name: 'availability',
  title: 'Payments are answered',
  indicator: { kind: 'availability', words: 'requests that answer below 500' },
  target: 0.9995,
  window: { kind: 'rolling', duration: 30 * day },
  budgeting: { method: 'occurrences' },
  origin: { kind: 'openslo', where: 'payments.yaml' },
  measuredBy: 'prometheus:main',
  ...more,
});

/** A thousand requests a second, so that no window has too few. */
const perMs = 1;

/** A share of bad ones among plenty, or exactly what came of it. */
export type Told = number | Measured;

const lengths = {
  ...{ '5m': 5 * minute, '30m': 30 * minute, '1h': hour, '2h': 2 * hour },
  ...{ '6h': 6 * hour, '1d': day, '3d': 3 * day, '30d': 30 * day },
};
export type Windows = Partial<Record<keyof typeof lengths, Told>>;

const toMeasured = (told: Told, window: Millis): Measured =>
  typeof told === 'number'
    ? { what: 'counted', total: window * perMs, bad: window * perMs * told }
    : told;

/** Windows that are not told are as `else` says. */
export const measurement = (
  told: Windows & { else?: Told },
  { at = NOW, ...more }: Partial<Measurement> = {},
): Measurement => {
  const windows = Object.entries(lengths).map(([name, window]) => ({
    window,
    measured: toMeasured(
      told[name as keyof Windows] ?? told.else ?? 0.0001,
      window,
    ),
  }));
  return { objective: objective().id, at, windows, ...more };
};

export const kept = (
  of: Measurement,
  validFor: Millis = 5 * minute,
): KeptMeasurement => ({
  measurement: of,
  evidence: {
    source: 'slo:prometheus:main',
    observedAt: new Date(of.at).toISOString(),
    validFor,
  },
});

/** As one measures now and judges at once. */
export const input = (
  told: Windows & { else?: Told },
  more: Partial<JudgeInput> & { at?: Instant } = {},
): JudgeInput => {
  const { at = NOW, ...rest } = more;
  return {
    ...{ objective: objective(), rules, now: at },
    kept: kept(measurement(told, { at })),
    ...rest,
  };
};

/** A promise about each month of its own. */
export const month = (more: Partial<Objective> = {}) =>
  objective({
    target: 0.999,
    window: {
      ...{ kind: 'calendar', unit: 'month', every: 1 },
      ...{ start: '2026-01-01 00:00:00', timeZone: 'UTC' },
    },
    ...more,
  });

/** What a month was measured to be so far, `hours` after it began. */
export const soFar = (bad: number, hours: number) => {
  const at = Date.parse('2026-11-01T00:00:00Z') + hours * hour;
  const { windows, ...rest } = measurement({ else: bad }, { at });
  const asked = {
    window: hours * hour,
    measured: {
      ...{ what: 'counted' as const, total: hours * 1000 },
      bad: hours * 1000 * bad,
    },
  };
  return kept({ ...rest, windows: [...windows.slice(0, -1), asked] });
};

/** At the moment of the measurement, whenever that was. */
export const asMeasured = (more: Partial<JudgeInput>): JudgeInput => {
  const of = input({}, more);
  return { ...of, now: of.kept?.measurement.at ?? of.now };
};

import {
  Instant,
  Objective,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  Measured,
  Measurement,
} from '@sightline/backstage-plugin-sightline-node';
import { InForce } from '../tables';

export const START: Instant = Date.parse('2026-11-21T02:00:00.000Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const ref = (name: string): ServiceRef => `component:default/${name}`;

/** An availability of 99.9 % over 30 days, unless a test says otherwise. */
const objective = (
  service: string,
  said: Partial<Objective> = {},
): Objective => {
  const name = said.name ?? 'availability';
  return {
    id: `${ref(service)}/${name}`,
    service: ref(service),
    name,
    title: `${service} answers`,
    indicator: { kind: 'availability', words: 'requests that succeed' },
    target: 0.999,
    window: { kind: 'rolling', duration: 30 * day },
    budgeting: { method: 'occurrences' },
    origin: { kind: 'openslo', where: `${service}.yaml` },
    measuredBy: 'fake',
    ...said,
  };
};

export const inForce = (
  service: string,
  said: Partial<Objective> = {},
  more: Partial<InForce> = {},
): InForce => ({
  objective: objective(service, said),
  indicator: { by: 'ratio', query: `errors_of_${service}[$window]`, of: 'bad' },
  service: { ref: ref(service), name: service },
  ...more,
});

export const ownedBy = (name: string): Partial<InForce> => ({
  service: {
    ...{ ref: ref(name), name },
    owner: {
      ...{ ref: `group:default/${name}`, name, exists: true, path: [] },
    },
    tier: 'T1',
  },
});

const windows = [
  ...[5 * minute, 30 * minute, hour, 2 * hour],
  ...[6 * hour, day, 3 * day, 30 * day],
];

export const counted = (total: number, bad: number): Measured => ({
  ...{ what: 'counted', total, bad },
});

/** The same share of errors in every window, a million calls in 30 days unless said otherwise. */
export const measured = (
  service: string,
  errors: number,
  { at = START, name = 'availability', calls = 1_000_000 } = {},
): Measurement => ({
  ...{ objective: `${ref(service)}/${name}`, at },
  windows: windows.map(window => {
    const total = Math.round((calls * window) / (30 * day));
    return { window, measured: counted(total, total * errors) };
  }),
});

/** The same answer in every window. */
export const answered = (
  service: string,
  what: Measured,
  at: Instant = START,
): Measurement => ({
  ...{ objective: `${ref(service)}/availability`, at },
  windows: windows.map(window => ({ window, measured: what })),
});

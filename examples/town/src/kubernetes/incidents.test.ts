import { incidents } from '../__testUtils__/harbour.ts';
import type { Outage } from '../engine/traffic.ts';
import {
  clusterAt,
  conditionOf,
  find,
  read,
  START,
} from './__testUtils__/clusters.ts';
import { moment } from './objects/KubeObject.ts';

const MINUTE = 60_000;

/** From the tenth to the fifteenth minute. */
const outage = (id: string): Outage => ({
  incident: incidents.find(one => one.id === id)!,
  fromMicros: (START + 10 * MINUTE) * 1000,
  toMicros: (START + 15 * MINUTE) * 1000,
});
const at = (minutes: number, id: string) =>
  clusterAt('harbour-eu1', {
    afterMs: minutes * MINUTE,
    outages: [outage(id)],
  });
const ledgerPods = (shelves: ReturnType<typeof at>) =>
  read(shelves, 'pods').filter(
    ({ metadata }) => metadata.labels['app.kubernetes.io/name'] === 'ledger',
  );

it('takes pods for not ready while nobody listens there, and for ready again afterwards', () => {
  const readies = [9, 12, 16].map(minutes => {
    const shelves = at(minutes, 'ledger-down');
    const [pod] = ledgerPods(shelves);
    const { readyReplicas = 0 } = find(
      shelves,
      'statefulsets',
      'ledger',
    ).status;
    const { status, lastTransitionTime } = conditionOf(pod, 'Ready');
    return { readyReplicas, status, since: lastTransitionTime };
  });
  const second = 1000;
  expect(readies.slice(1)).toEqual([
    {
      ...{ readyReplicas: 0, status: 'False' },
      since: moment(START + 10 * MINUTE + 15 * second),
    },
    {
      ...{ readyReplicas: 3, status: 'True' },
      since: moment(START + 15 * MINUTE + 5 * second),
    },
  ]);
  expect(readies[0]).toMatchObject({ readyReplicas: 3, status: 'True' });
});

it('warns that probes fail, until an hour after', () => {
  const warnings = [9, 12, 70, 80].map(minutes =>
    read(at(minutes, 'ledger-down'), 'events').filter(
      ({ type, message }) =>
        type === 'Warning' && message.includes('connection refused'),
    ),
  );
  expect(warnings.map(all => all.length)).toEqual([0, 3, 3, 0]);
});

it('changes nothing for those who only wait for somebody slow', () => {
  const calm = clusterAt('harbour-eu1', { afterMs: 12 * MINUTE });
  expect(at(12, 'payments-slow')).toEqual(calm);
});

it('lets schedules come round', () => {
  const lastOf = (minutes: number) =>
    find(at(minutes, 'payments-slow'), 'cronjobs', 'pricesync').status
      .lastScheduleTime;
  expect([4, 5, 6].map(lastOf)).toEqual([
    '2026-08-24T08:00:00Z',
    '2026-08-24T08:00:00Z',
    '2026-08-24T08:05:00Z',
  ]);
});

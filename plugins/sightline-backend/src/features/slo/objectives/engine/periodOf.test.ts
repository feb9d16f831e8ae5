import { ObjectiveWindow } from '@sightline/backstage-plugin-sightline-common';
import { periodOf } from './periodOf';

const day = 86_400_000;

const calendar = (
  unit: Extract<ObjectiveWindow, { kind: 'calendar' }>['unit'],
  every = 1,
): ObjectiveWindow => ({
  ...{ kind: 'calendar', unit, every, timeZone: 'Europe/Berlin' },
  start: '2026-01-01 00:00:00',
});

describe('periodOf', () => {
  it.each<[ObjectiveWindow, number]>([
    [{ kind: 'rolling', duration: 28 * day }, 28],
    [calendar('day'), 1],
    [calendar('week', 2), 14],
    [calendar('month'), 30],
    [calendar('quarter'), 90],
    [calendar('year'), 365],
  ])('%j is taken for %d days', (window, days) => {
    expect(periodOf(window)).toBe(days * day);
  });
});

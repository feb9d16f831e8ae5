import {
  BurnPair,
  BurnReading,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { day, hour, minute, NOW } from './__testUtils__/told';
import { AlertMemory, nextAlert } from './nextAlert';

type Reading = number | 'few' | 'gone';

const burnOf = (told: Reading): BurnReading => {
  if (typeof told === 'number') return { rate: told };
  return {
    unknown: unknown(told === 'few' ? 'too-few-events' : 'no-data'),
  };
};

const pair = (
  [severity, long, short, threshold]: [
    BurnPair['severity'],
    number,
    number,
    number,
  ],
  [longBurn, shortBurn]: [Reading, Reading],
): BurnPair => ({
  ...{ severity, threshold, budgetShare: 0.02 },
  long: { window: long, burn: burnOf(longBurn) },
  short: { window: short, burn: burnOf(shortBurn) },
  firing: [longBurn, shortBurn].every(
    told => typeof told === 'number' && told > threshold,
  ),
});

type Told = {
  page?: [Reading, Reading];
  slow?: [Reading, Reading];
  ticket?: [Reading, Reading];
};

/** Long and short burn of each pair; well where nothing is told. */
const burns = ({ page = [0, 0], slow = [0, 0], ticket = [0, 0] }: Told) => [
  pair(['page', hour, 5 * minute, 14.4], page),
  pair(['page', 6 * hour, 30 * minute, 6], slow),
  pair(['ticket', day, 2 * hour, 3], ticket),
];

/** Every so many minutes one measurement; answers what is said of each. */
const over = (...told: [minutes: number, Told][]) => {
  let at = NOW;
  let memory: AlertMemory = {};
  return told.map(([minutes, one]) => {
    at += minutes * minute;
    memory = nextAlert(memory, burns(one), at);
    const { alert, quietSince } = memory;
    const since = alert && (at - Date.parse(alert.since)) / minute;
    const quiet = quietSince && (at - Date.parse(quietSince)) / minute;
    if (!alert) return 'none';
    const state = `${alert.severity} for ${since}`;
    return quiet === undefined ? state : `${state}, quiet for ${quiet}`;
  });
};

describe('an alert', () => {
  it('begins at once when both windows are above, and not for one of them', () => {
    expect(
      over(
        [0, { page: [20, 14.4] }],
        [1, { page: [14.4, 100] }],
        [1, { page: [14.5, 14.5] }],
        [1, { page: [20, 100] }],
      ),
    ).toEqual(['none', 'none', 'page for 0', 'page for 1']);
  });

  it('ends when all short windows have been below for as long as the shortest of them', () => {
    expect(
      over(
        [0, { page: [20, 20], slow: [8, 20] }],
        [1, { page: [20, 2], slow: [8, 5] }],
        [4, { page: [20, 0], slow: [8, 4] }],
        [1, { page: [20, 0], slow: [8, 4] }],
        [1, { page: [20, 0], slow: [8, 4] }],
      ),
    ).toEqual([
      'page for 0',
      'page for 1, quiet for 0',
      'page for 5, quiet for 4',
      'none',
      'none',
    ]);
  });

  it('goes on when it comes back before that, or hangs at the edge', () => {
    expect(
      over(
        [0, { page: [20, 20] }],
        [1, { page: [20, 0] }],
        [4, { page: [20, 15] }],
        [1, { page: [14, 15] }],
        [9, { page: [14, 15] }],
        [1, { page: [14, 14] }],
      ),
    ).toEqual([
      'page for 0',
      'page for 1, quiet for 0',
      'page for 5',
      'page for 6',
      'page for 15',
      'page for 16, quiet for 0',
    ]);
  });

  it('is neither begun nor ended by what is not known', () => {
    expect(
      over(
        [0, { page: ['gone', 100], slow: [100, 'gone'] }],
        [1, { page: [20, 20] }],
        [1, { page: [20, 'gone'] }],
        [60, { page: ['gone', 'gone'], slow: ['gone', 'gone'] }],
        [1, { page: ['few', 'few'], slow: ['few', 'few'] }],
      ),
    ).toEqual([
      'none',
      'page for 0',
      'page for 1',
      'page for 61',
      'page for 62',
    ]);
  });

  it('is ended by a pair that has enough events for one that has too few', () => {
    const quiet: Told = { page: ['few', 'few'], slow: [8, 2] };
    expect(over([0, { slow: [8, 8] }], [1, quiet], [5, quiet])).toEqual([
      'page for 0',
      'page for 1, quiet for 0',
      'none',
    ]);
  });

  it('must be quiet anew after something was missing', () => {
    const quiet: Told = {};
    expect(
      over(
        [0, { page: [20, 20] }],
        [1, quiet],
        [4, { page: [0, 'gone'] }],
        [1, quiet],
        [5, quiet],
      ),
    ).toEqual([
      'page for 0',
      'page for 1, quiet for 0',
      'page for 5',
      'page for 6, quiet for 0',
      'none',
    ]);
  });

  it('is forgotten when nothing was heard for its longest window', () => {
    const gone: Told = { page: ['gone', 'gone'], slow: ['gone', 'gone'] };
    expect(
      over([0, { page: [20, 20] }], [6 * 60, gone], [1, gone], [1, gone]),
    ).toEqual(['page for 0', 'page for 360', 'none', 'none']);
  });

  it('rises to a page at once, and eases to a ticket that still fires', () => {
    const both: Told = { page: [20, 20], ticket: [4, 4] };
    const ticket: Told = { ticket: [4, 4] };
    expect(
      over([0, ticket], [10, both], [10, ticket], [5, ticket], [5, ticket]),
    ).toEqual([
      'ticket for 0',
      'page for 10',
      'page for 20, quiet for 0',
      'ticket for 25',
      'ticket for 30',
    ]);
  });

  it('ends with the rules it stood on', () => {
    const memory = nextAlert({}, burns({ ticket: [4, 4] }), NOW);
    const others = burns({}).filter(({ severity }) => severity === 'page');
    expect([memory.alert?.severity, nextAlert(memory, others, NOW)]).toEqual([
      'ticket',
      {},
    ]);
  });

  it('survives a memory that cannot be read', () => {
    const memory: AlertMemory = {
      alert: { severity: 'page', since: 'yesterday' },
      quietSince: 'lately',
    };
    expect(nextAlert(memory, burns({}), NOW)).toEqual({});
  });

  const reading = fc.oneof(
    fc.constantFrom<Reading>('few', 'gone'),
    fc.double({ min: 0, max: 30, noNaN: true }),
  );
  const both = fc.tuple(reading, reading);
  const told = fc.record({ page: both, slow: both, ticket: both });

  it('does not move when the same measurement is judged twice', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 8 }), told, (past, last) => {
        let memory: AlertMemory = {};
        past.forEach((one, number) => {
          memory = nextAlert(memory, burns(one), NOW + number * minute);
        });
        const at = NOW + past.length * minute;
        const once = nextAlert(memory, burns(last), at);
        expect(nextAlert(once, burns(last), at)).toEqual(once);
      }),
    );
  });

  it('never changes by measurements of which nothing is known, for an hour', () => {
    const gone: Told = {
      ...{ page: ['gone', 'gone'], slow: ['gone', 'gone'] },
      ticket: ['gone', 'gone'],
    };
    fc.assert(
      fc.property(told, fc.integer({ min: 1, max: 60 }), (first, minutes) => {
        const memory = nextAlert({}, burns(first), NOW);
        const after = nextAlert(memory, burns(gone), NOW + minutes * minute);
        expect(after.alert).toEqual(memory.alert);
      }),
    );
  });

  it('is on whenever a pair fires, at that severity or above', () => {
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 8 }), all => {
        let memory: AlertMemory = {};
        all.forEach((one, number) => {
          const pairs = burns(one);
          memory = nextAlert(memory, pairs, NOW + number * minute);
          const fires = pairs.find(({ firing }) => firing)?.severity;
          const expected = fires === 'page' ? ['page'] : ['page', 'ticket'];
          const isOn = expected.includes(memory.alert?.severity ?? 'none');
          expect(fires === undefined || isOn).toBe(true);
        });
      }),
    );
  });
});

import {
  ObjectiveStatus,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import {
  asMeasured,
  day,
  hour,
  input,
  kept,
  measurement,
  minute,
  month,
  NOW,
  objective,
  soFar,
  Told,
} from './__testUtils__/told';
import { JudgeInput, judgeObjective } from './judgeObjective';

const iso = (at: number) => new Date(at).toISOString();

const statusOf = (of: JudgeInput): ObjectiveStatus => judgeObjective(of).status;

describe('judgeObjective', () => {
  it('tells all of what burns at 2 a.m.', () => {
    const of = input(
      {
        '5m': 0.009,
        '30m': 0.0085,
        '1h': 0.00755,
        '6h': 0.001508,
        '30d': 0.00038,
      },
      {
        before: {
          ...{ state: 'page', since: iso(NOW - 50 * minute) },
          alert: { severity: 'page', since: iso(NOW - 50 * minute) },
        },
      },
    );
    const { status, next } = judgeObjective(of);

    expect(status).toEqual({
      objective: of.objective,
      state: 'page',
      since: '2026-11-21T01:10:00.000Z',
      words:
        'Burns 15× too fast for 50 minutes; at this rate nothing of the budget is left in 11 hours',
      stale: false,
      alert: { severity: 'page', since: '2026-11-21T01:10:00.000Z' },
      budget: {
        total: 2_592_000_000,
        bad: 984_960,
        attainment: 0.99962,
        remaining: expect.closeTo(0.24, 12),
        badLeft: 311_040,
        from: '2026-10-22T02:00:00.000Z',
        to: '2026-11-21T02:00:00.000Z',
      },
      burns: [
        pair('page', [hour, 15.1], [5 * minute, 18], 14.4, 0.02, true),
        pair('page', [6 * hour, 3.016], [30 * minute, 17], 6, 0.05, false),
        pair('ticket', [day, 0.2], [2 * hour, 0.2], 3, 0.1, false),
        pair('ticket', [3 * day, 0.2], [6 * hour, 3.016], 1, 0.1, false),
      ],
      forecast: { burn: 15.1, exhaustedAt: '2026-11-21T13:26:37.350Z' },
      evidence: of.kept!.evidence,
    });
    expect(next).toEqual({
      state: 'page',
      since: '2026-11-21T01:10:00.000Z',
      alert: { severity: 'page', since: '2026-11-21T01:10:00.000Z' },
      heardAt: '2026-11-21T02:00:00.000Z',
    });
  });

  it('needs fewer events to see that something burns fast', () => {
    const of = input({
      else: { what: 'counted', total: 10_000_000, bad: 3_800 },
      '5m': { what: 'counted', total: 294, bad: 5.3 },
      '1h': { what: 'counted', total: 3_528, bad: 53.3 },
    });

    const { state, burns } = statusOf(of);
    expect({ state, fires: burns.map(({ firing }) => firing) }).toEqual({
      state: 'page',
      fires: [true, false, false, false],
    });
  });

  it('says why each burn is not known, with numbers', () => {
    const { burns } = statusOf(
      input({
        else: 0,
        '5m': { what: 'counted', total: 10, bad: 1 },
        '1h': { what: 'no-traffic' },
        '30m': { what: 'no-data', detail: 'No such series' },
      }),
    );
    expect(burns.slice(0, 2).map(({ long, short }) => [long, short])).toEqual([
      [
        {
          window: hour,
          burn: {
            unknown: unknown('too-few-events', 'No traffic in the last hour'),
          },
        },
        {
          window: 5 * minute,
          burn: {
            unknown: unknown(
              'too-few-events',
              'Too few to tell: 10 events in the last 5 minutes would have 0.072 bad ones if they burned 14 times too fast at 99.95 %, and below 1 chance decides',
            ),
          },
        },
      ],
      [
        { window: 6 * hour, burn: { rate: 0 } },
        {
          window: 30 * minute,
          burn: { unknown: unknown('no-data', 'No such series') },
        },
      ],
    ]);
  });

  it('leaves out counts where only a ratio is known', () => {
    const { budget } = statusOf(
      input({ else: { what: 'shared', bad: 0.0001 } }),
    );
    expect(budget).toEqual({
      attainment: 0.9999,
      remaining: expect.closeTo(0.8, 12),
      from: '2026-10-22T02:00:00.000Z',
      to: '2026-11-21T02:00:00.000Z',
    });
  });

  it('counts the budget of a whole month, as far as it has come', () => {
    const { budget, forecast } = statusOf(
      asMeasured({ objective: month(), kept: soFar(0.002, 72) }),
    );
    expect({ budget, forecast }).toEqual({
      budget: {
        total: 72_000,
        bad: 144,
        attainment: 0.998,
        remaining: expect.closeTo(0.8, 12),
        badLeft: expect.closeTo(576, 9),
        from: '2026-11-01T00:00:00.000Z',
        to: '2026-11-04T00:00:00.000Z',
        resetsAt: '2026-12-01T00:00:00.000Z',
      },
      // Twice too fast: half of the month in all, of which 3 days are gone.
      forecast: { burn: 2, exhaustedAt: '2026-11-16T00:00:00.000Z' },
    });
  });

  it('says of a month that holds until it ends no end', () => {
    const late = statusOf(
      asMeasured({ objective: month(), kept: soFar(0.00099, 480) }),
    );
    const rolling = statusOf(input({ else: 0.0004 }));
    expect([late.forecast, rolling.forecast]).toEqual([
      { burn: expect.closeTo(0.99, 10) },
      {
        burn: expect.closeTo(0.8, 10),
        exhaustedAt: expect.stringMatching(/^2026-11-28T14:0|T13:59/),
      },
    ]);
  });

  it.each([
    ['a minute late is no gap', NOW - 30 * day + minute, undefined],
    ['a day late is one', NOW - 29 * day, 29 * day],
    ['since this very moment', NOW, 0],
  ])('data that begin %s', (_title, dataSince, coversOnly) => {
    const of = kept(measurement({ else: 0 }, { dataSince }));
    expect(statusOf(input({}, { kept: of })).budget?.coversOnly).toBe(
      coversOnly,
    );
  });

  it('keeps the time of a state while it stays, and no longer', () => {
    const before = { state: 'met' as const, since: iso(NOW - day) };
    expect([
      statusOf(input({ else: 0 }, { before })).since,
      statusOf(input({ else: 0.01 }, { before })).since,
    ]).toEqual([iso(NOW - day), iso(NOW)]);
  });

  it('takes the least number of bad events as it is told', () => {
    const few = { what: 'counted' as const, total: 3000, bad: 0 };
    expect([
      statusOf(input({ else: few })).state,
      statusOf(input({ else: few }, { minimumBadEvents: 2 })).state,
    ]).toEqual(['met', 'unknown']);
  });

  it('clamps what rates make of counts', () => {
    const { budget } = statusOf(
      input({ else: { what: 'counted', total: 1e6, bad: -3.2 } }),
    );
    const all = statusOf(
      input({ else: { what: 'counted', total: 1e6, bad: 1e6 + 7 } }),
    );
    expect([budget?.attainment, all.budget?.attainment]).toEqual([1, 0]);
  });
});

describe('what is too old', () => {
  const old = (told: Parameters<typeof measurement>[0]) =>
    kept(measurement(told, { at: NOW - hour }));
  const page: JudgeInput['before'] = {
    ...{ state: 'page', since: iso(NOW - 2 * hour) },
    ...{ heardAt: iso(NOW - hour) },
    alert: { severity: 'page', since: iso(NOW - 2 * hour) },
  };

  it('keeps the state, with the word that it is old', () => {
    const { status, next } = judgeObjective(
      input({}, { kept: old({ else: 0.01 }), before: page }),
    );
    const { state, since, stale, alert, forecast, words } = status;
    expect({ state, since, stale, alert, forecast, words }).toEqual({
      ...{ state: 'page', since: iso(NOW - 2 * hour), stale: true },
      alert: page.alert,
      forecast: undefined,
      words: 'Last known: Burns 20× too fast for 1 hour; the budget is spent',
    });
    expect(next).toEqual(page);
  });

  it('says what keeps it from being newer', () => {
    const { words, stale } = statusOf(
      input(
        {},
        {
          kept: old({ else: 0 }),
          before: { state: 'met', since: iso(NOW - day) },
          missing: unknown('source-unavailable', 'Prometheus answered 503'),
        },
      ),
    );
    expect({ words, stale }).toEqual({
      words: 'Last known: The whole budget is left. Prometheus answered 503',
      stale: true,
    });
  });

  it('neither mends nor breaks what was known', () => {
    const met = { state: 'met' as const, since: iso(NOW - day) };
    const nothing = { state: 'unknown' as const, since: iso(NOW - day) };
    const of = (told: Told, before: JudgeInput['before']) =>
      statusOf(input({}, { kept: old({ else: told }), before }));
    expect([
      of(0.01, met).state,
      of(0, page).state,
      of(0, nothing).state,
      of(0, nothing).unknown,
      of({ what: 'no-data' }, met).words,
    ]).toEqual([
      ...['met', 'page', 'unknown', unknown('no-data')],
      'Last known: It held when it could last be read',
    ]);
  });

  it('is judged when nothing is remembered', () => {
    const { state, stale } = statusOf(input({}, { kept: old({ else: 0.01 }) }));
    expect({ state, stale }).toEqual({ state: 'page', stale: true });
  });

  it('is the past once nobody measures any more', () => {
    const { status, next } = judgeObjective(
      input(
        {},
        {
          kept: old({ else: 0 }),
          before: page,
          missing: unknown('not-configured', 'No source measures it'),
        },
      ),
    );
    expect(status).toEqual({
      objective: objective(),
      ...{ state: 'unknown', since: iso(NOW), stale: false, burns: [] },
      unknown: unknown('not-configured', 'No source measures it'),
      words: 'No source measures it',
    });
    expect(next).toEqual({ state: 'unknown', since: iso(NOW) });
  });
});

function pair(
  severity: 'page' | 'ticket',
  long: [number, number],
  short: [number, number],
  ...[threshold, budgetShare, firing]: [number, number, boolean]
) {
  const reading = ([window, rate]: [number, number]) => ({
    window,
    burn: { rate: expect.closeTo(rate, 10) },
  });
  return {
    ...{ severity, threshold, budgetShare, firing },
    ...{ long: reading(long), short: reading(short) },
  };
}

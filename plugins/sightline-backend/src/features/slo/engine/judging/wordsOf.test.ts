import { unknown } from '@sightline/backstage-plugin-sightline-common';
import {
  asMeasured,
  day,
  input,
  kept,
  measurement,
  minute,
  month,
  NOW,
  objective,
  rules,
  soFar,
  Told,
  Windows,
} from './__testUtils__/told';
import { JudgeInput, judgeObjective } from './judgeObjective';

describe('a state and its words', () => {
  it.each<[string, JudgeInput, string, string]>([
    [
      'nothing ever went wrong',
      input({ else: 0 }),
      'met',
      'The whole budget is left',
    ],
    [
      'a few went wrong, long ago',
      input({ else: 0, '30d': 0.0001 }),
      'met',
      '80 % of the budget is left',
    ],
    [
      'slowly, and it will not last',
      input({ else: 0.0001, '6h': 0.00045, '30d': 0.00041 }),
      'met',
      '18 % of the budget is left; at the pace of the last hours it lasts 6 days',
    ],
    [
      'data go back a week',
      input(
        {},
        { kept: kept(measurement({ else: 0 }, { dataSince: NOW - 7 * day })) },
      ),
      'met',
      'The whole budget is left; data go back 7 days only',
    ],
    [
      'spent by what is over',
      input({ else: 0, '30d': 0.00057 }),
      'exhausted',
      'The budget is overdrawn by 14 %; it recovers as old errors leave the last 30 days',
    ],
    [
      'spent exactly',
      input({ else: 0, '30d': 0.0005 }),
      'exhausted',
      'The budget is spent; it recovers as old errors leave the last 30 days',
    ],
    [
      'a new fault',
      input({ else: 0.01 }),
      'page',
      'Burns 20× too fast; the budget is spent',
    ],
    [
      'slow, but steady',
      input({ else: 0.0006, '1h': 0.0001, '30d': 0.0001 }),
      'ticket',
      'Burns 1.2× too fast; at this rate nothing of the budget is left in 20 days',
    ],
    [
      'no traffic at night leaves the budget as it is',
      input({ else: { what: 'no-traffic' }, '30d': 0.0002 }),
      'met',
      '60 % of the budget is left',
    ],
    [
      'no traffic at all',
      input({ else: { what: 'no-traffic' } }),
      'unknown',
      'No traffic in the last 30 days',
    ],
    [
      'nothing known',
      input({ else: { what: 'no-data', detail: 'No such series' } }),
      'unknown',
      'No such series',
    ],
    [
      'nothing known, and where it was looked for',
      input({
        else: {
          what: 'no-data',
          detail:
            'Prometheus has no figures of orders. No series has {service_name="orders"}',
        },
      }),
      'unknown',
      'Prometheus has no figures of orders',
    ],
    [
      'it stopped reporting with a good month behind it',
      input({ else: { what: 'no-data' }, '30d': 0 }),
      'unknown',
      'No data for the last 5 minutes',
    ],
    [
      'it stopped reporting with the budget spent',
      input({ else: { what: 'no-data' }, '30d': 0.001 }),
      'exhausted',
      'The budget is overdrawn by 100 %; it recovers as old errors leave the last 30 days',
    ],
    [
      'one window is missing, and another pair can still wake people',
      input({ else: 0, '5m': { what: 'no-data' } }),
      'met',
      'The whole budget is left',
    ],
    [
      'only ratios are known',
      input({ else: { what: 'shared', bad: 0.0001 } }),
      'met',
      '80 % of the budget is left',
    ],
    [
      'what is no number is not well',
      input({ else: 0, '30d': { what: 'shared', bad: NaN } }),
      'unknown',
      'What was answered for the last 30 days is no number',
    ],
    [
      '30 nightly files',
      input(
        { else: { what: 'counted', total: 30, bad: 0 } },
        { objective: objective({ target: 0.99 }) },
      ),
      'unknown',
      'Too few to tell: 30 events in the last 30 days may have 0.3 bad ones at 99 %, and below 1 chance decides',
    ],
    [
      'few, and nearly all of them failed',
      input({ else: { what: 'counted', total: 12, bad: 11 } }),
      'page',
      'Burns 1833× too fast; the budget is spent',
    ],
    [
      'slices of time are never too few',
      input(
        { else: { what: 'counted', total: 5, bad: 0 } },
        {
          objective: objective({
            budgeting: { method: 'timeslices', slice: minute, good: 0.95 },
          }),
        },
      ),
      'met',
      'The whole budget is left',
    ],
    [
      'never measured',
      { objective: objective(), rules, now: NOW },
      'unknown',
      'It was not measured yet',
    ],
    [
      'nobody can measure it',
      {
        ...{ objective: objective(), rules, now: NOW },
        missing: unknown('source-unavailable'),
      },
      'unknown',
      'What measures it cannot be asked',
    ],
    [
      'the first hour of a month: one bad event spends little of it',
      input({}, { objective: month(), kept: soFar(0.001, 1) }),
      'met',
      '99 % of the budget is left',
    ],
    [
      'a month that holds as it goes on',
      input({}, { objective: month(), kept: soFar(0.0009, 500) }),
      'met',
      '37 % of the budget is left',
    ],
    [
      'a month that does not',
      input({}, { objective: month(), kept: soFar(0.00099, 30 * 24 - 1) }),
      'met',
      '1 % of the budget is left',
    ],
    [
      'a month whose budget is gone with ten days left',
      input({}, { objective: month(), kept: soFar(0.0016, 480) }),
      'ticket',
      'Burns 1.6× too fast; the budget is spent',
    ],
    [
      'a month in which it was gone, and is quiet since',
      input(
        {},
        {
          objective: month(),
          kept: {
            ...soFar(0, 480),
            measurement: {
              ...soFar(0, 480).measurement,
              windows: soFar(0, 480).measurement.windows.map((one, i, all) =>
                i === all.length - 1
                  ? soFar(0.0016, 480).measurement.windows[i]
                  : one,
              ),
            },
          },
        },
      ),
      'exhausted',
      'The budget is overdrawn by 6 %; it begins anew in 10 days',
    ],
  ])('%s', (_title, of, state, words) => {
    const { status } = judgeObjective(of.kept ? asMeasured(of) : of);
    expect({ state: status.state, words: status.words }).toEqual({
      ...{ state, words },
    });
  });

  const since = new Date(NOW - 50 * minute).toISOString();
  const page: JudgeInput['before'] = {
    ...{ state: 'page', since, heardAt: since },
    alert: { severity: 'page', since },
  };

  it.each<[string, Windows & { else?: Told }, JudgeInput['before'], string]>([
    [
      'fell quiet just now',
      { else: 0.0001 },
      page,
      'Burns too fast no longer; 80 % of the budget is left',
    ],
    [
      'is quiet for a while, and not for long enough',
      { else: 0.0001, '30d': 0.001 },
      { ...page, quietSince: new Date(NOW - 3 * minute).toISOString() },
      'Burns too fast no longer for 3 minutes; the budget is spent',
    ],
    [
      'slows down',
      { else: 0.0001, '5m': 0.01 },
      page,
      'Still burned too fast in the last 5 minutes; 80 % of the budget is left',
    ],
    [
      'cannot be read',
      { else: { what: 'no-data' }, '30d': 0.0001 },
      page,
      'Burned too fast when it could last be read; whether it still does is not known',
    ],
  ])('of an alert that %s', (_title, told, before, words) => {
    const { status } = judgeObjective(input(told, { before }));
    expect(status.words).toBe(words);
  });
});

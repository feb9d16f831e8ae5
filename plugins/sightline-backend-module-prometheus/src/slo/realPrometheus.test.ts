import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Budgeting,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import {
  Indicator,
  promRecording,
} from '@sightline/backstage-plugin-sightline-node';
import { backfill, recordPast, whyNoPast } from '../__testUtils__/backfill';
import { countingContext } from '../__testUtils__/contexts';
import {
  day,
  hour,
  inWords,
  minute,
  question,
  sourceOf,
} from '../__testUtils__/measuring';
import {
  afterIncident,
  calls,
  end,
  incident,
  past,
  shop,
} from '../__testUtils__/shopPast';
import {
  availability,
  latency,
  noGhost,
  ownPayments,
} from '../__testUtils__/shopIndicators';
import {
  RealPrometheus,
  startRealPrometheus,
} from '../__testUtils__/RealPrometheus';

jest.setTimeout(120_000);

const titleOf = (title: string) =>
  whyNoPast ? `${title} (left out: ${whyNoPast})` : title;
const onPrometheus = whyNoPast ? describe.skip : describe;

onPrometheus(titleOf('objectives, measured by a real Prometheus'), () => {
  let prometheus: RealPrometheus;
  beforeAll(async () => {
    prometheus = await startRealPrometheus(backfill(shop, past));
  });
  afterAll(() => prometheus?.stop());

  const measure = async (
    questions: ReturnType<typeof question>[],
    at: Instant = end,
  ) =>
    inWords(
      await sourceOf(prometheus.url).measure(questions, at, countingContext()),
    );

  /** Of n samples Prometheus sees n − 1 steps, and takes the window for as full. */
  const grown = (perMinute: number, minutes: number) => perMinute * minutes;

  it('counts a whole fleet, through a deploy, with one pair of questions a window', async () => {
    const context = countingContext();
    const names = ['orders', 'payments', 'calm', 'idle', 'young', 'ghost'];
    const answer = await sourceOf(prometheus.url).measure(
      names.map(name => question(name, availability(name))),
      // 42 seconds later is the same minute.
      end + 42_000,
      context,
    );
    const month = 30 * 24 * 60;
    const stretched = month / (month - 1);
    const failed = Number((40 * 24 * stretched).toPrecision(9));
    expect(inWords(answer)).toEqual({
      orders: {
        windows: {
          '5m': '15 of 3000',
          '1h': '180 of 36000',
          '30d': `${grown(3, month)} of ${grown(600, month)}`,
        },
      },
      payments: {
        windows: {
          '5m': '0 of 600',
          '1h': '0 of 7200',
          '30d': `${failed} of ${grown(120, month)}`,
        },
      },
      calm: {
        windows: {
          '5m': '0 of 300',
          '1h': '0 of 3600',
          '30d': `0 of ${grown(60, month)}`,
        },
      },
      idle: {
        windows: {
          '5m': 'no traffic',
          '1h': 'no traffic',
          '30d': 'no traffic',
        },
      },
      young: {
        windows: {
          '5m': '30 of 300',
          '1h': '360 of 3600',
          // 5 days of it, as far as it was counted, and half a minute at each end.
          '30d': `${6 * 5 * 24 * 60} of ${60 * 5 * 24 * 60}`,
        },
        since: '2026-11-14T13:00:00.000Z',
      },
      ghost: {
        windows: { '5m': noGhost(), '1h': noGhost(), '30d': noGhost() },
      },
    });
    expect(answer).toMatchObject({ value: [{ at: end }, {}, {}, {}, {}, {}] });
    // Three windows, one look at the index, and one at the first data.
    expect(context.calls).toBe(3 * 2 + 1 + 1);
  });

  it.each<[string, Instant, Record<string, string>]>([
    [
      'at its end',
      afterIncident,
      { '5m': '120 of 600', '1h': `${(960 * 60) / 59} of 7200` },
    ],
    [
      'in the middle of it',
      incident + 20 * minute,
      { '5m': '120 of 600', '1h': `${(480 * 60) / 59} of 7200` },
    ],
    [
      'an hour and a minute later',
      afterIncident + hour,
      { '5m': '0 of 600', '1h': '0 of 7200' },
    ],
  ])('sees an incident: %s', async (_, at, windows) => {
    const shorter = { windows: [5 * minute, hour] };
    const told = await measure(
      [
        question('payments', availability('payments'), shorter),
        question('own', ownPayments, shorter),
      ],
      at,
    );
    const rounded = Object.fromEntries(
      Object.entries(windows).map(([window, words]) => [
        window,
        words.replace(/^[\d.]+/, bad =>
          String(Number(Number(bad).toPrecision(9))),
        ),
      ]),
    );
    expect(told).toEqual({
      payments: { windows: rounded },
      own: { windows: rounded },
    });
  });

  it('tells the past of a fleet hour by hour', async () => {
    const answer = await sourceOf(prometheus.url).past!(
      ['payments', 'idle', 'young'].map(name =>
        question(name, availability(name)),
      ),
      { from: incident - hour, to: incident + 2 * hour, step: hour },
      countingContext(),
    );
    const hours = answer.outcome === 'ok' ? answer.value : [];
    const told = hours.map(({ objective, steps }) => [
      objective,
      ...steps.map(({ at, measured }) => [
        (at - incident) / hour,
        measured.what === 'counted'
          ? [measured.bad, measured.total].map(Math.round)
          : measured.what,
      ]),
    ]);
    // Between the 60 samples of an hour lie 59 steps; what failed before the first
    // of them, Prometheus does not see in this hour, nor in the one before.
    const failed = Math.round((39 * 24 * 60) / 59);
    expect(told).toEqual([
      ['payments', [0, [0, 7200]], [1, [failed, 7200]], [2, [0, 7200]]],
      ['idle', [0, 'no-traffic'], [1, 'no-traffic'], [2, 'no-traffic']],
      ['young'],
    ]);
  });

  it('counts answers below a bound, and says which bounds there are', async () => {
    const windows = { windows: [hour] };
    expect(
      await measure([
        question('0.5', latency('orders', '0.5'), windows),
        question('1', latency('orders', '1'), windows),
        question('1.0', latency('orders', '1.0'), windows),
        question('0.3', latency('orders', '0.3'), windows),
        question('nobody', latency('ghost', '0.5'), windows),
      ]),
    ).toEqual({
      '0.5': { windows: { '1h': '360 of 36000' } },
      '1': { windows: { '1h': '72 of 36000' } },
      '1.0': { windows: { '1h': '72 of 36000' } },
      '0.3': {
        windows: {
          '1h': 'no data: No bucket ends at 0.3; there are 0.1, 0.25, 0.5, 1',
        },
      },
      nobody: { windows: { '1h': noGhost('nobody') } },
    });
  });

  it('counts slices of time', async () => {
    const slice = 5 * minute;
    const slices: Budgeting = { method: 'timeslices', slice, good: 0.95 };
    const mean: Budgeting = { method: 'ratio-timeslices', slice };
    const windows = [hour, day];
    const queue: Indicator = {
      by: 'threshold',
      query: 'max(queue_oldest_seconds)',
      op: 'lt',
      value: 60,
    };
    const perMinute = { method: 'timeslices', slice: minute, good: 1 } as const;
    expect(
      await measure(
        [
          question('fleet', availability('payments'), {
            budgeting: slices,
            windows,
          }),
          question('own', ownPayments, { budgeting: slices, windows }),
          question('mean', ownPayments, { budgeting: mean, windows }),
          question('idle', availability('idle'), {
            budgeting: slices,
            windows,
          }),
          question('fast', latency('orders', '0.5'), {
            budgeting: slices,
            windows,
          }),
          question('no bound', latency('orders', '0.3'), {
            budgeting: slices,
            windows,
          }),
          question('queue', queue, { budgeting: perMinute, windows }),
          question('no slices', queue, { windows }),
        ],
        afterIncident,
      ),
    ).toEqual({
      fleet: { windows: { '1h': '8 of 12', '1d': '8 of 288' } },
      own: { windows: { '1h': '8 of 12', '1d': '8 of 288' } },
      mean: { windows: { '1h': '1.6 of 12', '1d': '1.6 of 288' } },
      idle: { windows: { '1h': 'no data', '1d': 'no data' } },
      fast: { windows: { '1h': '0 of 12', '1d': '0 of 288' } },
      'no bound': {
        windows: {
          '1h': 'no data: No bucket ends at 0.3; there are 0.1, 0.25, 0.5, 1',
          '1d': 'no data: No bucket ends at 0.3; there are 0.1, 0.25, 0.5, 1',
        },
      },
      queue: { windows: { '1h': '40 of 60', '1d': '40 of 1440' } },
      'no slices': {
        windows: {
          '1h': 'no data: A threshold needs time slices: give the objective a slice',
          '1d': 'no data: A threshold needs time slices: give the objective a slice',
        },
      },
    });
  });

  it('takes a share as it is, and no traffic for none', async () => {
    const share = (name: string): Indicator => ({
      by: 'ratio',
      of: 'good',
      query: `sum(rate(${calls}_bucket{service_name="${name}",le="0.5"}[$window])) / sum(rate(${calls}_bucket{service_name="${name}",le="+Inf"}[$window]))`,
    });
    const windows = { windows: [hour] };
    expect(
      await measure([
        question('orders', share('orders'), windows),
        question('idle', share('idle'), windows),
        question('ghost', share('ghost'), windows),
        question(
          'several',
          {
            by: 'ratio',
            of: 'bad',
            query: `0 * rate(${calls}_count[$window])`,
          },
          windows,
        ),
      ]),
    ).toEqual({
      orders: { windows: { '1h': '0.01' } },
      idle: { windows: { '1h': 'no traffic' } },
      ghost: { windows: { '1h': 'no data' } },
      several: {
        windows: {
          '1h': 'no data: The question has 9 answers and must have one: shares of different totals cannot be put together',
        },
      },
    });
  });

  it('answers the same from what rules recorded, with fewer questions', async () => {
    const objectives = [
      ...['orders', 'payments', 'calm', 'idle', 'ghost'].flatMap(name => [
        question(`${name} availability`, availability(name)),
        question(`${name} latency`, latency(name, '0.5')),
      ]),
      question('own', ownPayments),
      question('slices', availability('payments'), {
        budgeting: { method: 'timeslices', slice: 5 * minute, good: 0.95 },
        windows: [hour, day],
      }),
    ];
    const recorded = await startRealPrometheus((data, folder) =>
      recordInto(data, folder, objectives),
    );
    const [first, second] = [countingContext(), countingContext()];
    const told = await sourceOf(recorded.url).measure(
      objectives,
      afterIncident,
      first,
    );
    const raw = await sourceOf(prometheus.url).measure(
      objectives,
      afterIncident,
      second,
    );
    await recorded.stop();
    expect(told).toEqual(raw);
    expect(inWords(told)).toMatchObject({
      'payments availability': { windows: { '5m': '120 of 600' } },
      'ghost availability': {
        windows: { '5m': noGhost('ghost availability') },
      },
      own: { windows: { '5m': '120 of 600' } },
      slices: { windows: { '1h': '8 of 12' } },
    });
    // 4 windows, instead of 6 questions about each.
    expect([first.calls, second.calls]).toEqual([
      4 + 2 + 4,
      3 * 4 + 2 * 2 + 3 * 2 - 2 + 1 + 4,
    ]);
  });

  const recordInto = async (
    data: string,
    folder: string,
    objectives: ReturnType<typeof question>[],
  ) => {
    const rules = new Map<string, string>();
    for (const { indicator, budgeting, windows } of objectives) {
      const questions = promRecording.questionsOf(indicator, budgeting)!;
      const { total, part } = promRecording.recordedOf(questions);
      for (const window of windows) {
        for (const { id, text } of [total!, part]) {
          const length = promRecording.durationOf(window);
          const { answer, query, window: label } = promRecording.names;
          rules.set(
            `${id} ${length}`,
            `  - record: ${answer}\n    expr: ${JSON.stringify(
              promRecording.textFor(text, window),
            )}\n    labels: { ${query}: "${id}", ${label}: "${length}" }\n`,
          );
        }
      }
    }
    const text = `groups:\n- name: all\n  interval: 1ms\n  rules:\n${[
      ...rules.values(),
    ].join('')}`;
    // Rules are evaluated somewhere within their interval: here at this moment.
    await recordPast(prometheus, text, {
      from: afterIncident - 1,
      to: afterIncident,
      every: minute,
    });
    await cp(join(prometheus.folder, 'data'), data, { recursive: true });
    expect(folder).not.toBe(prometheus.folder);
  };
});

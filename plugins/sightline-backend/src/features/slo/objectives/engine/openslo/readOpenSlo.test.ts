import { ordersSlo, written } from '../../__testUtils__/openSloFiles';
import {
  bad,
  metric,
  objectivesOf,
  readOrders,
  total,
  withIndicator,
} from '../../__testUtils__/readOrders';

const DAY = 24 * 3_600_000;

const withObjectives = (lines: string) =>
  written(ordersSlo, '    - target: 0.995\n', lines);

const withWindow = (lines: string) =>
  written(
    ordersSlo,
    '    - duration: 30d\n      isRolling: true\n',
    `${lines}\n`,
  );

describe('an OpenSLO document', () => {
  it('becomes an objective', () => {
    expect(readOrders(ordersSlo)).toEqual({
      problems: [],
      notes: [],
      slos: [
        {
          name: 'orders-availability',
          service: 'orders',
          line: 4,
          objectives: [
            {
              name: 'orders-availability',
              title: 'Orders are accepted',
              description: 'An order is accepted or refused, and not lost.',
              indicator: {
                kind: 'availability',
                words: 'requests answered below 500',
                queries: [
                  { label: 'bad', query: bad },
                  { label: 'total', query: total },
                ],
              },
              target: 0.995,
              window: { kind: 'rolling', duration: 30 * DAY },
              budgeting: { method: 'occurrences' },
              measure: { by: 'events', bad, total },
              line: 31,
            },
          ],
        },
      ],
    });
  });

  it('may state several objectives, which are named apart', () => {
    const stated = objectivesOf(
      withObjectives(
        '    - { displayName: Good days, target: 0.99 }\n    - { displayName: All days, targetPercent: 95 }\n',
      ),
    );
    const numbered = objectivesOf(
      withObjectives('    - target: 0.9995\n    - targetPercent: 99.95\n'),
    );
    expect(
      [...stated, ...numbered].map(({ name, title, target }) => ({
        ...{ name, title, target },
      })),
    ).toEqual([
      {
        name: 'orders-availability-good-days',
        title: 'Orders are accepted: Good days',
        target: 0.99,
      },
      {
        name: 'orders-availability-all-days',
        title: 'Orders are accepted: All days',
        target: 0.95,
      },
      {
        name: 'orders-availability-1',
        title: 'Orders are accepted: 99.95 %',
        target: 0.9995,
      },
      {
        name: 'orders-availability-2',
        title: 'Orders are accepted: 99.95 %',
        target: 0.9995,
      },
    ]);
  });

  it.each([
    [
      '{ duration: 4w, isRolling: true }',
      { kind: 'rolling', duration: 28 * DAY },
    ],
    [
      '{ duration: 1M, isRolling: true }',
      { kind: 'rolling', duration: 30 * DAY },
    ],
    [
      '{ duration: 1Q, isRolling: true }',
      { kind: 'rolling', duration: 90 * DAY },
    ],
    [
      '{ duration: 90m, isRolling: true }',
      { kind: 'rolling', duration: 90 * 60_000 },
    ],
    [
      '{ duration: 1M, calendar: { startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin } }',
      {
        ...{ kind: 'calendar', unit: 'month', every: 1 },
        ...{ start: '2026-01-01 00:00:00', timeZone: 'Europe/Berlin' },
      },
    ],
    [
      '{ duration: 2w, isRolling: false, calendar: { startTime: 2026-01-05T06:30, timeZone: UTC } }',
      {
        ...{ kind: 'calendar', unit: 'week', every: 2 },
        ...{ start: '2026-01-05 06:30:00', timeZone: 'UTC' },
      },
    ],
  ])('has the window %s', (said, window) => {
    expect(objectivesOf(withWindow(`    - ${said}`))[0].window).toEqual(window);
  });

  it('has 30 days where it says nothing of a window', () => {
    const [{ window }] = objectivesOf(
      written(
        ordersSlo,
        '  timeWindow:\n    - duration: 30d\n      isRolling: true\n',
        '',
      ),
    );
    expect(window).toEqual({ kind: 'rolling', duration: 30 * DAY });
  });

  it.each([
    [
      'Timeslices',
      'timeSliceTarget: 0.95, timeSliceWindow: 5m',
      { method: 'timeslices', slice: 300_000, good: 0.95 },
    ],
    [
      'Timeslices',
      'timeSliceTarget: 1, timeSliceWindow: 1',
      { method: 'timeslices', slice: 60_000, good: 1 },
    ],
    [
      'RatioTimeslices',
      'timeSliceWindow: 1h',
      { method: 'ratio-timeslices', slice: 3_600_000 },
    ],
  ])('may count by %s with %s', (method, slices, budgeting) => {
    const text = written(
      withObjectives(`    - { target: 0.99, ${slices} }\n`),
      'Occurrences',
      method,
    );
    expect(objectivesOf(text)[0].budgeting).toEqual(budgeting);
  });

  it.each([
    [
      `{ ratioMetric: { good: ${metric(
        'sum(increase(a[$window]))',
      )}, total: ${metric('sum(increase(b[$window]))', 'mimir')} } }`,
      {
        by: 'events',
        good: 'sum(increase(a[$window]))',
        total: 'sum(increase(b[$window]))',
      },
    ],
    [
      `{ ratioMetric: { rawType: failure, raw: ${metric(
        'job:errors:ratio',
      )} } }`,
      { by: 'ratio', query: 'job:errors:ratio', of: 'bad' },
    ],
    [
      `{ ratioMetric: { rawType: success, raw: ${metric('a[$window]')} } }`,
      { by: 'ratio', query: 'a[$window]', of: 'good' },
    ],
  ])('may be measured by %s', (spec, measure) => {
    expect(objectivesOf(withIndicator(spec))[0].measure).toEqual(measure);
  });

  it('may compare a value, of which each minute then counts', () => {
    const text = written(
      withIndicator(
        `{ thresholdMetric: ${metric('http_latency_p99_seconds')} }`,
      ),
      '    - target: 0.995\n',
      '    - { target: 0.995, op: lte, value: 0.25 }\n',
    ).replace(/orders-availability|Orders are accepted/g, 'orders');
    const [{ measure, budgeting, indicator }] = objectivesOf(text);
    expect({ measure, budgeting, indicator }).toEqual({
      measure: {
        ...{ by: 'threshold', query: 'http_latency_p99_seconds' },
        ...{ op: 'lte', value: 0.25 },
      },
      budgeting: { method: 'timeslices', slice: 60_000, good: 1 },
      indicator: {
        ...{ kind: 'latency', threshold: 250, words: 'a value at most 0.25' },
        queries: [{ label: 'value', query: 'http_latency_p99_seconds' }],
      },
    });
  });

  it.each([
    ['sightline.dev/indicator: other', 'other', undefined],
    [
      'sightline.dev/indicator: latency, sightline.dev/threshold: 1.5s',
      'latency',
      1_500,
    ],
    ['sightline.dev/indicator: sometimes', 'availability', undefined],
  ])('says what it is about by %s', (said, kind, threshold) => {
    const [{ indicator }] = objectivesOf(
      written(
        ordersSlo,
        '  displayName: Orders are accepted\n',
        `  annotations: { ${said} }\n`,
      ),
    );
    expect([indicator.kind, indicator.threshold]).toEqual([kind, threshold]);
  });

  it.each([
    ['orders-latency', 'sum(increase(a[$window]))', 'latency', undefined],
    [
      'fast',
      'sum(increase(x_duration_seconds_bucket{le="0.8"}[$window]))',
      'latency',
      800,
    ],
    ['uptime', 'sum(increase(a[$window]))', 'availability', undefined],
    ['freshness', 'sum(increase(a[$window]))', 'other', undefined],
  ])('named %s is known by %s to be about %s', (name, good, kind, bound) => {
    const spec = `{ ratioMetric: { good: ${metric(good)}, total: ${metric(
      'sum(increase(b[$window]))',
    )} } }`;
    const text = written(
      withIndicator(spec),
      '  name: orders-availability\n  displayName: Orders are accepted\n',
      `  name: ${name}\n`,
    );
    const [{ indicator }] = objectivesOf(text);
    expect([indicator.kind, indicator.threshold]).toEqual([kind, bound]);
  });
});

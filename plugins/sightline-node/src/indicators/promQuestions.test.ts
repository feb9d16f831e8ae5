import { Budgeting } from '@sightline/backstage-plugin-sightline-common';
import { Indicator } from './Indicator';
import { promQuestions } from './promQuestions';
import { promDuration, promTextFor, withEitherBound } from './promText';
import { recordedAnswers, recordedOf } from './recording';

const minute = 60_000;
const once: Budgeting = { method: 'occurrences' };
const slices: Budgeting = {
  method: 'timeslices',
  slice: 5 * minute,
  good: 0.95,
};

const template: Indicator = {
  by: 'template',
  bad: 'increase(e[$window])',
  total: 'increase(t[$window])',
  labels: ['ns', 'name'],
  service: [['shop', 'payments']],
};

describe('promDuration', () => {
  it.each([
    [1, '1ms'],
    [1_500, '1500ms'],
    [90_000, '90s'],
    [5 * minute, '5m'],
    [90 * minute, '90m'],
    [3_600_000, '1h'],
    [30 * 86_400_000, '30d'],
    [30 * 86_400_000 - 1, '2591999999ms'],
  ])('writes %d ms as %s', (length, words) => {
    expect(promDuration(length)).toBe(words);
  });
});

describe('withEitherBound', () => {
  it.each([
    ['x_bucket{le="1"}', 'x_bucket{le=~"1(\\\\.0)?"}'],
    ['x_bucket{le="1.0", a="b"}', 'x_bucket{le=~"1(\\\\.0)?", a="b"}'],
    ['x_bucket{le = "10"}', 'x_bucket{le=~"10(\\\\.0)?"}'],
    ['x_bucket{le="0.5"}', 'x_bucket{le="0.5"}'],
    ['x_bucket{le="+Inf"}', 'x_bucket{le="+Inf"}'],
    ['x{title="1"}', 'x{title="1"}'],
    ['x{a="le=\\"1\\""}', 'x{a="le=\\"1\\""}'],
    [`x{a='le="1"'}`, `x{a='le="1"'}`],
  ])('makes %s %s', (text, made) => {
    expect(withEitherBound(text)).toBe(made);
  });
});

describe('promQuestions', () => {
  it('asks a template as it is', () => {
    expect(promQuestions(template, once)).toEqual({
      labels: ['ns', 'name'],
      total: 'increase(t[$window])',
      part: 'increase(e[$window])',
      partIs: 'bad',
      withoutPart: 'none',
      presence: 'increase(t[$window])',
    });
  });

  it('asks whether slices were good, those with events alone', () => {
    const share =
      '((sum by (ns, name) (increase(e[5m])) or 0 * sum by (ns, name) (increase(t[5m]))) / (sum by (ns, name) (increase(t[5m])) > 0))';
    expect(promQuestions(template, slices)).toEqual({
      labels: ['ns', 'name'],
      total: `count_over_time(${share}[$within:5m])`,
      part: `count_over_time((${share} > 0.050000000001)[$within:5m])`,
      partIs: 'bad',
      withoutPart: 'none',
      presence: share,
    });
  });

  it.each<[string, Indicator, Budgeting]>([
    ['calls', { by: 'calls', of: 'availability' }, once],
    [
      'what others recorded',
      { by: 'recorded', family: 'sloth', labels: {} },
      once,
    ],
    [
      'a threshold without slices',
      { by: 'threshold', query: 'q', op: 'lt', value: 1 },
      once,
    ],
    [
      'events of which only the total is counted',
      { by: 'events', total: 't' },
      once,
    ],
  ])('cannot ask for %s', (_, indicator, budgeting) => {
    expect(promQuestions(indicator, budgeting)).toBeUndefined();
  });

  it.each([
    ['lt', '>='],
    ['lte', '>'],
    ['gt', '<='],
    ['gte', '<'],
  ] as const)('counts slices on the wrong side of %s', (op, wrong) => {
    const questions = promQuestions(
      { by: 'threshold', query: 'max(q)', op, value: 2.5 },
      { method: 'timeslices', slice: minute, good: 1 },
    );
    expect(questions).toMatchObject({
      total: 'count_over_time(((max(q)) > -Inf)[$within:1m])',
      part: `count_over_time(((max(q)) ${wrong} 2.5)[$within:1m])`,
    });
  });

  it('ends the first slice within the window, not where it begins', () => {
    expect(promTextFor('x[$within:1m] + y[$window]', 60 * minute)).toBe(
      'x[3599999ms:1m] + y[1h]',
    );
  });
});

describe('what is recorded', () => {
  const recorded = recordedOf(promQuestions(template, once)!);

  it('has a part wherever it has a total', () => {
    expect([recorded.total?.text, recorded.part.text]).toEqual([
      'sum by (ns, name) (increase(t[$window]))',
      'sum by (ns, name) (increase(e[$window])) or 0 * sum by (ns, name) (increase(t[$window]))',
    ]);
  });

  it('is called by its text, whoever the service is', () => {
    const other = { ...template, service: [['shop', 'orders']] };
    expect(recordedOf(promQuestions(other, once)!)).toEqual(recorded);
    expect(recorded.part.id).toMatch(/^[0-9a-f]{12}$/);
    expect(recorded.part.id).not.toBe(recorded.total?.id);
  });

  it('is asked for by window, and overlooks one round that failed', () => {
    expect([
      recordedAnswers(5 * minute),
      recordedAnswers(86_400_000, ['a', 'b']),
    ]).toEqual([
      'last_over_time(sightline:indicator:answer{sightline_window="5m"}[3m])',
      'last_over_time(sightline:indicator:answer{sightline_window="1d",sightline_query=~"a|b"}[11m])',
    ]);
  });
});

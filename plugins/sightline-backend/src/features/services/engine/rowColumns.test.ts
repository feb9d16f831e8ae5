import {
  DriftSummary,
  SloSummary,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { isNews, nothing, rowColumns } from './rowColumns';

const evidence = (observedAt: string, source = 'prometheus:main') => ({
  ...{ source, observedAt, validFor: 300_000 },
});
const noon = '2026-11-21T12:00:00.000Z';

const slo = (more: Partial<SloSummary>): SloSummary => ({
  ...{ state: 'met', objective: 'Availability', words: 'All is well' },
  objectives: 2,
  ...{ remaining: 0.71, evidence: evidence(noon) },
  ...more,
});

const drift = (count: number): DriftSummary => ({ count });

describe('the columns of a row', () => {
  it('sort what burns first, then by what is left, then what nobody knows', () => {
    const worstFirst = [
      slo({ state: 'page', remaining: 0.9 }),
      slo({ state: 'ticket', remaining: -3 }),
      slo({ state: 'ticket', remaining: 0.2 }),
      slo({ state: 'exhausted', remaining: -5_000 }),
      slo({ state: 'exhausted', remaining: -565.16 }),
      slo({ state: 'exhausted', remaining: -0.14 }),
      slo({ state: 'met', remaining: 0.001 }),
      slo({ state: 'met', remaining: 0.71 }),
      slo({ state: 'met', remaining: 1 }),
      slo({ state: 'unknown', remaining: undefined }),
    ];
    const keys = worstFirst.map(one => rowColumns('slo', one).key);
    expect([...keys].sort()).toEqual(keys);
    expect(keys.every(key => key < nothing.key)).toBe(true);
  });

  it('sort budgets as numbers, whatever the numbers', () => {
    const left = fc.double({ min: -999, max: 999, noNaN: true });
    fc.assert(
      fc.property(left, left, (a, b) => {
        fc.pre(Math.abs(a - b) > 0.002);
        const [x, y] = [a, b].map(remaining =>
          rowColumns('slo', slo({ remaining })),
        );
        expect(x.key < y.key).toBe(a < b);
        expect(x.key).toHaveLength(8);
      }),
    );
  });

  it('sort the most drift first, then what cannot be told', () => {
    const keys = [
      ...[200_000, 12, 2, 0].map(count => rowColumns('drift', drift(count))),
      rowColumns('drift', { unknown: unknown('no-data') }),
      rowColumns('drift', undefined),
    ].map(({ key }) => key);
    expect([...keys].sort()).toEqual(keys);
  });

  it('sort the most pacts that failed first, then the most without a word', () => {
    const keys = [
      ...[
        { verified: 9, failed: 12, unverified: 0 },
        { verified: 0, failed: 2, unverified: 1 },
        { verified: 0, failed: 2, unverified: 0 },
        { verified: 0, failed: 0, unverified: 30 },
        { verified: 7, failed: 0, unverified: 4 },
        { verified: 7, failed: 0, unverified: 0 },
      ].map(counts => rowColumns('contracts', { counts })),
      rowColumns('contracts', { unknown: unknown('source-unavailable') }),
      rowColumns('contracts', undefined),
    ].map(({ key }) => key);
    expect([...keys].sort()).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('say how the worst pact stands', () => {
    const stateOf = (failed: number, unverified: number) =>
      rowColumns('contracts', {
        counts: { verified: 5, failed, unverified },
      }).state;
    expect([stateOf(1, 3), stateOf(0, 3), stateOf(0, 0)]).toEqual([
      ...['failed', 'unverified', 'verified'],
    ]);
    const never = { unknown: unknown('source-unavailable') };
    expect(rowColumns('contracts', never).state).toBe('unknown');
  });

  it('sort what is stuck first, and what was deployed last', () => {
    const keys = [
      ...(['stuck', 'degraded', 'progressing'] as const),
      ...(['paused', 'complete', 'unknown'] as const),
    ].map(state => {
      const said = { state, words: '', workloads: 1, evidence: evidence(noon) };
      return rowColumns('health', said).key;
    });
    expect([...keys, nothing.key].sort()).toEqual([...keys, nothing.key]);
    const moments = [
      ...[noon, '2026-11-21T11:59:59.000Z', '1999-01-01T00:00:00.000Z'],
    ].map(at => rowColumns('lastDeploy', { at, kind: 'deploy' }).key);
    expect([...moments].sort()).toEqual(moments);
  });

  it('say by what a row may be found', () => {
    const states = [
      rowColumns('slo', slo({ state: 'ticket' })),
      rowColumns('slo', undefined),
      rowColumns('drift', drift(3)),
      rowColumns('drift', drift(0)),
      rowColumns('drift', { unknown: unknown('no-data') }),
    ].map(({ state }) => state);
    expect(states).toEqual(['ticket', null, 'drifts', 'agrees', 'unknown']);
  });

  it('keep figures as they are shown', () => {
    const said = slo({ remaining: 0.7123456, burn: 14.4444 });
    expect(JSON.parse(rowColumns('slo', said).value!)).toEqual(
      slo({ remaining: 0.712, burn: 14.4 }),
    );
  });
});

describe('news about a row', () => {
  const kept = rowColumns('slo', slo({})).value;
  const later = (observedAt: string, more: Partial<SloSummary> = {}) =>
    rowColumns('slo', slo({ evidence: evidence(observedAt), ...more })).value;

  it.each<[string, string | null, string | null, boolean]>([
    ['the same', kept, kept, false],
    ['nothing, and nothing again', null, null, false],
    ['the first', null, kept, true],
    ['nothing any more', kept, null, true],
    ['another figure', kept, later(noon, { remaining: 0.7 }), true],
    [
      'a figure that is shown alike',
      kept,
      later(noon, { remaining: 0.71004 }),
      false,
    ],
    ['the same a minute later', kept, later('2026-11-21T12:01:00.000Z'), false],
    [
      'the same after half of its time',
      kept,
      later('2026-11-21T12:02:31.000Z'),
      true,
    ],
    [
      'the same from another source',
      kept,
      later(noon, { evidence: evidence(noon, 'calls') }),
      true,
    ],
    [
      'what was measured no more',
      kept,
      later(noon, { evidence: undefined }),
      true,
    ],
  ])('%s', (_, before, fresh, expected) => {
    expect(isNews(before, fresh)).toBe(expected);
  });
});

import { minute, seen, START, underWay } from '../__testUtils__/seen';
import { advance, Standing, Step, visibleOf } from './advance';

/** One sighting a minute. */
const walk = (...turns: ReturnType<typeof seen>[]): Step[] => {
  let before: Standing | undefined;
  return turns.map((turn, n) => {
    const step = advance(before, turn, {
      now: START + n * minute,
      ...(n > 0 && { after: START + (n - 1) * minute }),
      idOf: ({ template }) => `deploy of ${template}`,
    });
    before = step.standing;
    return step;
  });
};

const states = (steps: readonly Step[]) =>
  steps.map(({ standing }) => standing.state);

describe('a workload from sighting to sighting', () => {
  it('is degraded only by what was out of the same template', () => {
    const fewer = { replicas: { available: 1 } };
    expect(states(walk(seen('web'), seen('web', fewer)))).toEqual([
      ...['complete', 'degraded'],
    ]);
    const next = { ...fewer, version: '2' };
    expect(states(walk(seen('web'), seen('web', next)))).toEqual([
      ...['complete', 'progressing'],
    ]);
    const steps = walk(seen('web'), seen('web', next), seen('web', next));
    expect(states(steps).at(-1)).toBe('progressing');
  });

  it('tells once that a deploy is out', () => {
    const steps = walk(
      ...[seen('web'), underWay('web', { version: '2' })],
      ...[seen('web', { version: '2' }), seen('web', { version: '2' })],
    );
    expect(steps.map(({ completed }) => completed)).toEqual([
      ...[undefined, undefined],
      { id: 'deploy of template-2', at: START + 2 * minute },
      undefined,
    ]);
  });

  it('never says that a deploy is out after which another came', () => {
    const steps = walk(
      ...[seen('web'), underWay('web', { version: '2' })],
      ...[underWay('web', { version: '3' }), seen('web', { version: '3' })],
    );
    expect(steps.flatMap(({ completed }) => completed?.id ?? [])).toEqual([
      'deploy of template-3',
    ]);
  });

  it('knows since when it is in a state, and not what was before it was seen', () => {
    const steps = walk(
      ...[seen('web'), underWay('web'), underWay('web'), seen('web')],
    );
    expect(steps.map(({ standing }) => standing.since)).toEqual([
      ...[undefined, START + minute, START + minute, START + 3 * minute],
    ]);
    expect(steps.map(({ change }) => change && change.to)).toEqual([
      ...[undefined, 'progressing', undefined, 'complete'],
    ]);
  });

  it('looks the same while only its figures move', () => {
    const [first, second, third] = [
      underWay('web'),
      underWay('web', { replicas: { updated: 2 } }),
      underWay('web', { lacks: ['no-limits'] }),
    ];
    const steps = walk(first, second, third);
    const [a, b, c] = [first, second, third].map((one, n) =>
      visibleOf(one, steps[n].standing),
    );
    expect([a === b, b === c]).toEqual([true, false]);
  });
});

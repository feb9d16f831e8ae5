import { CallNeeds } from './feasibilityAnswer';
import { keptNeeds } from './keptNeeds';

const needs = (observedAt: string): CallNeeds => ({
  evidence: { source: 'calls', observedAt, validFor: 60_000 },
  of: () => [],
});
const nobody: CallNeeds = { of: () => undefined };
const settled = () => new Promise(resolve => setImmediate(resolve));

/** Answers what a test says next, once for each reading. */
const world = () => {
  const time = { now: 0 };
  const answers: (CallNeeds | Error)[] = [];
  const reads: number[] = [];
  const ask = keptNeeds({
    clock: () => time.now,
    read: async () => {
      reads.push(time.now);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer!;
    },
  });
  return { time, answers, reads, ask };
};

describe('keptNeeds', () => {
  it('reads once for all who ask within ten seconds', async () => {
    const { time, answers, reads, ask } = world();
    const first = needs('first');
    answers.push(first);
    expect(await Promise.all([ask(), ask()])).toEqual([first, first]);
    time.now = 9_999;
    expect(await ask()).toBe(first);
    expect(reads).toEqual([0]);
  });

  it('answers from before while it reads again', async () => {
    const { time, answers, reads, ask } = world();
    const [first, second] = [needs('first'), needs('second')];
    answers.push(first, second);
    await ask();
    time.now = 10_000;
    expect(await Promise.all([ask(), ask()])).toEqual([first, first]);
    await settled();
    expect(await ask()).toBe(second);
    expect(reads).toEqual([0, 10_000]);
  });

  it('lets the last one stand while reading fails, but not for ever', async () => {
    const { time, answers, ask } = world();
    const [first, last] = [needs('first'), needs('last')];
    const down = new Error('the database is down');
    answers.push(first, down, down, last);
    await ask();
    time.now = 29_000;
    expect(await ask()).toBe(first);
    await settled();
    time.now = 30_000;
    await expect(ask()).rejects.toThrow('the database is down');
    expect(await ask()).toBe(last);
  });

  it('never keeps that nobody reported calls, or that reading failed', async () => {
    const { answers, ask } = world();
    const first = needs('first');
    answers.push(nobody, new Error('the database is down'), first);
    expect(await ask()).toBe(nobody);
    await expect(ask()).rejects.toThrow('the database is down');
    expect(await ask()).toBe(first);
  });
});

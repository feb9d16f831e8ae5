import { ok, Outcome } from '@sightline/backstage-plugin-sightline-node';
import { createTurns } from './createTurns';

/** Questions that are answered when the test says so. */
const startQuestions = () => {
  const inTurn = createTurns({ atOnce: 2, waitingAtMost: 2 });
  const begun: string[] = [];
  const answers = new Map<string, () => void>();
  const ask = (name: string, signal = new AbortController().signal) =>
    inTurn(
      signal,
      () =>
        new Promise<Outcome<string>>(resolve => {
          begun.push(name);
          answers.set(name, () => resolve(ok(name)));
        }),
    );
  return { inTurn, begun, ask, answer: (name: string) => answers.get(name)!() };
};

/** Turns are taken a moment after they are given. */
const aMoment = () => new Promise(resolve => setImmediate(resolve));

describe('turns', () => {
  it('let in so many at once, the others in their order', async () => {
    const { begun, ask, answer } = startQuestions();
    const asked = ['a', 'b', 'c', 'd'].map(name => ask(name));
    await aMoment();
    expect(begun).toEqual(['a', 'b']);
    answer('b');
    await asked[1];
    await aMoment();
    expect(begun).toEqual(['a', 'b', 'c']);
    answer('a');
    answer('c');
    await asked[2];
    await aMoment();
    answer('d');
    expect(await Promise.all(asked)).toEqual(
      ['a', 'b', 'c', 'd'].map(x => ok(x)),
    );
  });

  it('send away who comes when too many wait', async () => {
    const { ask } = startQuestions();
    ['a', 'b', 'c', 'd'].forEach(name => ask(name));
    await aMoment();
    expect(await ask('e')).toMatchObject({
      outcome: 'retry',
      fault: { kind: 'rate-limited' },
    });
  });

  it('are not kept for those who gave up', async () => {
    const { begun, ask, answer } = startQuestions();
    const controller = new AbortController();
    const first = ask('a');
    ask('b');
    const left = ask('c', controller.signal);
    const next = ask('d');
    await aMoment();
    controller.abort();
    expect(await left).toMatchObject({ fault: { kind: 'timeout' } });
    answer('a');
    await first;
    await aMoment();
    answer('d');
    await next;
    expect(begun).toEqual(['a', 'b', 'd']);
    expect(await ask('e', controller.signal)).toMatchObject({
      outcome: 'retry',
    });
  });

  it('go on after a question that threw', async () => {
    const { inTurn } = startQuestions();
    const { signal } = new AbortController();
    const throwing = () =>
      inTurn(signal, () => Promise.reject(new Error('oh')));
    for (let nth = 0; nth < 3; nth += 1) {
      await expect(throwing()).rejects.toThrow('oh');
    }
    expect(await inTurn(signal, async () => ok(1))).toEqual(ok(1));
  });
});

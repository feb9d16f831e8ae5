import {
  good,
  held,
  question,
  settle,
  testContext,
} from '../__testUtils__/asking';
import { bulkheaded } from './bulkheaded';

describe('bulkheaded', () => {
  it('lets in as many as there are places, the others one by one', async () => {
    const source = held();
    const ask = bulkheaded(source.ask, 2);
    const asked = ['1', '2', '3', '4'].map(key =>
      ask(question(key), testContext().context),
    );
    await settle();
    expect(source.waiting()).toBe(2);
    source.answer(good);
    await settle();
    expect(source.waiting()).toBe(2);
    for (let at = 0; at < 3; at++) {
      source.answer(good);
      await settle();
    }
    expect(await Promise.all(asked)).toEqual([good, good, good, good]);
  });

  it('lets those who wait go when they are aborted, and loses no place by it', async () => {
    const source = held();
    const ask = bulkheaded(source.ask, 1);
    const first = ask(question('1'), testContext().context);
    const { context, abort } = testContext();
    const second = ask(question('2'), context);
    await settle();
    abort();
    expect(await second).toEqual({
      outcome: 'retry',
      fault: {
        kind: 'timeout',
        words: 'Stopped while waiting for one of 1 places',
      },
    });
    source.answer(good);
    await first;
    const third = ask(question('3'), testContext().context);
    await settle();
    source.answer(good);
    expect(await third).toEqual(good);
  });

  it('frees its place when the source throws', async () => {
    const ask = bulkheaded(async () => {
      throw new Error('no');
    }, 1);
    await expect(ask(question(), testContext().context)).rejects.toThrow('no');
    await expect(ask(question(), testContext().context)).rejects.toThrow('no');
  });
});

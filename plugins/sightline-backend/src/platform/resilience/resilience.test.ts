import { oneAtATime } from './oneAtATime';
import { untilAborted, wait } from './waiting';

describe('wait', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('ends when the time is over, or earlier when it is aborted, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const ended: string[] = [];
    wait(100, controller.signal).then(() => ended.push('short'));
    wait(1e12, controller.signal).then(() => ended.push('long'));
    await jest.advanceTimersByTimeAsync(100);
    expect(ended).toEqual(['short']);
    controller.abort();
    await jest.advanceTimersByTimeAsync(0);
    expect(ended).toEqual(['short', 'long']);
    await wait(1e12, controller.signal);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('untilAborted', () => {
  it('gives the result, or nothing when it was aborted first', async () => {
    const controller = new AbortController();
    const never = new Promise<string>(() => {});
    expect(await untilAborted(Promise.resolve('done'), controller.signal)).toBe(
      'done',
    );
    const waiting = untilAborted(never, controller.signal);
    controller.abort();
    expect(await waiting).toBeUndefined();
    expect(await untilAborted(never, controller.signal)).toBeUndefined();
  });
});

describe('oneAtATime', () => {
  it('serves in order, goes on after a failure, and turns away who finds the line full', async () => {
    const line = oneAtATime(2);
    const served: string[] = [];
    const serve = (name: string) => async () => {
      await new Promise(resolve => setImmediate(resolve));
      served.push(name);
      return name;
    };
    const first = line.run(async () => {
      throw new Error('no');
    });
    const second = line.run(serve('second'));
    expect(line.run(serve('third'))).toBeUndefined();
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe('second');
    expect(await line.run(serve('fourth'))).toBe('fourth');
    await line.idle();
    expect(served).toEqual(['second', 'fourth']);
  });
});

import { inTurns } from './inTurns';

describe('work in turns', () => {
  it('answers what the work answers, and lets others in between', async () => {
    const seen: string[] = [];
    let working = true;
    const others = (async () => {
      while (working) {
        await new Promise<void>(resolve => {
          setImmediate(resolve);
        });
        seen.push('other');
      }
    })();
    function* work(): Generator<void, number> {
      for (let part = 0; part < 3; part++) {
        const until = performance.now() + 10;
        while (performance.now() < until) {
          // busy, as an engine is
        }
        seen.push('part');
        yield;
      }
      return 42;
    }
    expect(await inTurns(work())).toBe(42);
    working = false;
    await others;
    const between = seen.slice(seen.indexOf('part'), seen.lastIndexOf('part'));
    expect(between.filter(one => one === 'other').length).toBeGreaterThan(1);
  });

  it('fails as the work fails', async () => {
    function* work(): Generator<void, number> {
      yield;
      throw new Error('no');
    }
    await expect(inTurns(work())).rejects.toThrow('no');
  });
});

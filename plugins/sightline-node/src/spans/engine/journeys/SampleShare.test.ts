import { levelOf, SampleShare, traceHash } from './SampleShare';

const minute = 60_000;

/** Ten seconds with so many spans a second, of which the share keeps what it keeps. */
const tenSeconds = (share: SampleShare, now: number, perSecond: number) => {
  share.advance(now, false);
  const kept = () => Math.floor((perSecond * 10) / 2 ** share.level);
  for (let span = 0; span < kept(); span++) {
    share.count();
    if (share.isTooMuch) share.raise();
  }
};

describe('levelOf', () => {
  it.each([
    [1, 0],
    [2, 1],
    [12, 2],
    [-8, 3],
    [1 << 31, 31],
    [0, 31],
  ])('of %d is %d, the zeros at its end', (hash, level) => {
    expect(levelOf(hash)).toBe(level);
  });

  it('leaves half of all traces at each level, whatever their ids look like', () => {
    const traces = 200_000;
    for (const idOf of [
      (n: number) => [0, 0, 0, n],
      (n: number) => [n, 0, 0, 0],
      (n: number) => [Math.imul(n, 0x9e3779b1), n * 7, ~n, n << 12],
    ]) {
      const counts = new Array<number>(32).fill(0);
      for (let n = 1; n <= traces; n++) {
        counts[levelOf(traceHash(Int32Array.from(idOf(n)), 0))] += 1;
      }
      for (let level = 0; level < 6; level++) {
        const wanted = traces / 2 ** (level + 1);
        expect(Math.abs(counts[level] / wanted - 1)).toBeLessThan(0.1);
      }
    }
  });
});

describe('SampleShare', () => {
  const create = () => new SampleShare({ spansASecond: 100, memory: minute });

  it('is all while there are few spans', () => {
    const share = create();
    for (let n = 0; n < 20; n++) tenSeconds(share, n * 10_000, 100);
    expect(share.level).toBe(0);
  });

  it('is halved until what is kept is little enough', () => {
    const share = create();
    for (let n = 0; n < 3; n++) tenSeconds(share, n * 10_000, 1500);
    expect(share.level).toBe(4);
  });

  it('grows slowly again, and only then when twice as many are few as well', () => {
    const share = create();
    for (let n = 0; n < 3; n++) tenSeconds(share, n * 10_000, 1500);
    tenSeconds(share, 30_000, 700);
    expect(share.level).toBe(4);
    const levels = [4, 5, 6, 7, 8].map(n => {
      tenSeconds(share, n * 10_000, 300);
      return share.level;
    });
    expect(levels).toEqual([4, 3, 2, 2, 2]);
  });

  it('reads no trace of a level that it has not remembered for as long as a trace may take', () => {
    const share = create();
    for (let n = 0; n < 3; n++) tenSeconds(share, n * 10_000, 150);
    expect(share.level).toBe(1);
    tenSeconds(share, 30_000, 10);
    tenSeconds(share, 40_000, 10);
    expect(share.level).toBe(0);
    expect(share.readableLevel(40_000)).toBe(1);
    expect(share.readableLevel(40_000 + minute - 1)).toBe(1);
    expect(share.readableLevel(40_000 + minute)).toBe(0);
  });
});

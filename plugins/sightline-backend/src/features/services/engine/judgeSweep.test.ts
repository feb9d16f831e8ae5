import { judgeSweep } from './judgeSweep';

const MINUTE = 60_000;

describe('judgeSweep', () => {
  it.each([
    [
      'a few that went',
      { component: 100 },
      { component: 51 },
      {},
      0,
      ['component'],
      {},
    ],
    [
      'a few of a few',
      { component: 3 },
      { component: 1 },
      {},
      0,
      ['component'],
      {},
    ],
    [
      'half gone',
      { component: 100 },
      { component: 49 },
      {},
      7,
      [],
      { component: 7 },
    ],
    ['all gone', { user: 1 }, {}, {}, 7, [], { user: 7 }],
    [
      'gone again too soon',
      { component: 100 },
      {},
      { component: 7 },
      8_000,
      [],
      { component: 7 },
    ],
    [
      'gone again a minute on',
      { component: 100 },
      {},
      { component: 7 },
      MINUTE + 7,
      ['component'],
      {},
    ],
    [
      'back again',
      { component: 100 },
      { component: 99 },
      { component: 7 },
      8_000,
      ['component'],
      {},
    ],
    [
      'one kind gone',
      { component: 50, group: 20 },
      { component: 50 },
      {},
      7,
      ['component'],
      { group: 7 },
    ],
  ])('%s', (_title, kept, seen, before, now, believed, doubt) => {
    const verdict = judgeSweep({ kept, seen, before, now } as any);
    expect([verdict.believed, verdict.doubt]).toEqual([believed, doubt]);
    expect(verdict.notes).toHaveLength(Object.keys(doubt).length);
  });
});

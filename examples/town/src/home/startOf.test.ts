import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiaryPage } from './Diary.ts';
import { startOf } from './startOf.ts';

const NOW = Date.UTC(2026, 7, 24, 8);
const MINUTE = 60_000;
const freshHome = () => join(mkdtempSync(join(tmpdir(), 'home-')), 'town');
const pageOf = (ms: number): DiaryPage => ({
  ...{ seed: 'x', rate: 1, complete: true, outages: [] },
  ...{ sinceMicros: 0, toldMicros: 0, atMicros: ms * 1000 },
});

it('is now when nobody lived there', () => {
  expect(startOf(freshHome(), 'none', NOW)).toBe(NOW);
});

it('stays when the town comes back at once, however long it lived', () => {
  const home = freshHome();
  startOf(home, 'none', NOW);
  const later = NOW + 600 * MINUTE;

  expect(startOf(home, pageOf(later - 14 * MINUTE), later)).toBe(NOW);
});

it('is anew after a longer pause, and stays from then', () => {
  const home = freshHome();
  startOf(home, 'none', NOW);
  const later = NOW + 600 * MINUTE;

  expect(startOf(home, pageOf(NOW + 5 * MINUTE), later)).toBe(later);
  expect(startOf(home, pageOf(later), later + MINUTE)).toBe(later);
});

it.each(['', '{}', '{"startMs":"x"}', 'null', `{"startMs":${NOW + MINUTE}}`])(
  'is now when what was kept is %j',
  text => {
    const home = freshHome();
    startOf(home, 'none', NOW);
    writeFileSync(join(home, 'start.json'), text);

    expect(startOf(home, pageOf(NOW), NOW)).toBe(NOW);
    expect(startOf(home, 'unreadable', NOW)).toBe(NOW);
  },
);

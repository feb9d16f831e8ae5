import type { DiaryPage } from './Diary.ts';
import { resume } from './resume.ts';

const SECOND = 1e6;
const MINUTE = 60 * SECOND;
const now = 1_000 * MINUTE;

const page = (changes: Partial<DiaryPage>): DiaryPage => ({
  seed: 'harbour',
  rate: 0.2,
  sinceMicros: 0,
  toldMicros: now - MINUTE,
  complete: true,
  atMicros: now - MINUTE,
  outages: [],
  ...changes,
});
const asked = {
  seed: 'harbour',
  rate: 0.2,
  backfillMicros: 15 * MINUTE,
  nowMicros: now,
};
const killed = { complete: false };

it.each([
  ['nobody lived there before', 'none' as const, -15 * 60, -15 * 60],
  ['nobody can read until when', 'unreadable' as const, 0, 0],
  ['it ended well', page({}), -60, -60],
  ['it ended well long ago', page({ toldMicros: now - 9e9 }), -900, -900],
  ['it was killed just now', page(killed), -150, -60],
  [
    'it was killed soon after it had told something again',
    page({ ...killed, sinceMicros: now - 80 * SECOND }),
    -80,
    -60,
  ],
  [
    'it was killed while it told something again',
    page({ ...killed, sinceMicros: now - MINUTE }),
    -60,
    -60,
  ],
  [
    'it was killed while it told the past',
    page({ ...killed, toldMicros: now - 14 * MINUTE }),
    -900,
    -840,
  ],
  [
    'it was killed too long ago for anybody to recognise its spans',
    page({ ...killed, atMicros: now - 3 * MINUTE }),
    -60,
    -60,
  ],
  [
    'it was killed, and its spans had other identifiers',
    page({ ...killed, rate: 1 }),
    -60,
    -60,
  ],
  [
    'it had promised a little more than it lived',
    page({ ...killed, toldMicros: now + 5 * SECOND, atMicros: now - SECOND }),
    -85,
    5,
  ],
  [
    'the clock was set back since',
    page({ toldMicros: now + 60 * MINUTE }),
    0,
    0,
  ],
])('when %s, it begins there', (_when, last, from, told) => {
  expect(resume({ ...asked, page: last })).toEqual({
    fromMicros: now + from * SECOND,
    toldMicros: now + told * SECOND,
  });
});

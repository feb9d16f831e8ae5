import { nextMinutes, Progress } from './nextMinutes';

const minute = 60_000;
const day = '2026-11-21T';
const at = (time: string) => Date.parse(`${day}${time.padEnd(8, ':00')}Z`);
const timeOf = (instant: number | undefined) =>
  instant === undefined
    ? undefined
    : new Date(instant).toISOString().slice(11, 16);

const next = (
  now: string,
  progress: Progress,
  more: { lastGood?: string; catchUp?: number } = {},
) =>
  nextMinutes({
    now: at(now),
    progress,
    lastGood: more.lastGood === undefined ? undefined : at(more.lastGood),
    settle: 30_000,
    catchUp: (more.catchUp ?? 5) * minute,
  });

/** From the first to the last, and how many nobody will ask about. */
const span = ({ minutes, missed }: ReturnType<typeof nextMinutes>) => [
  timeOf(minutes[0]),
  timeOf(minutes[minutes.length - 1]),
  minutes.length,
  missed,
];

describe('nextMinutes', () => {
  it('begins with as many as it may catch up with, up to the last that has settled', () => {
    expect(span(next('02:10:29', {}))).toEqual(['02:04', '02:08', 5, 0]);
    expect(span(next('02:10:30', {}))).toEqual(['02:05', '02:09', 5, 0]);
  });

  it('goes on with the next one, and tells once more what it told last', () => {
    const first = next('02:10:30', {});
    const second = next('02:11:30', first.told);
    expect(span(second)).toEqual(['02:06', '02:10', 5, 0]);
    const third = next('02:12:30', second.told);
    expect(span(third)).toEqual(['02:10', '02:11', 2, 0]);
    expect(span(next('02:13:30', third.told))).toEqual([
      '02:11',
      '02:12',
      2,
      0,
    ]);
  });

  it('has nothing new when it is asked twice in a minute', () => {
    const first = next('02:10:30', {});
    const second = next('02:10:50', first.told);
    expect(span(second)).toEqual(span(first));
    expect(second.told.since).toBe(first.told.since);
  });

  it('has nothing at all after the clock was set back', () => {
    const { told } = next('02:10:30', {});
    expect(next('01:10:30', told).minutes).toEqual([]);
  });

  it('makes up for what could not be told, and counts what is too long ago', () => {
    let { told: progress } = next('02:10:30', {});
    for (const now of ['02:11:30', '02:12:30', '02:13:30', '02:14:30']) {
      const failed = next(now, progress);
      expect(failed.missed).toBe(0);
      progress = failed.notTold;
    }
    expect(span(next('02:15:30', progress))).toEqual(['02:10', '02:14', 5, 0]);
    expect(span(next('02:16:30', progress))).toEqual(['02:11', '02:15', 5, 1]);
    // Counted once.
    progress = next('02:16:30', progress).notTold;
    expect(span(next('02:17:30', progress))).toEqual(['02:12', '02:16', 5, 1]);
  });

  it('knows after a restart how long nobody has asked', () => {
    expect(span(next('02:10:30', {}, { lastGood: '02:09:31' }))).toEqual([
      '02:05',
      '02:09',
      5,
      0,
    ]);
    expect(span(next('02:10:30', {}, { lastGood: '01:50:31' }))).toEqual([
      '02:05',
      '02:09',
      5,
      15,
    ]);
  });

  it('has missed nothing while another replica had its turns', () => {
    const { told } = next('02:10:30', {});
    expect(span(next('02:40:30', told, { lastGood: '02:39:31' }))).toEqual([
      '02:35',
      '02:39',
      5,
      0,
    ]);
  });

  it('trusts itself while its own turns fail and other metrics are well', () => {
    let { told: progress } = next('02:10:30', {});
    for (let nth = 11; nth <= 15; nth++) {
      const now = `02:${nth}:30`;
      progress = next(now, progress, { lastGood: `02:${nth - 1}:31` }).notTold;
    }
    expect(next('02:16:30', progress, { lastGood: '02:15:31' }).missed).toBe(1);
  });
});

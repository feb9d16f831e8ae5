import { windowAt } from './windowAt';
import { windowsToAsk } from './windowsToAsk';

const minute = 60_000;
const lengths = { window: 2 * minute, settle: 30_000 };
const begin = Date.parse('2026-11-21T02:00:00Z');
// Until 02:04:30 the window from 02:00 to 02:02 is the newest that is over.
const now = begin + 2.5 * minute;
const newest = windowAt(now, lengths).number;

const ask = (known: { told?: number; lastGood?: number }, at = now) => {
  const { windows, missed } = windowsToAsk(at, {
    ...lengths,
    told: -Infinity,
    ...known,
  });
  return [windows.map(({ number }) => number - newest), missed];
};

describe('windowsToAsk', () => {
  it.each([
    ['the newest alone, when nobody ever asked', {}, [[0], 0]],
    ['none, when the newest was told', { told: newest }, [[], 0]],
    ['the next one', { told: newest - 1 }, [[0], 0]],
    ['those that were missed as well', { told: newest - 3 }, [[-2, -1, 0], 0]],
    ['not a whole night', { told: newest - 300 }, [[-2, -1, 0], 297]],
    [
      'what others have not asked about, after a restart',
      { lastGood: now - 5 * minute },
      [[-2, -1, 0], 0],
    ],
    [
      'a few of what others have not asked about for long',
      { lastGood: now - 60 * minute },
      [[-2, -1, 0], 27],
    ],
    [
      'the newest again, when another may have told it or not',
      { lastGood: now + 1000 },
      [[-1, 0], 0],
    ],
    [
      'what neither it nor another told',
      { told: newest - 9, lastGood: now },
      [[-1, 0], 0],
    ],
    [
      'nothing, when another is ahead and the clock was set back',
      { lastGood: now + 60 * minute },
      [[], 0],
    ],
  ])('asks about %s', (_, known, expected) => {
    expect(ask(known)).toEqual(expected);
  });
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '../__testUtils__/FakeClock.ts';
import { incidents, MINUTE, NOON } from '../__testUtils__/harbour.ts';
import { readArguments, type TownOptions } from '../arguments.ts';
import { handOver } from './handOver.ts';
import { moveIn } from './Home.ts';

const read = (...argv: string[]) => readArguments(argv, {}) as TownOptions;
const freshHome = () => mkdtempSync(join(tmpdir(), 'town-'));
const around = (clock: FakeClock, ...argv: string[]) => ({
  asked: read('--backfill', '10m', ...argv),
  incidents,
  clock,
});
const diaryOf = (home: string) =>
  JSON.parse(readFileSync(join(home, 'diary.json'), 'utf8'));

describe('what a town remembers', () => {
  it('is never less than what it told', async () => {
    const home = freshHome();
    const town = await moveIn(home, around(new FakeClock(NOON)));
    expect(town.fromMicros).toBe(NOON - 10 * MINUTE);
    town.promise(NOON - 9 * MINUTE);

    expect(diaryOf(home)).toEqual({
      seed: 'harbour',
      rate: 1,
      sinceMicros: NOON - 10 * MINUTE,
      toldMicros: NOON - 9 * MINUTE + 5e6,
      complete: false,
      atMicros: NOON,
      outages: [],
    });
    town.leave({ toldMicros: NOON, complete: true });
    expect(diaryOf(home)).toMatchObject({ toldMicros: NOON, complete: true });
  });

  it('is where the next life begins', async () => {
    const home = freshHome();
    const first = await moveIn(home, around(new FakeClock(NOON)));
    first.promise(NOON);
    first.leave({ toldMicros: NOON, complete: true });
    const later = new FakeClock(NOON + 3 * MINUTE);
    const second = await moveIn(home, around(later));
    second.leave({ toldMicros: second.fromMicros, complete: true });

    expect(second.fromMicros).toBe(NOON);
  });

  it('never goes back, though a life tells something again and is killed meanwhile', async () => {
    const home = freshHome();
    const killed = await moveIn(home, around(new FakeClock(NOON)));
    killed.promise(NOON);
    const told = NOON + 5e6;

    const rewinding = await moveIn(home, around(new FakeClock(NOON)));
    expect(rewinding.fromMicros).toBeLessThan(NOON);
    rewinding.promise(rewinding.fromMicros + MINUTE);
    expect(diaryOf(home)).toMatchObject({ toldMicros: told });
    rewinding.leave({ toldMicros: NOON - MINUTE, complete: true });

    expect(diaryOf(home)).toMatchObject({ toldMicros: told, complete: false });
  });

  it('holds what goes wrong, so that a town that is started again goes on with it', async () => {
    const home = freshHome();
    const clock = new FakeClock(NOON);
    const first = await moveIn(
      home,
      around(clock, '--incident', 'ledger-down'),
    );
    first.promise(NOON);
    const second = await moveIn(home, around(clock));
    second.leave({ toldMicros: NOON, complete: true });
    const muchLater = new FakeClock(NOON + 60 * MINUTE);
    const third = await moveIn(home, around(muchLater));
    third.leave({ toldMicros: NOON, complete: true });

    expect(second.outages).toEqual(first.outages);
    expect(second.outages).toMatchObject([
      { incident: { id: 'ledger-down' }, fromMicros: NOON + MINUTE },
    ]);
    expect(third.outages).toEqual([]);
  });

  it('is nothing to build on when nobody can read it: what was told may not be told again', async () => {
    const home = freshHome();
    writeFileSync(join(home, 'diary.json'), '{"toldMicros": 17');
    const town = await moveIn(home, around(new FakeClock(NOON)));
    town.leave({ toldMicros: NOON, complete: true });

    expect(town.fromMicros).toBe(NOON);
  });
});

describe('whoever comes second', () => {
  const wish = (...argv: string[]) => read(...argv);

  it('finds nobody in an empty home, nor in the home of one who was killed', async () => {
    const home = freshHome();
    expect(await handOver(home, wish())).toBeUndefined();
    expect(await handOver(join(home, 'nowhere'), wish())).toBeUndefined();
    writeFileSync(join(home, 'door'), '');

    expect(await handOver(home, wish())).toBeUndefined();
  });

  it('is told when the path is too long for any system', async () => {
    const home = join(freshHome(), 'x'.repeat(100));
    await expect(handOver(home, wish())).rejects.toThrow('--home is too long');
  });

  it('hands its incident to the one who lives there, and that one remembers', async () => {
    const home = freshHome();
    const town = await moveIn(home, around(new FakeClock(NOON)));
    const said = await handOver(home, wish('--incident', 'search-errors'));

    expect(said).toBe(
      'The town heard: search-errors from 08:00:00 to 08:10:00 UTC',
    );
    expect(town.outages).toMatchObject([
      { incident: { id: 'search-errors' }, fromMicros: NOON },
    ]);
    expect(diaryOf(home).outages).toMatchObject([{ id: 'search-errors' }]);
    town.leave({ toldMicros: NOON, complete: true });
    expect(await handOver(home, wish())).toBeUndefined();
  });

  it.each([
    [[], 'A town lives there already'],
    [['--incident', 'flood'], 'There is no incident "flood"'],
    [['--incident', 'ledger-down', '--incident-after=-5m'], 'The past is told'],
  ])('is told what is wrong with %j', async (argv, words) => {
    const home = freshHome();
    const town = await moveIn(home, around(new FakeClock(NOON)));
    await expect(handOver(home, wish(...argv))).rejects.toThrow(words);
    town.leave({ toldMicros: NOON, complete: true });

    expect(town.outages).toEqual([]);
  });
});

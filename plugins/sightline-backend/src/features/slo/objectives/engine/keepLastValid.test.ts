import { ordersSlo, written } from '../__testUtils__/openSloFiles';
import { keepLastValid, keepUnread, KeptFile } from './keepLastValid';
import { openSloReader } from './openslo/readOpenSlo';

const monday = '2026-11-16T00:00:00.000Z';
const tuesday = '2026-11-17T00:00:00.000Z';
const wednesday = '2026-11-18T00:00:00.000Z';

const read = (text: string) =>
  openSloReader([{ ...{ name: 'f', place: 'f' }, text, with: [] }])('f');

const summary = ({ slos, problems }: KeptFile) => ({
  slos: slos.map(({ name, objectives, outdated }) => [
    name,
    objectives[0].target,
    outdated?.since,
  ]),
  problems: problems.map(({ since }) => since),
});

const broken = written(ordersSlo, 'target: 0.995', 'target: 99.5');
const other = written(
  ordersSlo,
  'name: orders-availability',
  'name: orders-speed',
);

describe('keepLastValid', () => {
  const first = keepLastValid(undefined, read(ordersSlo), monday);

  it('takes the newest version that can be read', () => {
    const better = written(ordersSlo, 'target: 0.995', 'target: 0.999');
    expect(
      [first, keepLastValid(first, read(better), tuesday)].map(summary),
    ).toEqual([
      {
        slos: [['orders-availability', 0.995, undefined]],
        problems: [],
      },
      {
        slos: [['orders-availability', 0.999, undefined]],
        problems: [],
      },
    ]);
  });

  it('keeps the last that could be read, and since when it is outdated', () => {
    const second = keepLastValid(first, read(broken), tuesday);
    const third = keepLastValid(second, read(broken), wednesday);
    const mended = keepLastValid(third, read(ordersSlo), wednesday);
    const outdated = {
      slos: [['orders-availability', 0.995, tuesday]],
      problems: [tuesday],
    };
    expect([second, third, mended].map(summary)).toEqual([
      outdated,
      outdated,
      { slos: [['orders-availability', 0.995, undefined]], problems: [] },
    ]);
    expect(second.slos[0].outdated?.problem).toMatch(/^target is 99.5; write/);
  });

  it('forgets what is no longer there, and nothing else for the sake of another', () => {
    const both = keepLastValid(
      first,
      read(`${ordersSlo}---\n${other}`),
      monday,
    );
    const gone = keepLastValid(both, read(other), tuesday);
    const oneBroken = keepLastValid(
      both,
      read(`${broken}---\n${written(other, '0.995', '0.9')}`),
      tuesday,
    );
    expect([gone, oneBroken].map(summary)).toEqual([
      { slos: [['orders-speed', 0.995, undefined]], problems: [] },
      {
        slos: [
          ['orders-speed', 0.9, undefined],
          ['orders-availability', 0.995, tuesday],
        ],
        problems: [tuesday],
      },
    ]);
  });

  it('keeps all where a part is no YAML, for it may be any of them', () => {
    const both = keepLastValid(
      first,
      read(`${ordersSlo}---\n${other}`),
      monday,
    );
    const half = keepLastValid(both, read(`${other}---\na: [`), tuesday);
    expect(summary(half).slos).toEqual([
      ['orders-speed', 0.995, undefined],
      ['orders-availability', 0.995, tuesday],
    ]);
  });

  it('keeps everything of a file that cannot be had', () => {
    const away = keepUnread(first, 'There is no such file', tuesday);
    expect(away).toEqual({
      slos: [
        {
          ...first.slos[0],
          outdated: { problem: 'There is no such file', since: tuesday },
        },
      ],
      problems: [{ line: 1, words: 'There is no such file', since: tuesday }],
      notes: [],
    });
    expect(keepUnread(undefined, 'There is no such file', monday).slos).toEqual(
      [],
    );
  });
});

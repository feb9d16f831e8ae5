import { mockServices } from '@backstage/backend-test-utils';
import { createObservedRound } from './createObservedRound';
import { Pair, Seen } from './Snapshot';

const START = Date.parse('2026-11-21T02:00:00.000Z');
const ref = (name: string) => `component:default/${name}`;

const build = (atMost = 10) => {
  const world = {
    pairs: [] as Pair[],
    shown: new Map<string, Seen>(),
    now: START,
    fails: '' as '' | 'Sightline' | 'catalog' | 'refresh',
    refreshed: [] as string[][],
    logged: [] as string[],
  };
  const failing = (what: typeof world.fails) => {
    if (world.fails === what) throw new Error(`no ${what}`);
  };
  const log = (level: string) => (words: string) =>
    void world.logged.push(`${level}: ${words}`);
  const round = createObservedRound({
    async *readPairs() {
      failing('Sightline');
      yield world.pairs.slice(0, 2);
      yield world.pairs.slice(2);
    },
    async readShown() {
      failing('catalog');
      return world.shown;
    },
    async refresh(keys) {
      failing('refresh');
      world.refreshed.push(
        keys.map(key =>
          key.replace('sightline-observed:component:default/', ''),
        ),
      );
    },
    logger: Object.assign(mockServices.logger.mock(), {
      ...{ warn: log('warn'), info: log('info') },
    }),
    now: () => world.now,
    atMost,
    pairsAtMost: 1_200,
  });
  const turn = () =>
    round.run(new AbortController().signal).catch((error: Error) => error);
  const see = (...pairs: [string, string][]) => {
    world.pairs = pairs.map(([from, to]) => ({ from: ref(from), to: ref(to) }));
  };
  return { world, round, turn, see };
};

describe('a round', () => {
  it('at first refreshes what differs from what the catalog shows, later what changed', async () => {
    const { world, turn, see } = build();
    world.shown = new Map([
      [ref('orders'), { targets: [ref('payments')], silent: [] }],
      [ref('basket'), { targets: [ref('stock')], silent: [] }],
    ]);
    see(['orders', 'payments'], ['mailer', 'auth']);
    await turn();
    expect(world.refreshed).toEqual([['mailer', 'basket']]);
    await turn();
    expect(world.refreshed).toHaveLength(1);
    see(['orders', 'payments'], ['orders', 'auth'], ['mailer', 'auth']);
    await turn();
    expect(world.refreshed[1]).toEqual(['orders']);
  });

  it('refreshes many in parts', async () => {
    const { world, turn, see } = build();
    const names = Array.from({ length: 1_001 }, (_, at) => `s${at}`);
    see(...names.map((name): [string, string] => [name, 'auth']));
    await turn();
    expect(world.refreshed.map(({ length }) => length)).toEqual([500, 500, 1]);
  });

  it('keeps what it knew while Sightline does not answer, and says so once', async () => {
    const { world, round, turn, see } = build();
    see(['orders', 'payments']);
    await turn();
    const known = round.latest();
    see();
    world.fails = 'Sightline';
    expect(await turn()).toEqual(new Error('no Sightline'));
    await turn();
    expect(round.latest()).toBe(known);
    world.fails = '';
    await turn();
    expect(round.latest()?.seen.size).toBe(0);
    expect(world.refreshed).toEqual([['orders'], ['orders']]);
    expect(world.logged).toEqual([
      'warn: Observed dependencies cannot be brought up to date, those of 2026-11-21T02:00:00.000Z stay: Error: no Sightline',
      'info: Observed dependencies are up to date again',
    ]);
  });

  it.each(['catalog', 'refresh'] as const)(
    'announces later what could not be announced for want of the %s',
    async what => {
      const { world, turn, see } = build();
      see(['orders', 'payments']);
      world.fails = what;
      expect(await turn()).toEqual(new Error(`no ${what}`));
      world.fails = '';
      await turn();
      expect(world.refreshed).toEqual([['orders']]);
    },
  );

  it('counts what is left out, and says it when it changes', async () => {
    const { world, turn, see } = build(1);
    see(['a', 'auth'], ['a', 'b'], ['c', 'auth']);
    await turn();
    await turn();
    world.pairs.push({ from: '', to: '' });
    await turn();
    see(...Array(1_201).fill(['a', 'auth']));
    await turn();
    see();
    await turn();
    expect(world.logged).toEqual([
      'warn: Observed dependencies were left out: 1 of entities that lean on more than 1; 1 at entities on which more than 1 lean',
      'warn: Observed dependencies were left out: 1 of entities that lean on more than 1; 1 at entities on which more than 1 lean; 1 that name no entity',
      'warn: Observed dependencies were left out: all beyond the first 1200',
    ]);
  });
});

import {
  ObjectiveProblem,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  answered,
  inForce,
  measured,
  minute,
  ownedBy,
  ref,
  START,
} from '../__testUtils__/objectives';
import { sloWorld } from '../__testUtils__/sloWorld';
import { summaryOf } from '../engine/summaryOf';
import { ObjectivesQuery, objectiveSorts } from '../SloReader';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const calls = 100_000_000;

/** Six services that stand differently; `users` belongs to nobody. */
const fleet = async (id: Parameters<typeof databases.open>[0]) => {
  const world = sloWorld(await databases.open(id));
  const owned = ['orders', 'cart', 'Zebra', 'mail', 'ghost'];
  await world.force.keep([
    ...owned.map(name => inForce(name, {}, ownedBy(name))),
    inForce('users'),
  ]);
  await world.accept([
    measured('orders', 0.05, { calls }),
    measured('cart', 0.004, { calls }),
    measured('Zebra', 0.0005, { calls, at: START - minute }),
    measured('mail', 0.0001, { calls }),
    measured('users', 0.00099, { calls }),
    answered('ghost', { what: 'no-data' }),
  ]);
  const all = async (query: ObjectivesQuery = {}) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.reader.page({ ...query, cursor, limit: 2 });
      seen.push(...page.items.map(({ service }) => service.name));
      cursor = page.nextCursor;
    } while (cursor);
    return seen.join(' ');
  };
  return { ...world, all };
};

const sorted: Record<
  (typeof objectiveSorts)[number],
  [up: string, down: string]
> = {
  exhaustion: [
    'orders cart users Zebra mail ghost',
    'mail Zebra users cart orders ghost',
  ],
  state: [
    'orders cart ghost Zebra mail users',
    'users mail Zebra ghost cart orders',
  ],
  service: [
    'cart ghost mail orders users Zebra',
    'Zebra users orders mail ghost cart',
  ],
  owner: [
    'cart ghost mail orders Zebra users',
    'users Zebra orders mail ghost cart',
  ],
  title: [
    'cart ghost mail orders users Zebra',
    'Zebra users orders mail ghost cart',
  ],
  budget: [
    'orders cart users Zebra mail ghost',
    'mail Zebra users cart orders ghost',
  ],
  burn: [
    'mail Zebra users cart orders ghost',
    'orders cart users Zebra mail ghost',
  ],
  attainment: [
    'orders cart users Zebra mail ghost',
    'mail Zebra users cart orders ghost',
  ],
  indicator: [
    'Zebra cart ghost mail orders users',
    'users orders mail ghost cart Zebra',
  ],
  origin: [
    'Zebra cart ghost mail orders users',
    'users orders mail ghost cart Zebra',
  ],
  measured: [
    'Zebra cart ghost mail orders users',
    'users orders mail ghost cart Zebra',
  ],
};

describe.each(databases.ids)('lists of objectives on %s', id => {
  it('are sorted alike in both databases, page by page, and unknown is apart', async () => {
    const { all } = await fleet(id);
    const told: Record<string, string[]> = {};
    for (const sort of objectiveSorts) {
      told[sort] = [
        await all({ sort, order: 'asc' }),
        await all({ sort, order: 'desc' }),
      ];
    }
    expect(told).toEqual(sorted);
  });

  it('count states as if their own filter were not set', async () => {
    const { reader } = await fleet(id);
    const { states, total, of, items } = await reader.page({
      filter: { state: ['page'] },
    });
    expect({ states, total, of, items: items.length }).toEqual({
      states: { page: 1, ticket: 1, exhausted: 0, unknown: 1, met: 3 },
      ...{ total: 1, of: 6, items: 1 },
    });
  });

  it('leave out how fast it burns where no window tells', async () => {
    const { reader } = await fleet(id);
    const { items } = await reader.page({ sort: 'service' });
    expect(
      items.map(({ service, burns }) => `${service.name} ${burns.length}`),
    ).toEqual([
      ...['cart 4', 'ghost 0', 'mail 4', 'orders 4', 'users 4', 'Zebra 4'],
    ]);
    const [ghost] = (await reader.ofServices([ref('ghost')])).get(
      ref('ghost'),
    )!;
    expect(ghost.burns.length).toBe(4);
  });

  it('are narrowed by what may be seen', async () => {
    const { all } = await fleet(id);
    const owners = ['group:default/cart', 'group:default/mail'];
    const sort = 'service' as const;
    expect(await all({ sort, scope: { allowedOwners: owners } })).toBe(
      'cart mail',
    );
    expect(await all({ sort, scope: { deniedOwners: owners } })).toBe(
      'ghost orders users Zebra',
    );
    expect(await all({ sort, scope: { allowedOwners: [] } })).toBe('');
    expect(await all({ sort, filter: { mine: [] } })).toBe('');
  });

  it('are told by another etag when something changed, and only then', async () => {
    const { reader, accept, time } = await fleet(id);
    const first = (await reader.page({})).etag;
    expect(await reader.etagOf({})).toBe(first);
    expect(await reader.etagOf({ sort: 'burn' })).not.toBe(first);
    time.now += minute;
    await accept([measured('cart', 0.2, { calls, at: time.now })]);
    expect(await reader.etagOf({})).not.toBe(first);
  });

  it('have a summary for each service, by its worst objective', async () => {
    const { reader } = await fleet(id);
    const summaries = await reader.summaries([ref('orders'), ref('nobody')]);
    expect(Object.fromEntries(summaries)).toEqual({
      [ref('orders')]: {
        state: 'page',
        objective: 'orders answers',
        words: expect.stringContaining('too fast'),
        remaining: expect.closeTo(-49, 6),
        burn: expect.closeTo(50, 6),
        objectives: 1,
        evidence: {
          source: 'slo:fake',
          observedAt: toIso(START),
          validFor: 3 * minute,
        },
      },
    });
  });

  it('have a summary of the worst that `ofServices` tells, among several', async () => {
    const { force, accept, reader } = sloWorld(await databases.open(id));
    const named = (name: string) => {
      const one = inForce('cart');
      const of = { id: `${one.objective.id}-${name}`, name, title: name };
      return { ...one, objective: { ...one.objective, ...of } };
    };
    const all = ['b', 'a', 'c', 'd'].map(named);
    await force.keep(all);
    const counts = [0.0005, 0.0007, 0.0001, 0.0007];
    await accept(
      all.map(({ objective }, nth) => ({
        ...measured('cart', counts[nth], { calls }),
        objective: objective.id,
      })),
    );
    const service = ref('cart');
    const told = (await reader.ofServices([service])).get(service)!;
    const summary = (await reader.summaries([service])).get(service);
    expect(told.map(({ objective }) => objective.name).join('')).toBe('adbc');
    expect(summary).toEqual(summaryOf(told));
  });

  it('say how many documents cannot be read, and which', async () => {
    const { reader, force } = await fleet(id);
    const problem = (service?: string): ObjectiveProblem => ({
      where: 'slos.yaml',
      words: 'target is 99.9; write a share, 0.999',
      earlierInForce: false,
      since: toIso(START),
      ...(service !== undefined && { service: ref(service) }),
    });
    await force.keepProblems([problem('cart'), problem()]);
    expect((await reader.page({})).problems).toBe(2);
    expect(await reader.problems(ref('cart'))).toEqual([problem('cart')]);
    await force.keepProblems([problem()]);
    expect(await reader.problems()).toEqual([problem()]);
  });
});

import * as fc from 'fast-check';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  company,
  component,
  domain,
  group,
  system,
} from '../__testUtils__/entities';
import { mirrorWorld } from '../__testUtils__/mirrorWorld';
import {
  ServiceFilter,
  serviceSorts,
  ServicesQuery,
} from './ServiceListReader';

jest.setTimeout(120_000);

const databases = useTestDatabases();

const shop = [
  group('company'),
  group('commerce', 'company'),
  group('checkout', 'commerce', 'Checkout'),
  group('money', 'company', 'Money'),
  domain('retail'),
  system('shop', 'retail'),
  system('bank'),
  component('cart', {
    owner: 'checkout',
    system: 'shop',
    tier: 'T1',
    tags: ['go', 'redis'],
  }),
  component('pricing', {
    owner: 'commerce',
    system: 'shop',
    tier: 'T0',
    title: 'Pricing 50%',
    tags: ['go'],
  }),
  component('ledger', {
    owner: 'money',
    system: 'bank',
    tier: 'T0',
    lifecycle: 'experimental',
  }),
  component('orphan', { type: 'website' }),
  component('ghost', { owner: 'nobody', title: '=cmd()' }),
];

describe.each(databases.ids)('the list of services on %s', id => {
  const build = async (entities = shop) => {
    const knex = await databases.open(id);
    const world = mirrorWorld(knex);
    world.catalog.put(...entities);
    await world.sweep();
    return { knex, ...world };
  };

  it('narrows by every filter', async () => {
    const { list } = await build();
    const names = async (
      filter: ServiceFilter,
      scope?: ServicesQuery['scope'],
    ) => {
      const { items, total, of } = await list.page({ filter, scope });
      return [items.map(row => row.name).join(' '), total, of];
    };
    const found = {
      owner: await names({ owner: ['group:default/commerce'] }),
      leaf: await names({ owner: ['group:default/checkout'] }),
      mine: await names({ mine: ['user:default/ana', 'group:default/money'] }),
      mineOfNobody: await names({ mine: [] }),
      unowned: await names({ unowned: true }),
      system: await names({ system: ['system:default/shop'] }),
      domain: await names({ domain: ['domain:default/retail'] }),
      tier: await names({ tier: ['T0'] }),
      noTier: await names({ tier: ['none'] }),
      tierOrNone: await names({ tier: ['T1', 'none'] }),
      lifecycle: await names({ lifecycle: ['experimental'] }),
      type: await names({ type: ['website'] }),
      tags: await names({ tag: ['go', 'redis'] }),
      words: await names({ q: 'SHOP pri' }),
      percent: await names({ q: '50%' }),
      underscore: await names({ q: 'led_er' }),
      allowed: await names({}, { allowedOwners: ['group:default/money'] }),
      nothingAllowed: await names({}, { allowedOwners: [] }),
      ownerCalledNone: await names({}, { allowedOwners: ['none'] }),
      denied: await names(
        {},
        { deniedOwners: ['group:default/money', 'group:default/nobody'] },
      ),
    };
    expect(found).toEqual({
      owner: ['cart pricing', 2, 5],
      leaf: ['cart', 1, 5],
      mine: ['ledger', 1, 5],
      mineOfNobody: ['', 0, 5],
      unowned: ['ghost orphan', 2, 5],
      system: ['cart pricing', 2, 5],
      domain: ['cart pricing', 2, 5],
      tier: ['ledger pricing', 2, 5],
      noTier: ['ghost orphan', 2, 5],
      tierOrNone: ['ghost cart orphan', 3, 5],
      lifecycle: ['ledger', 1, 5],
      type: ['orphan', 1, 5],
      tags: ['cart', 1, 5],
      words: ['pricing', 1, 5],
      percent: ['pricing', 1, 5],
      underscore: ['', 0, 5],
      allowed: ['ledger', 1, 1],
      nothingAllowed: ['', 0, 0],
      ownerCalledNone: ['', 0, 0],
      denied: ['cart orphan pricing', 3, 3],
    });
  });

  it('counts facets as if their own filter were not set', async () => {
    const { list } = await build();
    const { etag: _, ...facets } = await list.facets({
      filter: { tier: ['T0'] },
    });
    expect(facets).toEqual({
      owner: [
        { value: 'group:default/commerce', label: 'commerce', count: 1 },
        { value: 'group:default/money', label: 'Money', count: 1 },
      ],
      system: [
        { value: 'system:default/bank', label: 'bank', count: 1 },
        { value: 'system:default/shop', label: 'shop', count: 1 },
      ],
      domain: [{ value: 'domain:default/retail', label: 'retail', count: 1 }],
      tier: [
        { value: 'T0', count: 2 },
        { value: 'T1', count: 1 },
      ],
      lifecycle: [
        { value: 'experimental', count: 1 },
        { value: 'production', count: 1 },
      ],
      type: [{ value: 'service', count: 2 }],
      ...{ burning: [], unknown: [], drift: [] },
      ...{ contracts: [], health: [], onCall: [] },
    });
  });

  it('carries only the fields asked for', async () => {
    const { list } = await build();
    const { items } = await list.page({ fields: ['tier'], limit: 2 });
    expect(items).toEqual([
      { ref: 'component:default/ghost' },
      { ref: 'component:default/cart', tier: 'T1' },
    ]);
  });

  it('writes CSV that no spreadsheet runs', async () => {
    const { list } = await build();
    const lines: string[] = [];
    for await (const line of list.csv({ filter: { q: 'ghost' } })) {
      lines.push(line);
    }
    expect(lines).toEqual([
      'ref,name,title,type,lifecycle,tier,owner,owner name,system,domain,tags,aliases,slo state,worst objective,budget left,burn rate,drift,pacts verified,pacts failed,pacts unverified,health,last deploy,deployed version,on call,on call who,description,observed at\r\n',
      'component:default/ghost,ghost,"\'=cmd()",service,production,,group:default/nobody,nobody,,,,0,,,,,,,,,,,,,,,2026-11-21T02:00:00.000Z\r\n',
    ]);
  });

  it('keeps its etag until something changes, and answers the same on another replica', async () => {
    const { list, catalog, sweep, knex } = await build();
    const query = { filter: { tier: ['T0' as const] } };
    const first = await list.page(query);
    expect(await list.etagOf(query)).toBe(first.etag);
    const replica = mirrorWorld(knex);
    expect(await replica.list.page(query)).toEqual(first);
    catalog.put(component('cart', { owner: 'money', tier: 'T0' }));
    await sweep();
    const second = await list.page(query);
    expect([second.total, second.etag === first.etag]).toEqual([3, false]);
    expect(await replica.list.page(query)).toEqual(second);
  });

  it.each([
    [{ cursor: 'garbage' }, 'cursor is not one this list gave out'],
    [
      { cursor: Buffer.from('[2,"a","b","c"]').toString('base64url') },
      'cursor is not one',
    ],
    [{ limit: 0 }, 'limit must be a whole number from 1 to 200, not 0'],
    [{ limit: 201 }, 'limit must be a whole number'],
    [{ sort: 'row; drop table' as any }, 'sort must be one of'],
    [{ order: 'up' as any }, 'order must be asc or desc'],
  ])('refuses %j', async (query, words) => {
    const { list } = await build([]);
    await expect(list.page(query)).rejects.toThrow(words);
  });

  it('refuses a cursor of another filter', async () => {
    const { list } = await build();
    const { nextCursor } = await list.page({ limit: 1 });
    await expect(
      list.page({ limit: 1, cursor: nextCursor, filter: { tier: ['T0'] } }),
    ).rejects.toThrow('another filter or sort');
  });

  it('visits each service exactly once under any sort, though others come and go', async () => {
    const { list, catalog, sweep } = await build(company(120));
    const before = new Set(
      (await list.page({ limit: 200 })).items.map(row => row.ref),
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...serviceSorts),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 1, max: 50 }),
        async (sort, order, limit) => {
          const seen: string[] = [];
          let cursor: string | undefined;
          let turn = 0;
          do {
            const page = await list.page({ sort, order, limit, cursor });
            seen.push(...page.items.map(row => row.ref));
            cursor = page.nextCursor;
            turn += 1;
            if (turn === 1) {
              round += 1;
              catalog.remove(`component:default/passing-${round - 1}`);
              catalog.put(component(`passing-${round}`, { tier: 'T2' }));
              await sweep();
            }
          } while (cursor);
          const settled = seen.filter(ref => before.has(ref));
          expect(settled).toHaveLength(before.size);
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
      { numRuns: 20 },
    );
  });
});

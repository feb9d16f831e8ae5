import { mockServices } from '@backstage/backend-test-utils';
import {
  DriftSummary,
  RolloutState,
  ServiceRef,
  SloSummary,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { company, component } from '../__testUtils__/entities';
import { mirrorWorld, START } from '../__testUtils__/mirrorWorld';
import { ServiceFilter, ServicesQuery } from '../list/ServiceListReader';
import { createRows } from './createRows';
import { RowPart } from './RowPart';

jest.setTimeout(120_000);

const databases = useTestDatabases();
const ref = (name: string): ServiceRef => `component:default/${name}`;
const minute = 60_000;

const slo = (more: Partial<SloSummary> = {}): SloSummary => ({
  ...{ state: 'met', objective: 'Availability', words: 'All is well' },
  objectives: 2,
  ...{ remaining: 0.71, ...more },
  evidence: {
    ...{ source: 'prometheus', observedAt: toIso(START), validFor: 5 * minute },
  },
});

const shop: Record<string, { slo?: SloSummary; drift?: DriftSummary }> = {
  cart: { slo: slo(), drift: { count: 2 } },
  ledger: {
    slo: slo({ state: 'page', burn: 14.4, remaining: 0.9 }),
    drift: { count: 0 },
  },
  pricing: {
    slo: slo({ state: 'ticket', burn: 3, remaining: -0.14 }),
    drift: { unknown: unknown('no-data') },
  },
  stock: {
    slo: slo({ state: 'unknown', remaining: undefined }),
    drift: { unknown: unknown('no-data') },
  },
  web: { drift: { count: 7 } },
};

/** Features that say what a test says, and how often they were asked. */
const partsOf = (said: typeof shop) => {
  const asked: number[] = [];
  const failing = new Set<string>();
  const part = <Word extends 'slo' | 'drift'>(word: Word, every: number) => ({
    ...{ word, every },
    async read(refs: readonly ServiceRef[]) {
      if (failing.has(word)) throw new Error('no database');
      asked.push(refs.length);
      return new Map(
        refs.flatMap(one => {
          const value = said[one.split('/')[1]]?.[word];
          return value ? [[one, value] as const] : [];
        }),
      );
    },
  });
  const parts = [part('slo', minute), part('drift', 5 * minute)] as RowPart[];
  return { asked, failing, parts };
};

describe.each(databases.ids)('rows of the Fleet on %s', id => {
  const build = async (
    said = shop,
    entities = Object.keys(shop).map(name => component(name)),
  ) => {
    const database = await databases.open(id);
    const world = mirrorWorld(database);
    world.catalog.put(...entities);
    await world.sweep();
    const features = partsOf(said);
    const logger = mockServices.logger.mock();
    const rows = createRows({
      ...{ database, clock: world.clock, logger, parts: features.parts },
    });
    const generation = async () =>
      (await database('services_state').first('generation')).generation;
    return { database, ...world, ...features, rows, logger, generation };
  };
  type World = Awaited<ReturnType<typeof build>>;

  const whole = ({ rows }: Pick<World, 'rows'>) =>
    rows.refreshDue(new AbortController().signal);
  const names = async ({ list }: World, query: ServicesQuery) =>
    (await list.page(query)).items.map(row => row.name).join(' ');

  it('show what other features know, as it was said', async () => {
    const world = await build();
    await whole(world);
    const { items } = await world.list.page({});
    expect(items.map(({ name, ...row }) => [name, row.slo, row.drift])).toEqual(
      Object.entries(shop).map(([name, said]) => [name, said.slo, said.drift]),
    );
    const { items: sparse } = await world.list.page({
      ...{ fields: ['drift'], limit: 1 },
    });
    expect(sparse).toEqual([{ ref: ref('cart'), drift: { count: 2 } }]);
  });

  it('sort by urgency, and walk one way or the other', async () => {
    const world = await build();
    await whole(world);
    const sorted = {
      slo: await names(world, { sort: 'slo' }),
      drift: await names(world, { sort: 'drift' }),
      back: await names(world, { sort: 'drift', order: 'desc' }),
    };
    expect(sorted).toEqual({
      slo: 'ledger pricing cart stock web',
      drift: 'web cart ledger pricing stock',
      back: 'stock pricing ledger cart web',
    });
  });

  it('are found by what burns, drifts and cannot be told, and counted by it', async () => {
    const world = await build();
    await whole(world);
    const found = (filter: ServiceFilter) => names(world, { filter });
    expect({
      page: await found({ burning: ['page'] }),
      burning: await found({ burning: ['page', 'ticket'] }),
      drifts: await found({ drift: ['drifts'] }),
      agrees: await found({ drift: ['agrees'] }),
      unknownSlo: await found({ unknown: ['slo'] }),
      unknown: await found({ unknown: ['drift', 'slo'] }),
      both: await found({ burning: ['ticket'], unknown: ['drift'] }),
    }).toEqual({
      page: 'ledger',
      burning: 'ledger pricing',
      drifts: 'cart web',
      agrees: 'ledger',
      unknownSlo: 'stock',
      unknown: 'pricing stock',
      both: 'pricing',
    });
    const {
      burning,
      unknown: unknowns,
      drift,
    } = await world.list.facets({
      filter: { unknown: ['drift'] },
    });
    expect({ burning, unknowns, drift }).toEqual({
      burning: [{ value: 'ticket', count: 1 }],
      unknowns: [
        { value: 'slo', count: 1 },
        { value: 'drift', count: 2 },
      ],
      drift: [],
    });
  });

  it('are in the CSV', async () => {
    const world = await build();
    await whole(world);
    const lines: string[] = [];
    for await (const line of world.list.csv({ filter: { q: 'pricing' } })) {
      lines.push(line);
    }
    expect(lines[1]).toContain(',ticket,Availability,-0.14,3,,');
  });

  it('stay when the catalog says something new about a service, and go with it', async () => {
    const world = await build();
    await whole(world);
    world.time.now += minute;
    world.catalog.put(component('cart', { tier: 'T0' }));
    world.catalog.remove(ref('web'));
    await world.sweep();
    const { items } = await world.list.page({ sort: 'drift' });
    expect(items.map(row => [row.name, row.tier, row.drift?.count])).toEqual([
      ['cart', 'T0', 2],
      ['ledger', undefined, 0],
      ['pricing', undefined, undefined],
      ['stock', undefined, undefined],
    ]);
  });

  it('are written only when they show something else, and lists then know', async () => {
    const said = { ...shop };
    const world = await build(said);
    await whole(world);
    const first = await world.generation();
    await world.rows.refresh([ref('cart'), ref('ledger')]);
    expect(await world.generation()).toBe(first);
    said.cart = { drift: { count: 3 } };
    await world.rows.refresh([ref('cart'), ref('ledger')]);
    expect(await world.generation()).not.toBe(first);
    const { items } = await world.list.page({ filter: { q: 'cart' } });
    expect([items[0].slo, items[0].drift]).toEqual([undefined, { count: 3 }]);
  });

  it('keep their last answer when a feature fails, and the others go on', async () => {
    const said = { ...shop };
    const world = await build(said);
    await whole(world);
    said.cart = {};
    world.failing.add('slo');
    await world.rows.refresh([ref('cart')]);
    const { items } = await world.list.page({ filter: { q: 'cart' } });
    expect([items[0].slo, items[0].drift]).toEqual([shop.cart.slo, undefined]);
    expect(world.logger.warn).toHaveBeenCalledTimes(1);
  });

  it('are read anew by one replica at a time, each column at its own pace', async () => {
    const world = await build();
    const other = createRows({
      ...{ database: world.database, clock: world.clock },
      ...{ logger: world.logger, parts: world.parts },
    });
    await Promise.all([whole(world), whole({ rows: other }), whole(world)]);
    expect(world.asked).toEqual([5, 5]);
    world.time.now += minute;
    await whole({ rows: other });
    expect(world.asked).toEqual([5, 5, 5]);
    world.time.now += 4 * minute;
    await whole(world);
    expect(world.asked).toEqual([5, 5, 5, 5, 5]);
  });

  it('are read anew before their turn when a feature has news about all of them', async () => {
    const said = { ...shop };
    const world = await build(said);
    await whole(world);
    said.web = { drift: { count: 0 } };
    await world.rows.refreshSoon('drift');
    await whole(world);
    expect(world.asked).toEqual([5, 5, 5]);
    const { items } = await world.list.page({ filter: { q: 'web' } });
    expect(items[0].drift).toEqual({ count: 0 });
  });

  it('are read page by page, however many there are', async () => {
    const world = await build(shop, company(450));
    await whole(world);
    expect(world.asked).toEqual([200, 200, 50, 200, 200, 50]);
  });

  it('tell of health and deploys: what is stuck first, what is newest first', async () => {
    const world = await build();
    const evidence = {
      ...{ source: 'kubernetes:eu1', observedAt: toIso(START) },
      validFor: 5 * minute,
    };
    const running: Record<string, [RolloutState, number?]> = {
      ...{ cart: ['complete', 3], ledger: ['stuck', 2] },
      ...{ stock: ['progressing', 9], web: ['unknown'] },
    };
    const all = Object.entries(running);
    const parts: RowPart[] = [
      {
        ...{ word: 'health', every: minute },
        read: async () =>
          new Map(
            all.map(([name, [state]]) => [
              ref(name),
              { ...{ state, words: state, workloads: 1 }, evidence },
            ]),
          ),
      },
      {
        ...{ word: 'lastDeploy', every: minute },
        read: async () =>
          new Map(
            all.flatMap(([name, [, age]]) =>
              age === undefined
                ? []
                : [
                    [
                      ref(name),
                      { at: toIso(START - age * minute), kind: 'deploy' },
                    ] as const,
                  ],
            ),
          ),
      },
    ];
    const { database, clock, logger } = world;
    const rows = createRows({ database, clock, logger, parts });
    await rows.refreshDue(new AbortController().signal);
    expect({
      health: await names(world, { sort: 'health' }),
      lastDeploy: await names(world, { sort: 'lastDeploy' }),
      back: await names(world, { sort: 'lastDeploy', order: 'desc' }),
      stuck: await names(world, { filter: { health: ['stuck'] } }),
      unknown: await names(world, { filter: { unknown: ['health'] } }),
    }).toEqual({
      health: 'ledger stock cart web pricing',
      lastDeploy: 'ledger cart stock pricing web',
      back: 'web pricing stock cart ledger',
      stuck: 'ledger',
      unknown: 'web',
    });
    const { health } = await world.list.facets({});
    expect(
      health.map(({ value, count }) => `${value} ${count}`).sort(),
    ).toEqual(['complete 1', 'progressing 1', 'stuck 1', 'unknown 1']);
  });
});

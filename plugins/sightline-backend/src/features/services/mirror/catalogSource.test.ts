import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  api,
  company,
  component,
  domain,
  group,
  system,
} from '../__testUtils__/entities';
import { mirrorWorld, START } from '../__testUtils__/mirrorWorld';

jest.setTimeout(120_000);

const databases = useTestDatabases();

describe.each(databases.ids)('the mirror of the catalog on %s', id => {
  const build = async () => {
    const knex = await databases.open(id);
    return { knex, ...mirrorWorld(knex) };
  };

  it('shows a service with owner, groups above, system and domain', async () => {
    const { catalog, sweep, list } = await build();
    catalog.put(
      group('company'),
      group('payments', 'company', 'Payments'),
      domain('commerce'),
      system('money', 'commerce'),
      component('ledger', {
        owner: 'payments',
        system: 'money',
        tier: 'T0',
        title: 'Ledger',
        tags: ['java'],
      }),
      component('some-library', { type: 'library' }),
    );
    expect(await sweep()).toEqual({ outcome: 'ok', value: {} });
    const page = await list.page({});
    expect(page).toEqual({
      items: [
        {
          ref: 'component:default/ledger',
          name: 'ledger',
          title: 'Ledger',
          type: 'service',
          lifecycle: 'production',
          tier: 'T0',
          owner: {
            ref: 'group:default/payments',
            name: 'Payments',
            exists: true,
            path: ['group:default/company'],
          },
          system: { ref: 'system:default/money', name: 'money' },
          domain: { ref: 'domain:default/commerce', name: 'commerce' },
          tags: ['java'],
          aliases: 0,
          evidence: {
            source: 'catalog',
            observedAt: '2026-11-21T02:00:00.000Z',
            validFor: 120_000,
          },
        },
      ],
      total: 1,
      of: 1,
      evidence: {
        source: 'catalog',
        observedAt: '2026-11-21T02:00:00.000Z',
        validFor: 120_000,
      },
      etag: expect.any(String),
    });
  });

  it('fetches only what changed, and changes nothing when nothing did', async () => {
    const { catalog, sweep, list, told } = await build();
    catalog.put(...company(40));
    await sweep();
    const before = await list.page({});
    catalog.fetched.length = 0;
    await sweep();
    expect(catalog.fetched).toEqual([]);
    expect(await list.page({})).toEqual(before);
    catalog.put(component('service-00007', { owner: 'team-0', tier: 'T3' }));
    await sweep();
    expect(catalog.fetched).toEqual(['component:default/service-00007']);
    const events = await told();
    expect(events[events.length - 1]).toEqual({
      topic: 'sightline.service.changed',
      ref: 'component:default/service-00007',
      changes: [
        { what: 'system', from: 'system:default/system-1' },
        { what: 'domain', from: 'domain:default/commerce' },
      ],
    });
  });

  it('makes rows anew when a group, system or API they name changes', async () => {
    const { catalog, sweep, list, knex } = await build();
    catalog.put(
      component('cart', {
        owner: 'checkout',
        system: 'shop',
        consumesApis: ['api:default/prices'],
      }),
    );
    await sweep();
    const missing = (await list.page({})).items[0];
    expect(missing.owner).toEqual({
      ref: 'group:default/checkout',
      name: 'checkout',
      exists: false,
      path: [],
    });
    catalog.put(
      group('company'),
      group('checkout', 'company', 'Checkout'),
      system('shop', 'commerce'),
      domain('commerce'),
      api('prices', ['pricing']),
    );
    await sweep();
    const found = (await list.page({})).items[0];
    expect(found.owner).toEqual({
      ref: 'group:default/checkout',
      name: 'Checkout',
      exists: true,
      path: ['group:default/company'],
    });
    expect(found.domain).toEqual({
      ref: 'domain:default/commerce',
      name: 'commerce',
    });
    const stored = await knex('services_declared').first();
    expect(JSON.parse(stored.dependencies)).toEqual([
      {
        ref: 'api:default/prices',
        name: 'prices',
        apiType: 'openapi',
        relation: 'consumesApi',
        providedBy: ['component:default/pricing'],
      },
    ]);
  });

  it('forgets a service that the catalog no longer lists', async () => {
    const { catalog, sweep, list, told, time } = await build();
    catalog.put(...company(40));
    await sweep();
    catalog.remove('component:default/service-00003');
    time.now += 8_000;
    await sweep();
    expect((await list.page({})).total).toBe(39);
    expect((await told()).pop()).toEqual({
      topic: 'sightline.service.removed',
      ref: 'component:default/service-00003',
    });
  });

  it('does not believe a catalog that is suddenly empty until it has said so for a minute', async () => {
    const { catalog, sweep, list, time } = await build();
    catalog.put(...company(40));
    await sweep();
    catalog.clear();
    time.now += 8_000;
    const doubted = await sweep();
    expect(doubted).toEqual({
      outcome: 'ok',
      value: {},
      notes: expect.arrayContaining([
        'The catalog lists 0 of 40 entities of kind component; the others are kept until it says so again',
      ]),
    });
    const page = await list.page({});
    expect([page.total, page.evidence?.observedAt]).toEqual([
      40,
      new Date(START).toISOString(),
    ]);
    time.now += 60_000;
    await sweep();
    expect((await list.page({})).total).toBe(0);
  });

  it('keeps everything when the catalog fails half-way', async () => {
    const { catalog, sweep, list } = await build();
    catalog.put(...company(40));
    await sweep();
    catalog.failure = Object.assign(new Error('no'), { statusCode: 503 });
    expect(await sweep()).toEqual({
      outcome: 'retry',
      fault: {
        kind: 'server-error',
        words: 'The catalog could not be read: no',
      },
    });
    expect((await list.page({})).total).toBe(40);
  });

  it('mirrors a fleet of many pages completely', async () => {
    const { catalog, sweep, list } = await build();
    catalog.put(...company(10_000));
    await sweep();
    expect((await list.page({})).total).toBe(10_000);
  });
});

import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { component, group, resource, system } from '../__testUtils__/entities';
import { lookupWorld, noSources } from './__testUtils__/lookupWorld';
import { LookupSources } from './LookupSources';

jest.setTimeout(120_000);

const databases = useTestDatabases();

const shop = () => [
  group('payments', undefined, 'Card Payments'),
  system('money'),
  resource('ledger-db', { owner: 'payments' }),
  component('payments', { owner: 'payments', tier: 'T0', title: 'Payments' }),
  component('ledger', {
    ...{ owner: 'payments', system: 'money', tags: ['go'] },
    dependsOn: ['resource:default/ledger-db'],
  }),
];

const ana = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ana', namespace: 'default' },
  spec: {
    profile: { displayName: 'Ana Marković' },
    memberOf: ['group:default/payments'],
  },
};

describe.each(databases.ids)('lookup on %s', id => {
  const build = async (sources?: LookupSources) => {
    const database = await databases.open(id);
    const world = lookupWorld(database, sources);
    world.catalog.put(...shop(), ana);
    return { ...world, database };
  };

  it('tells a service as it is, why it was found, and how old that is', async () => {
    const { sweep, lookup, find } = await build();
    await sweep();
    await lookup.follow();
    expect(find('ledger-db')).toEqual({
      ...{ q: 'ledger-db', form: 'words', leftOut: 0, parties: [] },
      matches: [
        {
          service: 'component:default/ledger',
          ...{ name: 'ledger', title: 'ledger', score: 0.933 },
          owner: { ref: 'group:default/payments', name: 'Card Payments' },
          system: { ref: 'system:default/money', name: 'money' },
          links: [],
          why: {
            ...{ kind: 'database', value: 'ledger-db', how: 'exact' },
            words: 'It uses the database ledger-db',
          },
          also: [
            {
              ...{ kind: 'name', value: 'ledger', how: 'word' },
              words: 'It is called ledger',
            },
          ],
        },
      ],
      snapshot: {
        ...{
          state: 'live',
          words: 'As of now',
          at: '2026-11-21T02:00:00.000Z',
        },
        ...{ services: 2, clues: 10, lost: 0 },
      },
    });
  });

  it('leads from people and teams to what they answer for', async () => {
    const { sweep, lookup, find, found } = await build();
    await sweep();
    await lookup.follow();
    expect(found('ana marković')).toEqual(['payments', 'ledger']);
    const [why] = find('ana markovic').matches.map(match => match.why);
    expect(why.words).toBe('Ana Marković is one of those who answer for it');
    expect(
      find('Card Payments').parties.map(({ ref, kind, services }) => [
        ...[ref, kind, services],
      ]),
    ).toEqual([['group:default/payments', 'team', 2]]);
  });

  it('follows what changes, and reads no more than that', async () => {
    const { sweep, lookup, found, catalog, time } = await build();
    await sweep();
    await lookup.follow();
    expect(found('invoices')).toEqual([]);
    catalog.put(component('invoices'));
    catalog.put(
      component('ledger', { owner: 'payments', title: 'General ledger' }),
    );
    await sweep();
    time.now += 15_000;
    await lookup.follow();
    expect(found('invoices')).toEqual(['invoices']);
    expect(found('general ledger')).toEqual(['ledger']);
    expect(found('ledger-db')).toEqual(['ledger']);
    catalog.remove('component:default/invoices');
    await sweep();
    time.now += 15_000;
    await lookup.follow();
    expect(found('invoices')).toEqual([]);
  });

  it('finds by what sources and clue providers say, once they say it', async () => {
    const { sweep, lookup, found, database, time } = await build({
      ...noSources(),
      calls: {
        clues: async () => ({
          services: new Map([
            [
              'component:default/ledger',
              [{ kind: 'host', value: 'books.svc' }],
            ],
          ]),
          traces: new Map(),
        }),
      },
    });
    await sweep();
    await lookup.follow();
    await lookup.follow();
    expect(found('http://books.svc:80/')).toEqual(['ledger']);
    await database('services_clue').insert({
      ...{ ref: 'component:default/payments', source: 'wiki', kind: 'runbook' },
      ...{ value: 'RB-17', last_seen: 0 },
    });
    time.now += 600_000;
    await lookup.follow();
    expect(found('rb-17')).toEqual(['payments']);
  });

  it('answers from memory when the store is away, and says since when', async () => {
    const { sweep, lookup, find, found, database, time } = await build();
    const sees = () => find('ledger').snapshot;
    expect(sees()).toEqual({
      ...{ state: 'empty', services: 0, clues: 0, lost: 0 },
      words: 'Nothing is known yet: services are being read',
    });
    await sweep();
    await lookup.follow();
    const etag = () =>
      lookup.reader.etagOf({
        ...{ q: 'ledger', limit: 1, mayRead: () => true, scope: {} },
      });
    const before = etag();
    expect(etag()).toBe(before);
    await database.destroy();
    time.now += 12 * 60_000;
    await expect(lookup.follow()).rejects.toThrow();
    expect(found('ledger')).toEqual(['ledger']);
    expect(sees()).toMatchObject({
      ...{ state: 'stale', at: '2026-11-21T02:00:00.000Z' },
      words: 'As of 12 minutes ago: the database does not answer',
    });
    expect(etag()).not.toBe(before);
  });

  it('keeps what calls and workloads said when they cannot be asked', async () => {
    let isAway = false;
    const { sweep, lookup, found, time, logger } = await build({
      ...noSources(),
      calls: {
        clues: async () => {
          if (isAway) throw new Error('calls are away');
          return {
            services: new Map([
              ['component:default/ledger', [{ kind: 'host', value: 'books' }]],
            ]),
            traces: new Map(),
          };
        },
      },
    });
    await sweep();
    await lookup.follow();
    isAway = true;
    time.now += 60_000;
    await lookup.follow();
    expect(found('books')).toEqual(['ledger']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('keeps no more clues than it may, and counts the others', async () => {
    const clues = Array.from({ length: 200 }, (_, number) => ({
      ...{ kind: 'host', value: `host-${number}` },
    }));
    const { sweep, lookup, find } = await build({
      ...noSources(),
      calls: {
        clues: async () => ({
          services: new Map([['component:default/ledger', clues]]),
          traces: new Map(),
        }),
      },
    });
    await sweep();
    await lookup.follow();
    expect(find('ledger').snapshot.lost).toBe(54);
  });
});

describe('lookup on a database that only reads', () => {
  it('follows and answers', async () => {
    const database = await databases.open('SQLITE_3');
    const { catalog, sweep, lookup, found } = lookupWorld(database);
    catalog.put(...shop());
    await sweep();
    await database.raw('pragma query_only = on');
    await lookup.follow();
    expect(found('ledger')[0]).toBe('ledger');
  });
});

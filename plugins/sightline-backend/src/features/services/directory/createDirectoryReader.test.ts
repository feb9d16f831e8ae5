import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  api,
  component,
  group,
  resource,
  system,
} from '../__testUtils__/entities';
import { mirrorWorld } from '../__testUtils__/mirrorWorld';
import { createDirectoryReader } from './createDirectoryReader';

jest.setTimeout(120_000);

const databases = useTestDatabases();

describe.each(databases.ids)('the directory on %s', id => {
  const build = async () => {
    const database = await databases.open(id);
    const world = mirrorWorld(database);
    const { clock } = world;
    return {
      ...world,
      directory: createDirectoryReader({
        ...{ database, clock, validFor: 120_000 },
      }),
    };
  };

  it('names services, resources and APIs, and what services need', async () => {
    const { catalog, sweep, directory } = await build();
    catalog.put(
      group('payments', undefined, 'Payments'),
      system('money'),
      api('prices', ['pricing']),
      resource('ledger-db', { owner: 'payments' }),
      component('ledger', {
        ...{ owner: 'payments', system: 'money', tier: 'T0', title: 'Ledger' },
        dependsOn: ['resource:default/ledger-db'],
        consumesApis: ['api:default/prices'],
        annotations: {
          'backstage.io/managed-by-location': 'url:https://git/ledger.yaml',
        },
      }),
    );
    await sweep();
    const owner = { ref: 'group:default/payments', name: 'Payments' };
    const ledger = 'component:default/ledger';
    expect(await directory.read()).toEqual({
      evidence: {
        source: 'catalog',
        observedAt: '2026-11-21T02:00:00.000Z',
        validFor: 120_000,
      },
      services: new Map([
        [
          ledger,
          {
            ...{ ref: ledger, name: 'Ledger', tier: 'T0', owner },
            system: { ref: 'system:default/money', name: 'money' },
          },
        ],
      ]),
      resources: new Map([
        [
          'resource:default/ledger-db',
          {
            ref: 'resource:default/ledger-db',
            name: 'ledger-db',
            type: 'database',
            owner,
          },
        ],
      ]),
      apis: new Map([
        [
          'api:default/prices',
          {
            ref: 'api:default/prices',
            type: 'openapi',
            providers: ['component:default/pricing'],
          },
        ],
      ]),
      needs: new Map([
        [
          ledger,
          {
            dependencies: [
              {
                ref: 'resource:default/ledger-db',
                name: 'ledger-db',
                relation: 'dependsOn',
              },
              {
                ref: 'api:default/prices',
                name: 'prices',
                relation: 'consumesApi',
                providedBy: ['component:default/pricing'],
                apiType: 'openapi',
              },
            ],
            file: 'https://git/ledger.yaml',
          },
        ],
      ]),
    });
  });

  it('reads page after page, and again only after a change or a while', async () => {
    const { catalog, sweep, directory, time } = await build();
    const names = Array.from({ length: 1_001 }, (_, n) => `service-${n}`);
    catalog.put(...names.map(name => component(name)));
    await sweep();
    const first = await directory.read();
    expect(first.services.size).toBe(1_001);
    expect(await directory.read()).toBe(first);
    catalog.put(component('late'));
    await sweep();
    const second = await directory.read();
    expect(second.services.size).toBe(1_002);
    expect(await directory.read()).toBe(second);
    time.now += 15_000;
    expect(await directory.read()).not.toBe(second);
  });
});

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProcessorCache,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import { createObservedProcessor } from './createObservedProcessor';
import { createSnapshotBuilder, Snapshot } from './Snapshot';

const day = 86_400_000;
const START = 20_000 * day;

const entity = (name: string, kind = 'Component'): Entity => ({
  ...{ apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name } },
});

const ref = (name: string) => `component:default/${name}`;

const snapshotOf = (pairs: [string, string][], at = START, atMost = 10) => {
  const builder = createSnapshotBuilder(atMost);
  builder.add(pairs.map(([from, to]) => ({ from: ref(from), to: ref(to) })));
  return builder.build(at);
};

/** The catalog's cache for one entity: what a run writes replaces all there was. */
const createCache = () => {
  let state: Record<string, any> = {};
  return {
    begin(): CatalogProcessorCache {
      const before = state;
      let written: Record<string, any> | undefined;
      return {
        get: async key => before[key],
        async set(key, value) {
          written = { ...written, [key]: JSON.parse(JSON.stringify(value)) };
          state = written;
        },
      };
    },
  };
};

const inWords = (result: CatalogProcessorResult): string => {
  if (result.type === 'refresh') return `refresh by ${result.key}`;
  if (result.type !== 'relation') return result.type;
  const { source, type, target } = result.relation;
  return `${source.name} ${type} ${stringifyEntityRef(target)}`;
};

const build = () => {
  const world = {
    now: START,
    latest: undefined as Snapshot | undefined,
  };
  const cache = createCache();
  const process = async (of: Entity) => {
    const processor = createObservedProcessor({
      latest: () => world.latest,
      now: () => world.now,
    });
    const emitted: string[] = [];
    const processed = await processor.postProcessEntity!(
      ...[of, {} as any, (result: any) => emitted.push(inWords(result))],
      cache.begin(),
    );
    expect(processed).toBe(of);
    return emitted;
  };
  return { world, process };
};

const key = 'refresh by sightline-observed:component:default/orders';

describe('the processor of observed dependencies', () => {
  it('emits each relation from both ends, with a key to be called by', async () => {
    const { world, process } = build();
    world.latest = snapshotOf([
      ['orders', 'payments'],
      ['payments', 'orders'],
    ]);
    expect(await process(entity('orders'))).toEqual([
      key,
      'orders observedDependsOn component:default/payments',
      'payments observedDependencyOf component:default/orders',
    ]);
  });

  it('emits the key alone for what leans on nobody, and nothing for other kinds', async () => {
    const { world, process } = build();
    world.latest = snapshotOf([]);
    expect(await process(entity('orders'))).toEqual([key]);
    expect(await process(entity('orders', 'Resource'))).toEqual([]);
  });

  it('does not show where too many lean already', async () => {
    const { world, process } = build();
    const pairs: [string, string][] = [
      ['basket', 'auth'],
      ['orders', 'auth'],
    ];
    world.latest = snapshotOf(pairs, START, 1);
    expect(await process(entity('orders'))).toEqual([
      key,
      'orders observedDependsOn component:default/auth',
    ]);
  });

  it('goes on with what was emitted last while Sightline has not answered', async () => {
    const { world, process } = build();
    expect(await process(entity('orders'))).toEqual([key]);
    world.latest = snapshotOf([['orders', 'payments']]);
    const emitted = await process(entity('orders'));
    expect(emitted).toHaveLength(3);
    world.latest = undefined;
    expect(await process(entity('orders'))).toEqual(emitted);
    expect(await process(entity('orders'))).toEqual(emitted);
  });

  it('forgets what is no longer seen', async () => {
    const { world, process } = build();
    world.latest = snapshotOf([['orders', 'payments']]);
    await process(entity('orders'));
    world.latest = snapshotOf([]);
    expect(await process(entity('orders'))).toEqual([key]);
    world.latest = undefined;
    expect(await process(entity('orders'))).toEqual([key]);
  });

  it('believes nothing that is older than 14 days', async () => {
    const { world, process } = build();
    world.latest = snapshotOf([['orders', 'payments']]);
    world.now = START + 14 * day - 1;
    expect(await process(entity('orders'))).toHaveLength(3);
    world.now = START + 14 * day;
    expect(await process(entity('orders'))).toEqual([key]);
    world.latest = undefined;
    expect(await process(entity('orders'))).toEqual([key]);
  });
});

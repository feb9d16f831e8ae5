import { mockServices } from '@backstage/backend-test-utils';
import { createCalls } from '.';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { fakeCatalog, fakeNames, ref } from './__testUtils__/callsWorld';
import { reportOf, serviceNode, START } from './__testUtils__/reports';
import { createChangedServices } from './ChangedServices';

const { open } = useTestDatabases();
const names = fakeNames({ 'shop/orders': ref('orders') });

const catalog = fakeCatalog({});

const outside = (name: string) => ({ kind: 'otel', namespace: 'shop', name });

describe('the calls feature', () => {
  it('tells by which names traces call services, again when a report comes again', async () => {
    const told: unknown[] = [];
    const calls = createCalls({
      database: await open('SQLITE_3'),
      clock: () => START,
      logger: mockServices.logger.mock(),
      names,
      catalog,
      traceLinks: { linkTo: () => undefined },
      onNames: async (all, { source }) => {
        told.push([source, all]);
      },
      changed: async () => {},
      allServices: async function* none() {},
    });
    const report = reportOf(1, [
      { from: serviceNode('storefront'), to: serviceNode('orders') },
      {
        from: serviceNode('orders'),
        to: { ...serviceNode('db'), kind: 'datastore' },
      },
    ]);
    const said = ['storefront', 'orders', 'orders'].map(outside);
    // One report alone, or several at once.
    await calls.sections.calls(report, { source: 'otlp' });
    await calls.sections.calls([report], { source: 'otlp' });
    expect(told).toEqual([
      ['otlp', said],
      ['otlp', said],
    ]);
  });

  it('starts and stops', async () => {
    const calls = createCalls({
      database: await open('SQLITE_3'),
      clock: () => START,
      logger: mockServices.logger.mock(),
      names,
      catalog,
      traceLinks: { linkTo: () => undefined },
      onNames: async () => {},
      changed: async () => {},
      allServices: async function* none() {},
    });
    await calls.start();
    await expect(calls.stop()).resolves.toBeUndefined();
  });
});

describe('changed services', () => {
  it('are told once in a while, however often their calls change, again after a failure, and once more when nothing is left of them', async () => {
    const told: unknown[] = [];
    let fails = true;
    let now = START;
    const news = createChangedServices({
      names,
      atMost: 10,
      clock: () => now,
      toldAtMostEvery: 5,
      toldAgainAfter: 60,
      changed: async refs => {
        if (fails) throw new Error('no database');
        told.push(refs);
      },
    });
    news.add([serviceNode('orders'), serviceNode('orders')]);
    news.add([serviceNode('orders', { environment: 'staging' })]);
    news.add([serviceNode('nobody'), { ...serviceNode('x'), kind: 'queue' }]);
    await expect(news.tell()).rejects.toThrow('no database');
    fails = false;
    await news.tell();
    news.add([serviceNode('orders')]);
    now += 4;
    await news.tell();
    expect(told).toEqual([[ref('orders')]]);
    now += 1;
    await news.tell();
    await news.tell();
    expect(told).toEqual([[ref('orders')], [ref('orders')]]);
    now += 60;
    await news.tell();
    now += 60;
    await news.tell();
    expect(told).toHaveLength(3);
  });

  it('are told more rarely the more they are', async () => {
    const many = Array.from({ length: 1_001 }, (_, n) => serviceNode(`s${n}`));
    const told: number[] = [];
    let now = START;
    const news = createChangedServices({
      names: {
        resolveAll: async all =>
          all.map(({ name }) => ({ service: ref(name) })),
      },
      atMost: 2_000,
      clock: () => now,
      toldAtMostEvery: 60,
      toldAgainAfter: 3_600,
      changed: async refs => {
        told.push(refs.length);
      },
    });
    news.add(many);
    await news.tell();
    news.add(many);
    now += 60;
    await news.tell();
    expect(told).toEqual([1_001]);
    now += 60;
    await news.tell();
    expect(told).toEqual([1_001, 1_001]);
  });
});

import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { createGraphReader } from './createGraphReader';
import { createIncomingReader } from './createIncomingReader';
import {
  callsWorld,
  fakeCatalog,
  fakeNames,
  ref,
} from './__testUtils__/callsWorld';
import {
  reportOf,
  serviceNode,
  START,
  ToldCalls,
} from './__testUtils__/reports';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const from = serviceNode('storefront');
const to = serviceNode('orders');

describe.each(databases.ids)('calls that came in, on %s', id => {
  const world = async () => {
    const database = await databases.open(id);
    const base = callsWorld(database);
    const names = fakeNames({
      'shop/storefront': ref('storefront'),
      'shop/orders': ref('orders'),
    });
    const catalog = fakeCatalog({
      services: {
        [ref('storefront')]: { ref: ref('storefront'), name: 'storefront' },
        [ref('orders')]: { ref: ref('orders'), name: 'orders' },
      },
    });
    const { clock } = base;
    const graphs = createGraphReader({ database, names, catalog, clock });
    const reader = createIncomingReader({ database, graphs });
    let sequence = 0;
    return {
      ...base,
      reader,
      call: (said: Partial<ToldCalls>) => {
        sequence += 1;
        return base.accept(reportOf(sequence, [{ from, to, ...said }]));
      },
      count: async (
        windows: number[],
        threshold?: number,
        service = 'orders',
      ) =>
        (
          await reader.count(
            [{ service: ref(service), threshold, windows }],
            base.time.now,
          )
        )[0],
      /** graphs are kept for some seconds */
      pass: (time: number) => {
        base.time.now += time;
      },
    };
  };

  it('are added up for windows of any length, in the order asked', async () => {
    const { call, count, pass, rollUp } = await world();
    await call({ minute: START - 20 * day, calls: 1000, errors: 10 });
    await call({ minute: START - 2 * day, calls: 100, errors: 5 });
    await call({ minute: START - 3 * hour, calls: 50, errors: 0 });
    await call({ minute: START - 20 * minute, calls: 20, errors: 2 });
    await call({ minute: START - 2 * minute, calls: 4, errors: 1 });
    await rollUp();
    const windows = [30 * day, 5 * minute, hour, 6 * hour, 3 * day];
    const expected = {
      sampled: false,
      since: expect.any(Number),
      windows: [
        { total: 1174, bad: expect.closeTo(18, 9) },
        { total: 4, bad: expect.closeTo(1, 9) },
        { total: 24, bad: expect.closeTo(3, 9) },
        { total: 74, bad: expect.closeTo(3, 9) },
        { total: 174, bad: expect.closeTo(8, 9) },
      ],
    };
    expect(await count(windows)).toEqual(expected);
    expect(await count(windows)).toEqual(expected);
    pass(minute);
    await call({ minute: START, calls: 6, errors: 0 });
    pass(6_000 - minute + minute);
    expect((await count([5 * minute]))?.windows).toEqual([
      { total: 10, bad: expect.closeTo(1, 9) },
    ]);
  });

  it('leave the windows again, and are not forgotten by longer ones', async () => {
    const { call, count, pass, rollUp } = await world();
    await call({ minute: START - minute, calls: 8, errors: 8 });
    const windows = [5 * minute, hour, day, 30 * day];
    const totals = async () =>
      (await count(windows))?.windows.map(({ total }) => total);
    expect(await totals()).toEqual([8, 8, 8, 8]);
    pass(30 * minute);
    await rollUp();
    expect(await totals()).toEqual([0, 8, 8, 8]);
    pass(5 * hour);
    await rollUp();
    expect(await totals()).toEqual([0, 0, 8, 8]);
    pass(5 * day);
    await rollUp();
    expect(await totals()).toEqual([0, 0, 0, 8]);
  });

  it('that come late are counted', async () => {
    const { call, count, pass } = await world();
    await call({ minute: START - 3 * minute, calls: 1 });
    expect((await count([hour]))?.windows[0].total).toBe(1);
    pass(minute);
    await call({ minute: START - 3 * minute, calls: 2 });
    expect((await count([hour]))?.windows[0].total).toBe(3);
  });

  it('count as slow by their latencies, and as many as senders say they are', async () => {
    const { call, count } = await world();
    // bucket 79 is about 1 ms, bucket 160 about 1 s
    await call({
      ...{ minute: START - minute, calls: 10, estimated: 100 },
      latency: [79, 8, 160, 2],
    });
    expect((await count([hour], 500))?.windows).toEqual([
      { total: 100, bad: expect.closeTo(20, 9) },
    ]);
    expect((await count([hour], 5_000))?.windows).toEqual([
      { total: 100, bad: 0 },
    ]);
  });

  it('are told apart by service, and unknown of one nobody calls', async () => {
    const { call, count } = await world();
    await call({ minute: START - minute, calls: 3 });
    expect(await count([hour], undefined, 'storefront')).toBeUndefined();
    expect(await count([hour], undefined, 'ghost')).toBeUndefined();
  });

  it('are counted anew for another question about calls that are long over', async () => {
    const { call, count, pass, reader } = await world();
    expect(await reader.lastCounted()).toBeUndefined();
    await call({ minute: START - 2 * hour - minute, calls: 7 });
    expect(await reader.lastCounted()).toBe(START);
    expect((await count([day]))?.windows[0].total).toBe(7);
    // Another question about the same calls, which are long over.
    pass(minute);
    expect((await count([day], 500))?.windows[0].total).toBe(7);
  });
});

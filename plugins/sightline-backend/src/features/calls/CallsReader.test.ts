import {
  CallEngine,
  defaultCallEngineLimits,
  readOtlpJson,
  SpanColumns,
  StringTable,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { callsWorld, ref } from './__testUtils__/callsWorld';
import { reportOf, serviceNode, START } from './__testUtils__/reports';
import { traceOf } from './__testUtils__/traceOf';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const storefront = serviceNode('storefront');
const orders = serviceNode('orders');
const staging = serviceNode('orders', { environment: 'staging' });
const postgres = {
  kind: 'datastore' as const,
  environment: 'production',
  namespace: 'postgresql',
  name: 'orders',
};
const hour = 3_600_000;

describe.each(databases.ids)('what was seen of a service, on %s', id => {
  const world = async () => callsWorld(await databases.open(id));
  const since = START - hour;

  it('is its callers and callees, most calls first, operations added up', async () => {
    const { accept, reader } = await world();
    await accept(
      reportOf(1, [
        { from: storefront, to: orders, calls: 3, latency: [79, 3] },
        { from: storefront, to: orders, errors: 1, operation: 'GET /orders' },
        { from: serviceNode('cron'), to: staging, evidence: 'server-only' },
        { from: orders, to: postgres, protocol: 'database', calls: 9 },
        { from: storefront, to: serviceNode('payments'), calls: 5 },
      ]),
    );
    const told = {
      protocol: 'http',
      mode: 'sync',
      evidence: 'paired',
      errors: 0,
      errorRatio: 0,
      p50: expect.closeTo(0.98, 2),
      p95: expect.closeTo(0.98, 2),
      lastSeen: '2026-11-21T02:00:02.000Z',
    };
    expect(await reader.ofService(ref('orders'), { since })).toEqual({
      since: '2026-11-21T01:00:00.000Z',
      callers: [
        {
          ...told,
          peer: storefront,
          service: ref('storefront'),
          calls: 4,
          errors: 1,
          errorRatio: 0.25,
          estimated: 4,
        },
        {
          ...told,
          peer: serviceNode('cron'),
          evidence: 'server-only',
          calls: 1,
          estimated: 1,
        },
      ],
      callees: [
        {
          ...told,
          peer: postgres,
          protocol: 'database',
          calls: 9,
          estimated: 9,
        },
      ],
    });
  });

  it('leaves out what is older than asked for', async () => {
    const { accept, reader } = await world();
    await accept(reportOf(1, [{ from: storefront, to: orders }]));
    expect(
      await reader.ofService(ref('orders'), { since: START + 60_000 }),
    ).toEqual({
      since: '2026-11-21T02:01:00.000Z',
      callers: [],
      callees: [],
    });
  });

  it('is part of its dossier: known, or unknown with a reason', async () => {
    const { accept, part } = await world();
    const refs = [ref('orders'), ref('payments')];
    expect(Object.fromEntries(await part.read(refs))).toEqual(
      Object.fromEntries(
        refs.map(of => [
          of,
          {
            state: 'unknown',
            reason: 'not-configured',
            detail: 'No traces have come yet',
          },
        ]),
      ),
    );
    const callers = Array.from({ length: 53 }, (_, n) => ({
      ...{ from: serviceNode(`caller-${n}`), to: orders, calls: 100 - n },
    }));
    await accept(reportOf(1, callers));
    const read = await part.read(refs);
    expect(read.get(ref('payments'))).toEqual({
      state: 'unknown',
      reason: 'no-data',
      detail: 'No trace names this service',
    });
    const known: any = read.get(ref('orders'));
    expect({
      ...known,
      value: {
        ...known.value,
        callers: known.value.callers.map((call: any) => call.peer.name),
      },
    }).toEqual({
      state: 'known',
      value: {
        since: '2026-11-21T01:00:00.000Z',
        callers: callers.slice(0, 50).map(({ from }) => from.name),
        callees: [],
        leftOut: { callers: 3, callees: 0 },
      },
      evidence: {
        source: 'otlp',
        observedAt: '2026-11-21T02:00:00.000Z',
        validFor: hour,
      },
    });
  });

  it('comes from spans: counted, kept, read', async () => {
    const { accept, reader } = await world();
    const columns = new SpanColumns(new StringTable());
    const engine = new CallEngine(defaultCallEngineLimits);
    for (let batch = 0; batch < 5; batch++) {
      columns.clear();
      readOtlpJson(traceOf({ number: batch, at: START }), columns);
      engine.take(columns, { id: batch, arrivedAt: START + batch });
    }
    engine.settle(START + hour);
    for (const [sequence, part] of engine.drain(1).parts.entries()) {
      await accept({ writer: 'replica-1', sequence, ...part });
      await accept({ writer: 'replica-1', sequence, ...part });
    }
    const call = {
      protocol: 'http',
      mode: 'sync',
      evidence: 'paired',
      calls: 5,
      errors: 1,
      errorRatio: 0.2,
      estimated: 5,
      p50: expect.closeTo(20, -1),
      p95: expect.closeTo(20, -1),
      lastSeen: '2026-11-21T02:00:00.000Z',
    };
    const seen = await reader.ofService(ref('orders'), { since });
    expect(seen?.callers).toEqual([
      { ...call, peer: storefront, service: ref('storefront') },
    ]);
    expect(seen?.callees).toEqual([]);
    const other = await reader.ofService(ref('storefront'), { since });
    expect(other?.callees).toEqual([
      { ...call, peer: orders, service: ref('orders') },
    ]);
  });
});

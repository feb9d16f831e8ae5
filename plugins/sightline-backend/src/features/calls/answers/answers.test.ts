import { Evidence } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { answersWorld } from '../__testUtils__/answersWorld';
import { reportOf, serviceNode, START } from '../__testUtils__/reports';
import { ref } from '../__testUtils__/callsWorld';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const minute = 60_000;
const hour = 60 * minute;

const outside = {
  ...{ kind: 'outside' as const, environment: 'production' },
  ...{ namespace: '', name: '' },
};
const web = serviceNode('storefront');
const orders = serviceNode('orders');
const payments = serviceNode('payments');
const store = {
  ...{ kind: 'datastore' as const, environment: 'production' },
  ...{ namespace: 'postgresql', name: 'orders-db/orders' },
};
const topic = {
  ...{ kind: 'queue' as const, environment: 'production' },
  ...{ namespace: 'kafka', name: 'order-events' },
};

const evidence: Evidence = {
  ...{ source: 'otlp', observedAt: '2026-11-21T02:00:00.000Z' },
  validFor: hour,
};

describe.each(databases.ids)('answers about calls, on %s', id => {
  const world = async () => answersWorld(await databases.open(id));

  const told = async () => {
    const { accept, answers, time } = await world();
    const at = { minute: START - minute };
    await accept(
      reportOf(1, [
        { from: outside, to: web, calls: 60, evidence: 'entry', ...at },
        {
          ...{ from: web, to: orders, calls: 30, errors: 3, ...at },
          samples: { slowest: 'a'.repeat(32), slowestFailed: 'b'.repeat(32) },
          callerView: { calls: 30, errors: 4, latency: [100, 30] },
        },
        { from: web, to: orders, operation: 'GET /orders', calls: 10, ...at },
        { from: orders, to: payments, calls: 30, errors: 3, ...at },
        {
          ...{ from: orders, to: store, calls: 40, protocol: 'database' },
          ...{ evidence: 'client-only', ...at },
        },
        {
          ...{ from: orders, to: topic, calls: 30, protocol: 'messaging' },
          ...{ mode: 'async', evidence: 'destination', ...at },
        },
      ]),
    );
    time.now = START;
    return { answers, accept, time };
  };

  it('are an empty map and nothing seen while nobody has reported', async () => {
    const { answers } = await world();
    const map = await answers.map({
      ...{ groupBy: 'system', open: [], hops: 1, direction: 'both' },
      atMost: 10,
    });
    expect(map).toEqual({
      window: {
        from: '2026-11-21T01:00:00.000Z',
        to: '2026-11-21T02:00:00.000Z',
      },
      ...{ groupBy: 'system', nodes: [], edges: [], groups: [] },
      leftOut: { nodes: 0, edges: 0, calls: 0 },
      environments: [],
      evidence: { ...evidence, source: 'calls' },
    });
    const drift = await answers.drift(ref('orders'));
    expect(drift.counts['cannot-tell']).toBe(2);
    expect(drift.layers.seen).toEqual({
      ...{ state: 'unknown', reason: 'not-configured' },
      detail: 'No traces have come yet',
    });
  });

  it('are a map with figures, in the words of the catalog', async () => {
    const { answers } = await told();
    const { nodes, edges } = await answers.map({
      ...{ groupBy: 'none', open: [], hops: 1, direction: 'callees' },
      ...{ focus: ref('orders'), atMost: 10 },
    });
    expect(nodes).toEqual([
      expect.objectContaining({ id: ref('ledger'), name: 'ledger' }),
      {
        ...{ id: ref('orders'), entity: ref('orders'), name: 'Orders' },
        ...{ kind: 'service', tier: 'T0', environments: ['production'] },
        owner: { ref: 'group:default/shop', name: 'Shop' },
      },
      expect.objectContaining({ id: ref('payments') }),
      {
        ...{ id: 'queue:kafka/order-events', kind: 'queue' },
        ...{ name: 'order-events', technology: 'kafka' },
        environments: ['production'],
      },
      {
        ...{ id: 'resource:default/orders-db', kind: 'datastore' },
        ...{ entity: 'resource:default/orders-db', name: 'orders-db' },
        ...{ technology: 'postgresql', environments: ['production'] },
      },
    ]);
    expect(edges.map(edge => [edge.to, edge.figures, edge.verdict])).toEqual([
      [
        'resource:default/orders-db',
        {
          ...{ calls: 40, errors: 0, errorRatio: 0 },
          perSecond: expect.closeTo(40 / 60, 6),
          p50: expect.closeTo(0.98, 2),
          p95: expect.closeTo(0.98, 2),
        },
        'agreed',
      ],
      [
        ref('payments'),
        expect.objectContaining({ calls: 30, errorRatio: 0.1 }),
        'undeclared',
      ],
      [
        'queue:kafka/order-events',
        expect.objectContaining({ calls: 30 }),
        'undeclared',
      ],
      [
        ref('ledger'),
        { calls: 0, errors: 0, errorRatio: 0, perSecond: 0 },
        'unused',
      ],
    ]);
  });

  it('compare two windows, also what is gone', async () => {
    const { accept, answers, time } = await told();
    time.now = START + 2 * hour;
    const now = { minute: time.now - minute };
    await accept(
      reportOf(2, [
        { from: web, to: orders, calls: 1_000, errors: 400, ...now },
        { from: orders, to: serviceNode('fresh'), calls: 5, ...now },
      ]),
    );
    const { edges, compared } = await answers.map({
      ...{ groupBy: 'none', open: [], hops: 1, direction: 'both' },
      ...{ atMost: 100, compareUntil: START },
    });
    expect(compared).toEqual({
      from: '2026-11-21T01:00:00.000Z',
      to: '2026-11-21T02:00:00.000Z',
    });
    expect(
      edges.map(({ to, figures, before, change }) => [
        ...[to, figures.calls, before?.calls, change],
      ]),
    ).toEqual([
      [ref('orders'), 1_000, 40, 'more-errors'],
      [ref('storefront'), 0, 60, 'gone'],
      ['resource:default/orders-db', 0, 40, 'gone'],
      [ref('payments'), 0, 30, 'gone'],
      ['queue:kafka/order-events', 0, 30, 'gone'],
      ['service:shop/fresh', 5, 0, 'new'],
      [ref('ledger'), 0, 0, 'same'],
    ]);
  });

  it('are all there is of one service', async () => {
    const { answers } = await told();
    const calls = await answers.ofService(ref('orders'), {});
    expect(calls.operations).toEqual([
      {
        ...{ operation: 'POST /orders', protocol: 'http', mode: 'sync' },
        figures: expect.objectContaining({ calls: 30, errors: 3 }),
        callers: 1,
        slowest: {
          traceId: 'a'.repeat(32),
          url: `https://traces/${'a'.repeat(32)}`,
        },
        failed: {
          traceId: 'b'.repeat(32),
          url: `https://traces/${'b'.repeat(32)}`,
        },
      },
      {
        ...{ operation: 'GET /orders', protocol: 'http', mode: 'sync' },
        ...{ figures: expect.objectContaining({ calls: 10 }), callers: 1 },
      },
    ]);
    expect(calls.incoming).toEqual({
      ...{ calls: 40, errors: 3, errorRatio: 0.075 },
      perSecond: expect.closeTo(40 / 60, 6),
      ...{ p50: expect.closeTo(0.98, 2), p95: expect.closeTo(0.98, 2) },
    });
    expect(calls.callers).toEqual([
      {
        party: expect.objectContaining({ id: ref('storefront') }),
        figures: expect.objectContaining({ calls: 40, errorRatio: 0.075 }),
        ...{ modes: ['sync'], protocols: ['http'], evidence: ['paired'] },
        retries: 0,
        callerView: {
          ...{ calls: 30, errors: 4, errorRatio: expect.closeTo(4 / 30, 9) },
          ...{ p50: expect.any(Number), p95: expect.any(Number) },
        },
        operations: [
          {
            operation: 'POST /orders',
            figures: expect.objectContaining({ calls: 30 }),
          },
          {
            operation: 'GET /orders',
            figures: expect.objectContaining({ calls: 10 }),
          },
        ],
        firstSeen: '2026-11-21T01:59:01.000Z',
        lastSeen: '2026-11-21T01:59:02.000Z',
      },
    ]);
    expect(
      calls.callees.map(({ party, verdict }) => [party.name, verdict]),
    ).toEqual([
      ['orders-db', 'agreed'],
      ['payments', 'undeclared'],
      ['order-events', 'undeclared'],
    ]);
    expect(calls.timeline).toEqual([
      {
        ...{ at: '2026-11-21T01:59:00.000Z', width: minute },
        ...{ calls: 40, errors: 3, p95: expect.closeTo(0.98, 2) },
      },
    ]);
    expect(calls.facts).toEqual({
      ...{ traced: true, tracedSince: '2026-11-21T01:59:01.000Z' },
      ...{ operations: 2, syncFanIn: 1, syncFanOut: 1, retries: 0 },
    });
    expect(calls.leftOut).toEqual({ operations: 0, callers: 0, callees: 0 });
  });

  it('know how long all calls together took, of whichever caller and operation', async () => {
    const { accept, answers, time } = await world();
    const at = { minute: START - minute };
    const none = await answers.ofService(ref('orders'), {});
    expect(none.incoming).toBeUndefined();
    await accept(
      reportOf(1, [
        { from: web, to: orders, calls: 18, latency: [79, 18], ...at },
        {
          ...{ from: payments, to: orders, operation: 'GET /slow' },
          ...{ calls: 2, errors: 1, latency: [132, 2], ...at },
        },
      ]),
    );
    time.now = START + minute;
    const { incoming } = await answers.ofService(ref('orders'), {});
    expect(incoming).toMatchObject({
      ...{ calls: 20, errors: 1, errorRatio: 0.05 },
      ...{ p50: expect.closeTo(0.98, 2), p95: expect.closeTo(96.7, 1) },
    });
  });

  it('say who fails, and why', async () => {
    const { answers } = await told();
    const blast = await answers.blastRadius(ref('payments'), {});
    expect(
      blast.affected.map(({ party, hops, share, via }) => [
        ...[party.name, hops, share, via],
      ]),
    ).toEqual([
      ['Orders', 1, 0.75, []],
      ['storefront', 2, 0.5, [ref('orders')]],
    ]);
    const { own, suspects } = await answers.suspects(ref('orders'), {});
    expect(own.figures).toMatchObject({ calls: 40, errors: 3 });
    expect(suspects).toEqual([
      {
        party: expect.objectContaining({ id: ref('payments') }),
        ...{ hops: 1, via: [], explains: 1 },
        figures: expect.objectContaining({ calls: 30, errors: 3 }),
        before: { calls: 0, errors: 0, errorRatio: 0, perSecond: 0 },
        why: '10.0 % of the calls to payments, which it calls, fail; before it was not called',
      },
    ]);
  });

  it('are journeys, with what nobody else may add', async () => {
    const { answers, accept } = await told();
    const step = {
      ...{ protocol: 'http' as const, mode: 'sync' as const },
      operation: 'POST /orders',
    };
    const count = {
      ...{ minute: START - minute, journeys: 10, parents: 10, calls: 10 },
      ...{ errors: 1, estimated: 20, mostOfAParent: 1, begins: 0 },
      ...{ firstSeen: START - minute, lastSeen: START - minute },
      ...{ latency: [79, 10], sample: 'c'.repeat(32) },
    };
    const report = {
      ...{ writer: 'replica-1', sequence: 2, edges: [], sightings: [] },
      nodes: [outside, web, orders, topic, payments],
      journeys: {
        steps: [
          { ...step, caller: 0, callee: 1 },
          { ...step, parent: 0, callee: 2 },
          {
            ...{ ...step, parent: 1, callee: 3, operation: 'send' },
            ...{ mode: 'async' as const, protocol: 'messaging' as const },
          },
          { ...step, caller: 3, callee: 4, operation: 'process' },
        ],
        counts: [
          { ...count, step: 0, critical: 6_000 },
          { ...count, step: 1, critical: 4_000, calls: 20, begins: 50 },
          { ...count, step: 2, critical: 0, begins: 100 },
          { ...count, step: 3, critical: 8_100, calls: 9, estimated: 10 },
        ],
      },
    };
    await accept(report);
    await accept(report);
    const { items, total } = await answers.journeys({ limit: 10 });
    expect(total).toBe(2);
    expect(items[0]).toEqual({
      id: expect.any(String),
      party: expect.objectContaining({ id: ref('storefront') }),
      ...{ operation: 'POST /orders', protocol: 'http' },
      figures: expect.objectContaining({ calls: 10, errors: 1 }),
      ...{ hops: 3, services: 3, depth: 1 },
      lastSeen: '2026-11-21T01:59:00.000Z',
    });
    expect(items[1].topic).toMatchObject({ name: 'order-events' });
    const journey = await answers.journey(items[0].id, {});
    expect(
      journey?.tree.map(hop => [
        `${'  '.repeat(hop.depth)}${hop.callee.name}`,
        ...[hop.mode, hop.share, hop.times, hop.critical, hop.budget],
      ]),
    ).toEqual([
      ['storefront', 'sync', 1, 1, 0.6, 0.6],
      ['  Orders', 'sync', 1, 2, 0.4, 0.4],
      ['    order-events', 'async', 0.5, 1, 0, 0],
      ['      payments', 'async', 0.5, 1, 0, 0],
    ]);
    const ids = journey!.tree.map(hop => hop.id);
    expect(new Set(ids).size).toBe(4);
    const again = await answers.journey(items[0].id, {});
    expect(again!.tree.map(hop => hop.id)).toEqual(ids);
    expect(await answers.journey('nothing', {})).toBeUndefined();
    const through = (service: string) =>
      answers.journeys({ limit: 10, service }).then(page => page.total);
    expect(await through(ref('payments'))).toBe(2);
    expect(await through(ref('users'))).toBe(0);
    const words = await answers.journeys({ limit: 10, q: 'PAYMENTS process' });
    expect(words.total).toBe(1);
  });

  it('keep to one environment where one is asked for', async () => {
    const { accept, answers } = await told();
    const staging = { environment: 'staging' };
    await accept(
      reportOf(2, [
        {
          from: serviceNode('storefront', staging),
          to: serviceNode('orders', staging),
          ...{ calls: 7, minute: START - minute },
        },
      ]),
    );
    const callsIn = async (environment?: string) => {
      const { callers } = await answers.ofService(ref('orders'), {
        environment,
      });
      return callers.map(({ figures }) => figures.calls);
    };
    expect(await callsIn('staging')).toEqual([7]);
    expect(await callsIn('production')).toEqual([40]);
    expect(await callsIn()).toEqual([47]);
  });
});

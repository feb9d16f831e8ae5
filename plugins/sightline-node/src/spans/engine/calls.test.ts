import { begin, SaidSpan } from '../__testUtils__/otlpSpan';
import { runScenario } from '../__testUtils__/scenario';

describe('the engine, of calls,', () => {
  it('counts what was answered, failed and repeated, by operation', () => {
    const call = (id: number, failed: boolean): SaidSpan[] => [
      {
        id,
        service: 'shop',
        kind: 'client',
        milliseconds: 30,
        ...(failed ? { status: 2 } : {}),
      },
      {
        ...{
          id: id + 100,
          parent: id,
          service: 'pay',
          kind: 'server',
          milliseconds: 20,
        },
        attributes: {
          'http.method': 'post',
          'http.route': '/pay/{id}',
          'http.status_code': failed ? 503 : 404,
        },
      },
    ];
    const { deltas } = runScenario([
      [
        ...call(1, false),
        ...call(2, true),
        {
          id: 300,
          parent: 2,
          service: 'pay',
          kind: 'server',
          attributes: { 'http.method': 'POST', 'http.route': '/pay/{id}' },
        },
      ],
    ]);
    expect(deltas).toEqual([
      {
        minute: begin - (begin % 60_000),
        caller: 0,
        callee: 1,
        from: { kind: 'service', environment: '', namespace: '', name: 'shop' },
        to: { kind: 'service', environment: '', namespace: '', name: 'pay' },
        protocol: 'http',
        mode: 'sync',
        evidence: 'paired',
        operation: 'POST /pay/{id}',
        calls: 3,
        errors: 1,
        latency: [106, 1, 114, 2],
        estimated: 3,
        unweighted: 3,
        retries: 1,
        callerView: { calls: 2, errors: 1, latency: [118, 2] },
        firstSeen: begin + 10,
        lastSeen: begin + 20,
        samples: {
          slowest: '1'.padStart(32, '0'),
          slowestFailed: '1'.padStart(32, '0'),
        },
      },
    ]);
  });

  it('collapses sidecars and wrappers, and says how often', () => {
    const { lines, losses } = runScenario([
      [
        { id: 1, service: 'shop', kind: 'client', name: 'call' },
        { id: 2, parent: 1, service: 'shop', kind: 'client', name: 'egress' },
        { id: 3, parent: 2, service: 'pay', kind: 'server', name: 'ingress' },
        { id: 4, parent: 3, service: 'pay', kind: 'server', name: 'handle' },
      ],
    ]);
    expect(lines).toEqual([
      'service:shop → service:pay other sync paired [ingress] 1',
    ]);
    expect(losses).toEqual({
      'spans around another span of the same call: collapsed': 1,
      'spans of a service that called itself: collapsed': 1,
    });
  });

  it.each<[string, string, Record<string, string>, string[]]>([
    ['says nothing of whom it calls', 'tcp', {}, []],
    ['names the same', 'POST', { 'server.address': 'pay.example' }, []],
    [
      'names somebody else',
      'POST',
      { 'server.address': 'login.example' },
      ['service:shop → external:login.example other sync client-only [POST] 1'],
    ],
    [
      'asks a datastore',
      'GET',
      { 'db.system': 'redis', 'peer.service': 'sessions' },
      ['service:shop → datastore:sessions database sync client-only [GET] 1'],
    ],
  ])(
    'of a call within one that was answered, if it %s',
    (_, name, attributes, own) => {
      const around: SaidSpan = {
        ...{ id: 1, service: 'shop', kind: 'client', name: 'call' },
        attributes: { 'server.address': 'pay.example' },
      };
      const within: SaidSpan = {
        ...{ id: 2, parent: 1, service: 'shop', kind: 'client', name },
        attributes,
      };
      const answer: SaidSpan = {
        ...{ id: 3, parent: 1, service: 'pay', kind: 'server', name: 'do' },
      };
      const paired = 'service:shop → service:pay other sync paired [do] 1';
      for (const order of [
        [around, within, answer],
        [within, answer, around],
        [answer, around, within],
      ]) {
        const { lines } = runScenario(order.map(span => [span]));
        expect([...lines].sort()).toEqual([...own, paired].sort());
      }
    },
  );

  it('tells services of one name apart by environment and namespace, and by nothing else', () => {
    const { deltas } = runScenario([
      [
        {
          id: 1,
          service: 'pay',
          kind: 'server',
          resource: { 'deployment.environment': 'test' },
        },
        {
          id: 2,
          service: 'pay',
          kind: 'server',
          resource: { 'service.namespace': 'shop' },
        },
        {
          id: 3,
          service: 'pay',
          kind: 'server',
          resource: { 'service.instance.id': 'a' },
        },
        {
          id: 4,
          service: 'pay',
          kind: 'server',
          resource: { 'service.instance.id': 'b' },
        },
        {
          id: 5,
          service: 'pay.shop',
          kind: 'server',
          resource: { 'k8s.namespace.name': 'shop' },
        },
      ],
    ]);
    expect(
      deltas.map(({ to, calls }) => [
        to.environment,
        to.namespace,
        to.name,
        calls,
      ]),
    ).toEqual([
      ['test', '', 'pay', 1],
      ['', 'shop', 'pay', 1],
      ['', '', 'pay', 3],
    ]);
  });

  it('leaves out services that do not say their name, and says so', () => {
    const { lines, losses } = runScenario([
      [{ id: 1, service: 'unknown_service:java', kind: 'server' }],
    ]);
    expect(lines).toEqual([]);
    expect(losses).toEqual({
      'spans of services that do not say their name': 1,
    });
  });

  it('estimates what there was before sampling, and says what it does not know', () => {
    const { deltas } = runScenario([
      [
        { id: 1, service: 'pay', kind: 'server', traceState: 'ot=th:c' },
        { id: 2, service: 'pay', kind: 'server', traceState: 'ot=th:8;rv:1' },
        { id: 3, service: 'pay', kind: 'server' },
      ],
    ]);
    expect(deltas).toMatchObject([{ calls: 3, estimated: 7, unweighted: 1 }]);
  });

  it('counts at arrival what a broken clock puts elsewhere, and nothing as negative', () => {
    const { deltas, losses } = runScenario([
      [
        {
          id: 1,
          service: 'pay',
          kind: 'server',
          startsAt: 7 * 365 * 86_400_000,
        },
        { id: 2, service: 'pay', kind: 'server', milliseconds: -50 },
      ],
    ]);
    expect(
      deltas.map(({ firstSeen, latency }) => [firstSeen, latency]),
    ).toEqual([[begin - 50, [0, 1, 106, 1]]]);
    expect(losses).toEqual({
      'spans that end before they begin: took 0': 1,
      'spans with a clock an hour off: counted at arrival': 1,
    });
  });

  it('pairs within its time, and after it keeps each side by itself', () => {
    const client: SaidSpan = {
      ...{ id: 1, service: 'shop', kind: 'client' },
      attributes: { 'server.address': 'pay' },
    };
    const server: SaidSpan = {
      id: 2,
      parent: 1,
      service: 'pay',
      kind: 'server',
    };
    const empty: SaidSpan[][] = Array.from({ length: 28 }, () => []);
    expect(runScenario([[server], ...empty, [client]]).lines).toEqual([
      'service:shop → service:pay other sync paired [work] 1',
    ]);
  });
});

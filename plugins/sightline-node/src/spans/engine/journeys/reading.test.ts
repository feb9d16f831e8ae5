import { begin, SaidSpan } from '../../__testUtils__/otlpSpan';
import { runJourneys } from '../../__testUtils__/journeyScenario';

const postgres = { 'db.system': 'postgresql', 'peer.service': 'orders-db' };
const placed = {
  'messaging.system': 'kafka',
  'messaging.destination.name': 'placed',
};

/** An order: charged, stored, and told to others. */
const order: SaidSpan[] = [
  {
    ...{ id: 1, service: 'orders', kind: 'server', name: 'order' },
    ...{ startsAt: 0, milliseconds: 100 },
  },
  { id: 2, parent: 1, service: 'orders', kind: 'internal' },
  {
    ...{ id: 3, parent: 2, service: 'orders', kind: 'client' },
    ...{ startsAt: 10, milliseconds: 40 },
  },
  {
    ...{ id: 4, parent: 3, service: 'payments', kind: 'server' },
    ...{ name: 'charge', startsAt: 15, milliseconds: 30 },
  },
  {
    ...{ id: 5, parent: 2, service: 'orders', kind: 'client' },
    ...{ name: 'insert', attributes: postgres },
    ...{ startsAt: 50, milliseconds: 20 },
  },
  {
    ...{ id: 6, parent: 2, service: 'orders', kind: 'producer' },
    ...{ attributes: placed, startsAt: 70, milliseconds: 5 },
  },
  {
    ...{ id: 7, parent: 6, service: 'mailing', kind: 'consumer' },
    ...{ attributes: placed, startsAt: 80, milliseconds: 500 },
  },
  {
    ...{ id: 8, parent: 7, service: 'mailing', kind: 'client' },
    ...{ name: 'send', startsAt: 90, milliseconds: 400 },
    attributes: { 'server.address': 'smtp.example' },
  },
];

const root = 'outside ▸ orders order other sync';

describe('journeys, as they are read from a trace,', () => {
  it('have a step for each call, below the service that made it', () => {
    const { told, steps, losses } = runJourneys([order]);
    expect(told('calls', 'critical', 'begins')).toEqual({
      [root]: [1, 50_000, 0],
      [`${root} ▸ payments charge other sync`]: [1, 30_000, 15_000],
      [`${root} ▸ datastore:orders-db insert database sync`]: [
        1, 20_000, 50_000,
      ],
      [`${root} ▸ queue:placed placed messaging async`]: [1, 0, 70_000],
      [`${root} ▸ mailing placed messaging async`]: [1, 0, 80_000],
      [`${root} ▸ mailing placed messaging async ▸ external:smtp.example send other sync`]:
        [1, 0, 90_000],
    });
    expect(steps[root]).toEqual({
      minute: begin - (begin % 60_000),
      ...{ journeys: 1, parents: 1, calls: 1, errors: 0, estimated: 1 },
      ...{ mostOfAParent: 1, latency: [132, 1], critical: 50_000, begins: 0 },
      ...{ firstSeen: begin + 100, lastSeen: begin + 100 },
      sample: '1'.padStart(32, '0'),
    });
    expect(losses).toEqual({});
  });

  it('are counted in the minute in which the last of their calls ended', () => {
    const nextMinute = 60_000 - (begin % 60_000);
    const { told } = runJourneys([
      [
        { id: 1, service: 'orders', kind: 'server', startsAt: nextMinute - 90 },
        { id: 2, parent: 1, service: 'orders', kind: 'producer' },
        {
          ...{ id: 3, parent: 2, service: 'mailing', kind: 'consumer' },
          ...{ startsAt: nextMinute - 50, milliseconds: 50 },
        },
      ],
    ]);
    const minutes = Object.values(told('minute')).flat();
    expect(minutes).toEqual([1, 2].map(() => begin + nextMinute));
  });

  it('count what one taking of a step calls again and again', () => {
    const visit = (trace: number, reads: number): SaidSpan[] => [
      { trace, id: 1, service: 'shop', kind: 'server', name: 'list' },
      ...Array.from(
        { length: reads },
        (_, n): SaidSpan => ({
          ...{ trace, id: n + 2, parent: 1, service: 'shop', kind: 'client' },
          ...{ name: 'read', attributes: postgres },
        }),
      ),
    ];
    const { told } = runJourneys([
      [...visit(1, 50), ...visit(2, 2), ...visit(3, 0)],
    ]);
    expect(told('journeys', 'parents', 'calls', 'mostOfAParent')).toEqual({
      'outside ▸ shop list other sync': [3, 3, 3, 1],
      'outside ▸ shop list other sync ▸ datastore:orders-db read database sync':
        [2, 2, 52, 50],
    });
  });

  it('count every attempt that was answered', () => {
    const { told } = runJourneys([
      [
        { id: 1, service: 'shop', kind: 'server', milliseconds: 50 },
        { id: 2, parent: 1, service: 'shop', kind: 'client', milliseconds: 50 },
        {
          ...{ id: 3, parent: 2, service: 'pay', kind: 'server', status: 2 },
          ...{ startsAt: 5, milliseconds: 10 },
        },
        {
          ...{ id: 4, parent: 2, service: 'pay', kind: 'server' },
          ...{ startsAt: 30, milliseconds: 10 },
        },
      ],
    ]);
    expect(told('calls', 'errors', 'mostOfAParent', 'critical')).toEqual({
      'outside ▸ shop work other sync': [1, 0, 1, 30_000],
      'outside ▸ shop work other sync ▸ pay work other sync': [2, 1, 2, 20_000],
    });
  });

  it('begin at a topic when the sender is in another trace', () => {
    const { told } = runJourneys([
      [
        {
          ...{ trace: 1, id: 1, service: 'orders', kind: 'server' },
        },
        {
          ...{ trace: 1, id: 2, parent: 1, service: 'orders' },
          ...{ kind: 'producer', attributes: placed },
        },
        {
          ...{ trace: 2, id: 3, service: 'mailing', kind: 'consumer' },
          ...{ attributes: placed, links: [{ trace: 1, id: 2 }] },
        },
        {
          ...{ trace: 2, id: 4, parent: 3, service: 'mailing' },
          ...{ kind: 'client', name: 'save', attributes: postgres },
        },
      ],
    ]);
    expect(told('calls')).toEqual({
      'outside ▸ orders work other sync': [1],
      'outside ▸ orders work other sync ▸ queue:placed placed messaging async':
        [1],
      'queue:placed ▸ mailing placed messaging async': [1],
      'queue:placed ▸ mailing placed messaging async ▸ datastore:orders-db save database sync':
        [1],
    });
  });

  it('begin at a job that nobody called, and at whom a bare client called', () => {
    const { told, losses } = runJourneys([
      [
        { trace: 1, id: 1, service: 'cron', kind: 'internal', name: 'nightly' },
        { trace: 2, id: 2, service: 'browser', kind: 'client' },
        { trace: 2, id: 3, parent: 2, service: 'shop', kind: 'server' },
        {
          ...{ trace: 3, id: 4, service: 'browser', kind: 'client' },
          attributes: { 'server.address': 'ads.example' },
        },
      ],
    ]);
    expect(told('calls')).toEqual({
      'outside ▸ cron nightly other sync': [1],
      'browser ▸ shop work other sync': [1],
    });
    expect(losses).toEqual({ 'calls of no operation: in no journey': 1 });
  });

  it('know who calls whom where kinds are not said', () => {
    const bare = { 'server.address': '' };
    const { told } = runJourneys([
      [
        { id: 1, service: 'web', kind: 'internal', attributes: bare },
        { id: 2, parent: 1, service: 'web', kind: 'internal' },
        { id: 3, parent: 2, service: 'posts', kind: 'internal' },
        { id: 4, parent: 3, service: 'users', kind: 'client', name: 'ask' },
      ],
    ]);
    expect(Object.keys(told('calls'))).toEqual([
      'outside ▸ web work other sync',
      'outside ▸ web work other sync ▸ posts work other sync',
      'outside ▸ web work other sync ▸ posts work other sync ▸ users ask other sync',
      'outside ▸ web work other sync ▸ posts work other sync ▸ users ask other sync ▸ unnamed ask other sync',
    ]);
  });

  it('take layers that tell of one call for one', () => {
    const { told } = runJourneys([
      [
        { id: 1, service: 'shop', kind: 'server' },
        {
          ...{ id: 2, parent: 1, service: 'shop', kind: 'client' },
          ...{ name: 'mapper', attributes: postgres },
        },
        {
          ...{ id: 3, parent: 2, service: 'shop', kind: 'client' },
          ...{ name: 'driver', attributes: postgres },
        },
        { id: 4, parent: 3, service: 'shop', kind: 'client', name: 'tcp' },
        { id: 5, parent: 1, service: 'shop', kind: 'client', name: 'http' },
        { id: 6, parent: 5, service: 'shop', kind: 'client', name: 'grpc' },
        { id: 7, parent: 6, service: 'pay', kind: 'server', name: 'ingress' },
        { id: 8, parent: 7, service: 'pay', kind: 'server', name: 'handle' },
      ],
    ]);
    expect(Object.keys(told('calls')).slice(1).sort()).toEqual([
      'outside ▸ shop work other sync ▸ datastore:orders-db mapper database sync',
      'outside ▸ shop work other sync ▸ pay ingress other sync',
    ]);
  });

  it('are none where the beginning is missing, and lack what hangs on nothing', () => {
    const { told, losses } = runJourneys([
      [
        { trace: 1, id: 1, parent: 99, service: 'shop', kind: 'server' },
        { trace: 1, id: 2, parent: 1, service: 'shop', kind: 'client' },
        { trace: 2, id: 3, service: 'shop', kind: 'server' },
        { trace: 2, id: 4, parent: 99, service: 'pay', kind: 'server' },
        { trace: 3, id: 5, parent: 5, service: 'shop', kind: 'server' },
      ],
    ]);
    expect(told('calls')).toEqual({ 'outside ▸ shop work other sync': [1] });
    expect(losses).toEqual({
      'traces without their beginning: no journeys': 2,
      'parts of traces that hang on nothing: in no journey': 1,
      'spans of a service that called itself: collapsed': 1,
    });
  });
});

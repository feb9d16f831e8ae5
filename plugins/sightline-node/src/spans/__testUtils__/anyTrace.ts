import fc from 'fast-check';
import { ToldSpan } from './ToldSpan';

const services = ['shop', 'cart', 'pay', 'mail'];
/** Twenty seconds after a full minute. */
const begin = 1_790_000_000_000;

const peerOf: Record<ToldSpan['kind'], fc.Arbitrary<Partial<ToldSpan>>> = {
  unspecified: fc.constant({}),
  internal: fc.constant({}),
  server: fc.constant({}),
  client: fc.oneof(
    fc.constant({}),
    fc.constant({ peer: 'bank.example' }),
    fc
      .constantFrom('orders-db', 'cart-db')
      .map(peer => ({ peer, peerKind: 'datastore' as const })),
    fc.record({
      peer: fc.constantFrom('placed', ''),
      peerKind: fc.constant('queue' as const),
      verb: fc.constantFrom(undefined, 'receive' as const, 'settle' as const),
    }),
  ),
  producer: fc
    .constantFrom('placed', 'paid', '')
    .map(peer => ({ peer, peerKind: 'queue' as const })),
  consumer: fc
    .constantFrom('placed', 'paid', '')
    .map(peer => ({ peer, peerKind: 'queue' as const })),
};

const kinds = Object.keys(peerOf) as ToldSpan['kind'][];

/** A span but for its ids; times are relative to those of its parent. */
const span = fc
  .constantFrom(...kinds, 'server' as const, 'client' as const)
  .chain(kind =>
    fc.record({
      kind: fc.constant(kind),
      peer: peerOf[kind],
      service: fc.constantFrom(...services),
      name: fc.constantFrom('work', 'rest'),
      failed: fc.boolean(),
      weight: fc.constantFrom(undefined, 2 as const, 4 as const),
      parent: fc.option(fc.nat(30), { freq: 8 }),
      isLost: fc.nat(15).map(chance => chance === 0),
      after: fc.integer({ min: -3000, max: 6000 }),
      duration: fc.oneof(fc.nat(8000), fc.constantFrom(0, 1000, 2000)),
    }),
  );

/** A tree of spans: each one's parent is an earlier one, is missing, or there is none. */
const anyTrace = (spansAtMost: number): fc.Arbitrary<ToldSpan[]> =>
  fc
    .tuple(
      fc.array(span, { minLength: 1, maxLength: spansAtMost, size: 'max' }),
      fc.bigInt(1n, 2n ** 128n - 1n),
      fc.oneof(
        fc.integer({ min: -100_000_000, max: 0 }),
        fc.integer({ min: -20_010_000, max: -20_000_000 }),
      ),
    )
    .map(([spans, trace, at]) => {
      const told: ToldSpan[] = [];
      // Odd, so that no two numbers give the same; every trace has the same ids.
      const id = (n: number) =>
        BigInt.asUintN(64, BigInt(n + 1) * 0x9e3779b97f4a7c15n)
          .toString(16)
          .padStart(16, '0');
      spans.forEach((one, n) => {
        const parent =
          one.parent === null || n === 0 ? undefined : told[one.parent % n];
        told.push({
          traceId: trace.toString(16).padStart(32, '0'),
          spanId: id(n),
          parentId: parent ? (one.isLost && id(999)) || parent.spanId : '',
          kind: one.kind,
          service: one.service,
          name: one.name,
          start: (parent?.start ?? begin * 1000 + at) + one.after,
          duration: one.duration,
          failed: one.failed,
          ...(one.weight ? { weight: one.weight } : {}),
          ...{ peer: '', ...one.peer },
        });
      });
      return told;
    });

/** Several traces, each with an id of its own. */
export const anyWorld = (tracesAtMost: number, spansAtMost: number) =>
  fc.uniqueArray(anyTrace(spansAtMost), {
    selector: ([{ traceId }]) => traceId,
    minLength: 1,
    maxLength: tracesAtMost,
  });

import fc from 'fast-check';
import { asSlowEdges, runEngine } from '../__testUtils__/fastEdges';
import { slowEdges } from '../__testUtils__/slowEdges';
import { requestOf, ToldSpan } from '../__testUtils__/ToldSpan';

const services = ['shop', 'cart', 'pay', 'mail'];
const begin = 1_790_000_000_000;

/** A tree of spans by each span's parent, which may be missing. */
const trace = fc
  .array(
    fc.record({
      parent: fc.option(fc.nat(20)),
      kind: fc.constantFrom('unspecified', 'internal', 'server', 'client'),
      service: fc.constantFrom(...services),
      failed: fc.boolean(),
      lost: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain(spans => fc.tuple(fc.constant(spans), fc.bigInt(1n, 2n ** 128n - 1n)))
  .map(([spans, traceId]) => {
    const ids = spans.map((_, n) =>
      (BigInt.asUintN(64, traceId * 31n + BigInt(n) * 0x9e3779b97f4a7c15n) | 1n)
        .toString(16)
        .padStart(16, '0'),
    );
    return spans.map(
      ({ parent, kind, service, failed, lost }, n): ToldSpan => ({
        traceId: traceId.toString(16).padStart(32, '0'),
        spanId: ids[n],
        parentId:
          parent === null || n === 0
            ? ''
            : (lost && kind === 'server' && 'f'.repeat(16)) || ids[parent % n],
        kind: kind as ToldSpan['kind'],
        service,
        name: 'work',
        start: begin * 1000 + n,
        duration: 1000 + n,
        failed,
        peer: '',
      }),
    );
  });
const world = fc.array(trace, { minLength: 1, maxLength: 5 }).map(traces => {
  const byId = new Map(
    traces.flat().map(span => [`${span.traceId}/${span.spanId}`, span]),
  );
  return [...byId.values()];
});

describe('CallEngine', () => {
  it('counts what the slow way counts, in any order, in three requests, sent twice', () => {
    fc.assert(
      fc.property(
        world.chain(spans =>
          fc.tuple(
            fc.constant(spans),
            fc.shuffledSubarray(spans, { minLength: spans.length }),
            fc.array(fc.nat(2), {
              minLength: spans.length,
              maxLength: spans.length,
            }),
            fc.subarray([0, 1, 2]),
          ),
        ),
        ([spans, shuffled, request, resent]) => {
          const thirds = [0, 1, 2].map(third =>
            requestOf(shuffled.filter((_, n) => request[n] === third)),
          );
          const sent = [...thirds, ...resent.map(third => thirds[third])];
          const { parts } = runEngine(sent);
          const wanted = slowEdges(spans);
          expect(asSlowEdges(parts)).toEqual(wanted);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the same, sample by sample, in whatever order spans arrive', () => {
    const sorted = (requests: string[]) =>
      runEngine(requests)
        .parts.flatMap(part =>
          part.edges.map(edge =>
            JSON.stringify({
              ...edge,
              caller: part.nodes[edge.caller],
              callee: part.nodes[edge.callee],
            }),
          ),
        )
        .sort();
    fc.assert(
      fc.property(
        world.chain(spans =>
          fc.tuple(
            fc.constant(spans),
            fc.shuffledSubarray(spans, { minLength: spans.length }),
          ),
        ),
        ([spans, shuffled]) => {
          const oneByOne = shuffled.map(span => requestOf([span]));
          expect(sorted(oneByOne)).toEqual(sorted([requestOf(spans)]));
        },
      ),
      { numRuns: 60 },
    );
  });
});

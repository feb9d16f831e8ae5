import fc from 'fast-check';
import { anyWorld } from '../../__testUtils__/anyTrace';
import { runEngine } from '../../__testUtils__/fastEdges';
import { asSlowJourneys } from '../../__testUtils__/fastJourneys';
import { criticalOf, slowJourneys } from '../../__testUtils__/slowJourneys';
import { requestOf } from '../../__testUtils__/ToldSpan';

const lossesOf = (losses: Record<string, number>) => ({
  strays: losses['calls of no operation: in no journey'] ?? 0,
  orphans: losses['parts of traces that hang on nothing: in no journey'] ?? 0,
  withoutBeginning: losses['traces without their beginning: no journeys'] ?? 0,
});

describe('Journeys', () => {
  it('reads what the slow way reads, in any order, in three requests, sent twice', () => {
    fc.assert(
      fc.property(
        anyWorld(4, 14)
          .map(traces => traces.flat())
          .chain(spans =>
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
          const { parts, losses } = runEngine(sent);
          const wanted = slowJourneys(spans);
          expect(asSlowJourneys(parts)).toEqual(wanted.steps);
          expect(lossesOf(losses)).toEqual(wanted.losses);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('gives all of its time to the steps of a journey, and no more', () => {
    const oneJourney = anyWorld(1, 40).map(([[first, ...others]]) => {
      const ids = new Set(others.map(({ spanId }) => spanId));
      const root = { ...first, kind: 'server' as const, parentId: '' };
      const below = others.map(span =>
        ids.has(span.parentId) ? span : { ...span, parentId: root.spanId },
      );
      return [root, ...below];
    });
    fc.assert(
      fc.property(oneJourney, spans => {
        const { parts } = runEngine([requestOf(spans)]);
        const steps = asSlowJourneys(parts);
        expect(criticalOf(steps)).toBe(spans[0].duration);
        for (const { critical } of Object.values(steps)) {
          expect(critical).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

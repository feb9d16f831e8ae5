import fc from 'fast-check';
import { anyWorld } from '../__testUtils__/anyTrace';
import { asSlowEdges, createEngine } from '../__testUtils__/fastEdges';
import { asSlowJourneys } from '../__testUtils__/fastJourneys';
import { SlowJourneys, slowJourneys } from '../__testUtils__/slowJourneys';
import { requestOf, ToldSpan } from '../__testUtils__/ToldSpan';
import type { CallsPart } from './CallsReport';

const begin = 1_790_000_000_000;
const batches = 12;
const arrivalOf = (batch: number) => begin + batch * 5000;

type Story = {
  spans: ToldSpan[];
  /** the batch of each span */
  batchOf: number[];
  /** batches that are sent once more, with the next one */
  resent: boolean[];
  /** after which batches what was counted is kept, and the process dies */
  kept: boolean[];
  dies: boolean[];
};

const flags = fc.array(fc.boolean(), {
  minLength: batches,
  maxLength: batches,
});
const story: fc.Arbitrary<Story> = anyWorld(3, 12)
  .map(traces => traces.flat())
  .chain(spans =>
    fc.record({
      spans: fc.constant(spans),
      batchOf: fc.array(fc.nat(batches - 1), {
        minLength: spans.length,
        maxLength: spans.length,
      }),
      resent: flags,
      kept: flags,
      dies: flags,
    }),
  );

/**
 * The receiver's life in short: what was taken is in a log, what was counted is
 * kept together with how far the batches are settled, and after a death the log
 * is read again.
 */
const live = ({ spans, batchOf, resent, kept, dies }: Story) => {
  const parts: CallsPart[] = [];
  const log: { id: number; arrivedAt: number; request: string }[] = [];
  let settledBatch = -1;
  let life = createEngine();
  const requestAt = (batch: number) =>
    requestOf(spans.filter((_, n) => batchOf[n] === batch));
  const take = (request: string, arrivedAt: number) => {
    const id = log.length;
    log.push({ id, arrivedAt, request });
    life.take(request, { id, arrivedAt });
  };
  const keep = () => {
    const drained = life.engine.drain(1000);
    parts.push(...drained.parts);
    settledBatch = Math.max(settledBatch, drained.settledBatch);
  };
  for (let batch = 0; batch < batches; batch++) {
    take(requestAt(batch), arrivalOf(batch));
    if (resent[batch]) take(requestAt(batch), arrivalOf(batch));
    life.engine.settle(arrivalOf(batch));
    if (kept[batch]) keep();
    if (!dies[batch]) continue;
    life = createEngine();
    for (const { request, ...frame } of log) {
      life.take(request, { ...frame, isCounted: frame.id <= settledBatch });
    }
  }
  life.engine.settle(arrivalOf(batches) + 60_000);
  keep();
  return parts;
};

/** Without those that came so late that their trace had been read. */
const inTime = ({ spans, batchOf }: Story) =>
  spans.filter(({ traceId }, n) => {
    const first = Math.min(
      ...batchOf.filter((_, other) => spans[other].traceId === traceId),
    );
    return arrivalOf(batchOf[n]) < arrivalOf(first) + 30_000;
  });

/** Of two drains, in which the slowest was is nowhere said. */
const withoutSamples = (steps: SlowJourneys) =>
  Object.fromEntries(
    Object.entries(steps).map(([way, { slowest, ...step }]) => [way, step]),
  );

describe('the engine, when its process dies again and again,', () => {
  it('counts each journey once, of what came in time', () => {
    fc.assert(
      fc.property(story, told => {
        expect(withoutSamples(asSlowJourneys(live(told)))).toEqual(
          withoutSamples(slowJourneys(inTime(told)).steps),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('counts each call once', () => {
    fc.assert(
      fc.property(story, told => {
        // What comes later than spans wait is paired or not, as it happens.
        const soon = { ...told, batchOf: told.batchOf.map(batch => batch % 6) };
        const never = { ...soon, dies: soon.dies.map(() => false) };
        expect(asSlowEdges(live(soon))).toEqual(asSlowEdges(live(never)));
      }),
      { numRuns: 40 },
    );
  });

  it('does not take a call for unanswered whose answer was counted before', () => {
    const span = (told: Partial<ToldSpan>): ToldSpan => ({
      ...{ traceId: '1'.padStart(32, '0'), parentId: '', name: 'pay' },
      ...{ start: begin * 1000, duration: 1000, failed: false, peer: '' },
      ...{ spanId: '', kind: 'client', service: 'shop' },
      ...told,
    });
    const [client, server] = ['1', '2'].map(id => id.padStart(16, '0'));
    const never = Array<boolean>(batches).fill(false);
    const after = (batch: number) => never.map((_, at) => at === batch);
    const parts = live({
      spans: [
        span({ spanId: client }),
        span({
          ...{ spanId: server, parentId: client },
          ...{ kind: 'server', service: 'bank' },
        }),
      ],
      batchOf: [5, 0],
      resent: never,
      kept: after(6),
      dies: after(6),
    });
    expect(asSlowEdges(parts)).toEqual({ 'shop → bank paired': [1, 0, 1] });
  });
});

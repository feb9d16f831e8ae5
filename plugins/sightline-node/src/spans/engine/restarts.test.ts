import fc from 'fast-check';
import { anyWorld } from '../__testUtils__/anyTrace';
import { asSlowEdges, createEngine } from '../__testUtils__/fastEdges';
import { asSlowJourneys } from '../__testUtils__/fastJourneys';
import { SlowJourneys, slowJourneys } from '../__testUtils__/slowJourneys';
import { SaidSpan, saidRequest } from '../__testUtils__/otlpSpan';
import { requestOf, ToldSpan } from '../__testUtils__/ToldSpan';
import { defaultCallEngineLimits } from './callEngineLimits';
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

/** A span of which only the rest has to be said. */
const spanOf = (told: Partial<ToldSpan>): ToldSpan => ({
  ...{ traceId: '1'.padStart(32, '0'), parentId: '', name: 'pay' },
  ...{ start: begin * 1000, duration: 1000, failed: false, peer: '' },
  ...{ spanId: '', kind: 'client', service: 'shop' },
  ...told,
});

const idOf = (n: number, digits: number) => String(n).padStart(digits, '0');

describe('the engine, when its process dies again and again,', () => {
  it('counts each journey once, of what came in time', () => {
    fc.assert(
      fc.property(story, told => {
        expect(withoutSamples(asSlowJourneys(live(told)))).toEqual(
          withoutSamples(slowJourneys(inTime(told)).steps),
        );
      }),
      { numRuns: 100 },
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
    const [client, server] = [idOf(1, 16), idOf(2, 16)];
    const never = Array<boolean>(batches).fill(false);
    const after = (batch: number) => never.map((_, at) => at === batch);
    const parts = live({
      spans: [
        spanOf({ spanId: client }),
        spanOf({
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

  it('counts each once also when the first of a batch could not wait for the rest', () => {
    const limits = { ...defaultCallEngineLimits, spansAtMost: 4096 };
    const visits = (from: number) =>
      saidRequest(
        Array.from({ length: 1500 }, (_, n): SaidSpan[] => [
          { trace: from + n, id: 1, service: 'shop', kind: 'server' },
          {
            trace: from + n,
            id: 2,
            parent: 1,
            service: 'shop',
            kind: 'client',
          },
          {
            trace: from + n,
            id: 3,
            parent: 2,
            service: 'bank',
            kind: 'server',
          },
        ]).flat(),
      );
    const [first, second] = [visits(1), visits(5000)];
    const before = createEngine(limits);
    before.take(first, { id: 0, arrivedAt: begin });
    const kept = before.engine.drain(1000);
    before.take(second, { id: 1, arrivedAt: begin });

    const after = createEngine(limits);
    const isCounted = kept.settledBatch === 0;
    after.take(first, { id: 0, arrivedAt: begin, isCounted });
    after.take(second, { id: 1, arrivedAt: begin });
    after.engine.settle(begin + limits.pairingWithin);
    const parts = [...kept.parts, ...after.engine.drain(1000).parts];
    expect(isCounted).toBe(true);
    expect(asSlowEdges(parts)).toEqual({
      'outside → shop entry': [3000, 0, 0],
      'shop → bank paired': [3000, 0, 3000],
    });
    const calls = Object.values(asSlowJourneys(parts)).map(step => step.calls);
    expect(calls).toEqual([3000, 3000]);
  });
});

import {
  MINUTE,
  NOON,
  only,
  traffic,
  truth,
} from '../__testUtils__/harbour.ts';
import { kinds, type Span } from './Span.ts';
import { createTown } from './Town.ts';
import { createTraffic } from './traffic.ts';

const someMinutes = traffic({ rate: 0.5, minutes: 4 });

describe('spans', () => {
  const byId = new Map(someMinutes.map(span => [span.spanId, span]));

  it('have identifiers of their own', () => {
    expect(byId.size).toBe(someMinutes.length);
    for (const { traceId, spanId } of someMinutes) {
      expect(traceId).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
      expect(spanId).toMatch(/^(?!0+$)[0-9a-f]{16}$/);
    }
  });

  it('have a parent in their own trace, or none', () => {
    const orphans = someMinutes.filter(({ traceId, parentSpanId }) => {
      const parent = byId.get(parentSpanId);
      return parentSpanId && parent?.traceId !== traceId;
    });

    expect(orphans).toEqual([]);
  });

  it('link only to spans that exist and came before', () => {
    const linked = someMinutes.filter(({ links }) => links.length > 0);
    const wrong = linked.filter(span =>
      span.links.some(link => {
        const target = byId.get(link.spanId);
        return (
          target?.traceId !== link.traceId ||
          target.kind !== kinds.producer ||
          target.startNanos > span.startNanos
        );
      }),
    );

    expect(linked.length).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });

  it('lie within their parent, once every clock is right', () => {
    const right = ({ startNanos, endNanos, instance }: Span) => {
      const ahead = BigInt(instance.aheadMicros) * 1000n;
      return { start: startNanos - ahead, end: endNanos - ahead };
    };
    // Start times carry up to a microsecond of noise below what the engine reckons in.
    const noise = 1000n;
    const wrong = someMinutes.filter(span => {
      const parent = byId.get(span.parentSpanId);
      if (!parent) return false;
      const [inner, outer] = [right(span), right(parent)];
      // A process span outlasts the receive span that fetched its message.
      const fetched = parent.name.startsWith('receive ');
      return (
        inner.start < outer.start - noise ||
        (!fetched && inner.end > outer.end + noise)
      );
    });

    expect(wrong).toEqual([]);
  });

  it('follow each other below one parent', () => {
    const last = new Map<string, bigint>();
    const calls = someMinutes.filter(
      ({ kind, parentSpanId }) => kind === kinds.client && parentSpanId,
    );
    for (const { parentSpanId, startNanos, endNanos } of calls) {
      const before = last.get(parentSpanId) ?? 0n;
      expect(startNanos + 1000n >= before).toBe(true);
      last.set(parentSpanId, endNanos);
    }
  });

  it('never come from a service that is not traced', () => {
    const silent = truth.services.filter(({ otel }) => !otel);
    const heard = new Set(someMinutes.map(span => span.instance.service));

    expect(silent.map(({ name }) => heard.has(name))).toEqual([false, false]);
  });

  it('come from every instance that runs', () => {
    const replicas = (service: string) =>
      truth.services
        .find(({ name }) => name === service)!
        .runs.reduce((sum, run) => sum + run.replicas, 0);
    const seen = new Map<string, Set<unknown>>();
    for (const { instance } of someMinutes) {
      const ids = seen.get(instance.service) ?? new Set();
      seen.set(instance.service, ids);
      ids.add(instance.resource['service.instance.id']);
    }
    expect(seen.get('edge-gateway')!.size).toBe(replicas('edge-gateway'));
    expect(seen.get('ledger')!.size).toBe(replicas('ledger'));
  });
});

describe('traffic', () => {
  const between = createTraffic({
    town: createTown(truth),
    seed: 'cuts',
    rate: 1,
    outages: [],
  });

  it('is the same however time is cut', () => {
    const whole = between(NOON, NOON + MINUTE);
    const cuts = [0, 0.1, 0.1001, 0.5, 0.77, 1].map(at => NOON + at * MINUTE);
    const pieces = cuts
      .slice(1)
      .flatMap((to, i) => between(Math.floor(cuts[i]), Math.floor(to)));

    expect(pieces).toEqual(whole);
  });

  it('changes in its details with the seed', () => {
    const [one, other] = ['a', 'b'].map(seed =>
      traffic({ truth: only('search'), seed, minutes: 1 }),
    );

    expect(one.length).toBe(other.length);
    expect(one[0].traceId).not.toBe(other[0].traceId);
  });
});

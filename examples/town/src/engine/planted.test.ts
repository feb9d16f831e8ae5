import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { edgesOfSpans } from '../__testUtils__/edges.ts';
import { folder, traffic, truth } from '../__testUtils__/harbour.ts';
import { kinds, type Span } from './Span.ts';

const SECONDS = 600;
type Edge = { from: string; to: string; perSecond?: number };

const read = (file: string) =>
  parse(readFileSync(join(folder, 'truth', file), 'utf8'));
const planted = (id: string) =>
  read('planted-calls.yaml').planted.find((p: { id: string }) => p.id === id)
    .evidence;

const spans = traffic();
const edges = edgesOfSpans(spans, truth);

/** Calls a second; a reader of a topic leans on the topic. */
function perSecond({ from, to }: Edge): number {
  let count = 0;
  for (const [edge, calls] of edges) {
    const [caller, , callee, protocol] = edge.split(' ');
    const reads = protocol === 'messaging' && caller.startsWith('resource:');
    const [leaning, on] = reads ? [callee, caller] : [caller, callee];
    if (leaning === from && on === to) count += calls;
  }
  return count / SECONDS;
}

/** How far from the truth a rate may be: retries and sampling are chance, the rest is a call or two. */
const slack = ({ from, to, perSecond: rate = 0 }: Edge) =>
  rate * (from === 'returns' || to.includes('parcelwind') ? 0.15 : 0.03) +
  3 / SECONDS;
const deviation = (edge: Edge) =>
  Math.abs(perSecond(edge) - (edge.perSecond ?? 0));

const families = new Map<string, Span[]>();
for (const span of spans) {
  const family = families.get(span.parentSpanId);
  if (family) family.push(span);
  else families.set(span.parentSpanId, [span]);
}
const children = ({ spanId }: Span) => families.get(spanId) ?? [];
const ofService = (service: string, name: string) =>
  spans.filter(
    span =>
      span.instance.service === service &&
      span.kind === kinds.server &&
      span.name === name,
  );

describe('drift', () => {
  const rows = read('drift.yaml').drift as Array<
    Edge & { observed: boolean; reason?: string }
  >;

  it.each(rows.filter(({ observed }) => observed))(
    '$from is seen leaning on $to as often as the truth says',
    edge => expect(deviation(edge)).toBeLessThan(slack(edge)),
  );

  it.each(rows.filter(({ observed, reason }) => !observed && !reason))(
    '$from is never seen leaning on $to',
    row => expect(perSecond(row)).toBe(0),
  );
});

describe('planted weaknesses', () => {
  type Weakness = { id: string; evidence: { edges?: Edge[] } };
  const weaknesses: Weakness[] = read('planted-calls.yaml').planted;

  it.each(
    weaknesses.flatMap(({ id, evidence }) =>
      (evidence.edges ?? []).map(edge => ({ id, ...edge })),
    ),
  )('$id: $from leans on $to', edge => {
    expect(deviation(edge)).toBeLessThan(slack(edge));
  });

  it('cycle-checkout: one request comes back to Orders', () => {
    expect(chains()).toContain(
      'edge-gateway web-bff orders payments fraud orders',
    );
  });

  type Chain = { journey: string; services: string[] };
  const long: Chain[] = planted('long-chain-checkout').chains;

  it.each(long)('long-chain-checkout: the chain of $journey', ({ services }) =>
    expect(chains()).toContain(services.join(' ')),
  );

  it('god-orders: exactly those callers, callees and topics', () => {
    const { syncCallers, syncCallees, topics } = planted('god-orders');
    const pairs = [...edges.keys()].map(edge => edge.split(' '));
    const calls = pairs.filter(([, , , protocol]) =>
      ['http', 'grpc'].includes(protocol),
    );
    const about = (list: string[]) => [...new Set(list)].sort();

    expect(about(calls.filter(p => p[2] === 'orders').map(p => p[0]))).toEqual(
      [...syncCallers].sort(),
    );
    expect(about(calls.filter(p => p[0] === 'orders').map(p => p[2]))).toEqual(
      [...syncCallees].sort(),
    );
    expect(
      about(
        pairs
          .filter(p => p[3] === 'messaging' && p.includes('orders'))
          .map(p => (p[0] === 'orders' ? p[2] : p[0])),
      ),
    ).toEqual(topics.map((topic: string) => `resource:${topic}`).sort());
  });

  it('n-plus-one-ratings: 18 calls one after the other below each listing', () => {
    const { timesPerParent } = planted('n-plus-one-ratings');
    for (const listing of ofService(
      'mobile-bff',
      'GET /v2/listing/{category}',
    ).slice(0, 50)) {
      const ratings = children(listing).filter(
        ({ name }) => name === 'GET /products/{sku}/rating',
      );
      expect(ratings).toHaveLength(timesPerParent);
      ratings.slice(1).forEach((rating, i) => {
        expect(rating.startNanos).toBeGreaterThanOrEqual(ratings[i].endNanos);
      });
    }
  });

  it('retry-storm-labels: attempts at both levels, marked as such', () => {
    const evidence = planted('retry-storm-labels');
    const attempts = (parents: Span[], name: string) =>
      parents.flatMap(parent =>
        children(parent).filter(span => span.name === name),
      );
    const returns = ofService('returns', 'POST /returns');
    const labels = ofService('shipping', 'POST /labels');
    const outer = attempts(returns, 'POST /labels');
    const inner = attempts(labels, 'POST /labels');
    const failing = (all: Span[]) =>
      all.filter(({ failed }) => failed).length / all.length;

    expect(outer.length / returns.length).toBeCloseTo(
      evidence.attemptsPerCall,
      0,
    );
    expect(inner.length / labels.length).toBeCloseTo(
      evidence.attemptsPerAttempt,
      0,
    );
    expect(failing(outer)).toBeCloseTo(evidence.errors[0], 1);
    expect(failing(inner)).toBeCloseTo(evidence.errors[1], 1);
    // The first attempt carries no count, every other one does.
    const counts = outer.map(s => s.attributes['http.request.resend_count']);
    expect(new Set(counts)).toEqual(new Set([undefined, 1, 2, 3]));
    expect(counts.filter(count => !count)).toHaveLength(returns.length);
  });

  it('untraced-warehouse: silent, seen by those who call it', () => {
    const { seenByCallers } = planted('untraced-warehouse');
    const callers = [...edges.keys()]
      .filter(edge => edge.includes('→ warehouse'))
      .map(edge => edge.split(' ')[0]);

    expect(callers.sort()).toEqual(seenByCallers);
    expect(spans.filter(s => s.instance.service === 'warehouse')).toEqual([]);
    expect([...edges.keys()].join()).not.toContain('warehouse-db');
  });

  it('ambiguous-exports: a name without a namespace', () => {
    const { otelServiceName } = planted('ambiguous-exports');
    const [export_] = spans.filter(
      ({ instance }) => instance.service === 'report-exports',
    );

    expect(export_.instance.resource).toMatchObject({
      'service.name': otelServiceName,
    });
    expect(export_.instance.resource).not.toHaveProperty('service.namespace');
  });
});

/** Services in the order in which one waits for the next, for every server span. */
function chains(): Set<string> {
  const byId = new Map(spans.map(span => [span.spanId, span]));
  const found = new Set<string>();
  for (const span of spans.filter(({ kind }) => kind === kinds.server)) {
    const services: string[] = [];
    for (let at: Span | undefined = span; at; at = byId.get(at.parentSpanId)) {
      if (at.kind === kinds.server) services.unshift(at.instance.service);
    }
    found.add(services.join(' '));
  }
  return found;
}

import { ToldSpan } from './ToldSpan';

/** `frontend → cart paired`: calls, errors, and how many the caller saw */
export type SlowEdges = Record<string, [number, number, number]>;

/**
 * Who calls whom, worked out span by span with all spans in hand: slow, and
 * written apart from the engine, to hold the engine against it.
 */
export const slowEdges = (spans: readonly ToldSpan[]): SlowEdges => {
  const edges: SlowEdges = {};
  const count = (edge: string, [calls, errors, seen]: number[]) => {
    const before = edges[edge] ?? [0, 0, 0];
    edges[edge] = [before[0] + calls, before[1] + errors, before[2] + seen];
  };
  for (const traceId of new Set(spans.map(span => span.traceId))) {
    const trace = spans.filter(span => span.traceId === traceId);
    for (const span of trace) {
      const parent = trace.find(one => one.spanId === span.parentId);
      const children = trace.filter(one => one.parentId === span.spanId);
      const call = [1, span.failed ? 1 : 0, 0];
      const from = cameFrom(span, parent);
      if (from) count(`${from[0]} → ${span.service} ${from[1]}`, call);
      if (span.kind !== 'client') continue;

      const answers = children.filter(
        child => child.kind === 'server' || child.service !== span.service,
      );
      const [answer] = answers.sort((a, b) => signed(a) - signed(b));
      if (!answer) {
        const wraps = children.some(child => child.kind === 'client');
        const repeats = isToldAround(span, parent, trace);
        const callee = span.peer || 'unnamed';
        if (!wraps && !repeats)
          count(`${span.service} → ${callee} client-only`, call);
      } else if (answer.service !== span.service) {
        const way = answer.kind === 'server' ? 'paired' : 'parent-child';
        count(`${span.service} → ${answer.service} ${way}`, [0, 0, 1]);
      }
    }
  }
  return edges;
};

/** Whether the span around it tells of the same call, and was answered. */
const isToldAround = (
  span: ToldSpan,
  parent: ToldSpan | undefined,
  trace: readonly ToldSpan[],
): boolean => {
  if (parent?.kind !== 'client' || parent.service !== span.service)
    return false;
  const isAnswered = trace.some(
    one =>
      one.parentId === parent.spanId &&
      (one.kind === 'server' || one.service !== parent.service),
  );
  const toAnother = span.peer && parent.peer && span.peer !== parent.peer;
  return isAnswered && !toAnother && span.peerKind === undefined;
};

/** The order in which answers are preferred; which one matters to nobody, that it is one does. */
const signed = ({ spanId }: ToldSpan) => parseInt(spanId.slice(8), 16) | 0;

const cameFrom = (
  span: ToldSpan,
  parent: ToldSpan | undefined,
): [string, string] | undefined => {
  if (parent && parent.service !== span.service) {
    const isPair = span.kind === 'server' && parent.kind === 'client';
    return [parent.service, isPair ? 'paired' : 'parent-child'];
  }
  if (parent) return undefined;
  if (span.kind === 'server') {
    return ['outside', span.parentId ? 'server-only' : 'entry'];
  }
  return span.kind === 'unspecified' && !span.parentId
    ? ['outside', 'entry']
    : undefined;
};

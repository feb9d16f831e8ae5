import type { Wording } from './conventions/generation.ts';
import type { Instance } from './instances.ts';
import type { Random } from './random.ts';
import type { Kind, Span, SpanContext } from './Span.ts';
import type { Town } from './Town.ts';

/** Where in its trace a span stands. */
export type Position = {
  traceId: string;
  traceState: string;
  parentSpanId: string;
  /** the parent lives in another process, or there is none */
  remote: boolean;
};

/** Collects the spans of one visit. */
export type Recorder = {
  town: Town;
  random: Random;
  spans: Span[];
  record(options: {
    position: Position;
    instance: Instance;
    kind: Kind;
    wording: Wording;
    startMicros: number;
    /** the span's length */
    micros: number;
    links?: SpanContext[];
  }): SpanContext;
};

export const newTrace = (random: Random, traceState = ''): Position => ({
  traceId: random.hex(16),
  traceState,
  parentSpanId: '',
  remote: false,
});

/** The position of what happens below a span, in its process or behind the network. */
export const below = (
  { traceId, traceState, spanId }: SpanContext,
  remote: boolean,
): Position => ({ traceId, traceState, parentSpanId: spanId, remote });

// Sampled, and the trace id is random, which is what makes `ot=th` mean anything.
const TRACE_FLAGS = 0x03;
const KNOWN_WHETHER_REMOTE = 0x100;
const REMOTE = 0x200;

/** SDKs of the old days wrote no flags at all. */
const flagsOf = ({ generation }: Instance, remote: boolean) =>
  generation === 'old'
    ? 0
    : TRACE_FLAGS | KNOWN_WHETHER_REMOTE | (remote ? REMOTE : 0);

export function createRecorder(town: Town, random: Random): Recorder {
  const spans: Span[] = [];
  return {
    town,
    random,
    spans,
    record({ position, instance, kind, wording, links = [], ...times }) {
      const { traceId, traceState, parentSpanId, remote } = position;
      // A clock that is ahead moves a span and never stretches it.
      const start = times.startMicros + instance.aheadMicros;
      const context = { traceId, traceState, spanId: random.hex(8) };
      const startNanos = BigInt(start) * 1000n + BigInt(random.below(1000));
      const endNanos = startNanos + BigInt(times.micros) * 1000n;
      const { name, scope, attributes, errorType } = wording;
      const tellsError = errorType && instance.generation !== 'old';
      spans.push({
        ...context,
        instance,
        scope,
        parentSpanId,
        flags: flagsOf(instance, remote),
        name,
        kind,
        startNanos,
        endNanos,
        attributes: {
          ...attributes,
          ...(tellsError && { 'error.type': errorType }),
        },
        // Libraries record what they threw; a status from a server is no exception.
        events:
          errorType && /[a-z]{4}/i.test(errorType)
            ? [exception(errorType, endNanos)]
            : [],
        links,
        failed: errorType !== undefined,
      });
      return context;
    },
  };
}

const exception = (type: string, atNanos: bigint) => ({
  name: 'exception',
  atNanos,
  attributes: { 'exception.type': type, 'exception.escaped': false },
});

import type { Instance } from './instances.ts';

export type Attributes = Record<string, string | number | boolean>;

/** The numbers of OTLP. */
export const kinds = {
  internal: 1,
  server: 2,
  client: 3,
  producer: 4,
  consumer: 5,
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

/** A span's identity as others refer to it. */
export type SpanContext = {
  traceId: string;
  spanId: string;
  traceState: string;
};

export type Span = SpanContext & {
  /** whose resource it belongs to */
  instance: Instance;
  /** the library that made it */
  scope: string;
  parentSpanId: string;
  /** W3C trace flags, and in bits 8 and 9 whether the parent is known to be remote */
  flags: number;
  name: string;
  kind: Kind;
  startNanos: bigint;
  endNanos: bigint;
  attributes: Attributes;
  events: Array<{ name: string; atNanos: bigint; attributes: Attributes }>;
  links: SpanContext[];
  failed: boolean;
};

import { Instant } from '@sightline/backstage-plugin-sightline-common';

/** Parsed JSON in OTLP's shape, of which nothing is sure yet. */
export type OtlpTraces = { resourceSpans?: unknown };

type Loose = Record<string, unknown>;

const listIn = (owner: Loose, key: string): Loose[] => {
  const value = owner[key];
  return Array.isArray(value)
    ? value.filter(one => typeof one === 'object' && one !== null)
    : [];
};

/** One spelling for an id: small letters, with the zeros older systems leave out. */
export const traceIdOf = (id: unknown): string =>
  typeof id === 'string' ? id.toLowerCase().padStart(32, '0') : '';

// Nanoseconds exceed what a number can hold exactly; without their last digits,
// which a string has, they do not.
const millisOf = (nanos: unknown): Instant =>
  typeof nanos === 'string'
    ? Number(nanos.slice(0, -6)) || 0
    : Math.floor(Number(nanos) / 1e6) || 0;

const spansIn = (group: Loose): Loose[] =>
  listIn(group, 'scopeSpans').flatMap(scope => listIn(scope, 'spans'));

/** By trace id, when the earliest of its spans begins. */
export const beginOfTraces = (traces: OtlpTraces): Map<string, Instant> => {
  const begins = new Map<string, Instant>();
  for (const group of listIn(traces, 'resourceSpans')) {
    for (const span of spansIn(group)) {
      const id = traceIdOf(span.traceId);
      const begin = millisOf(span.startTimeUnixNano);
      begins.set(id, Math.min(begin, begins.get(id) ?? Infinity));
    }
  }
  return begins;
};

/**
 * The spans of the wanted traces, so many at a time: whoever reads them may let
 * others have a turn in between.
 */
export const slicesOfTraces = function* slicesOfTraces(
  traces: OtlpTraces,
  { wanted, spansAtMost }: { wanted: ReadonlySet<string>; spansAtMost: number },
): Generator<{ resourceSpans: Loose[] }> {
  let resourceSpans: Loose[] = [];
  let room = spansAtMost;
  for (const group of listIn(traces, 'resourceSpans')) {
    const spans = spansIn(group).filter(span =>
      wanted.has(traceIdOf(span.traceId)),
    );
    for (let from = 0; from < spans.length; ) {
      const piece = spans.slice(from, from + room);
      const { resource } = group;
      resourceSpans.push({ resource, scopeSpans: [{ spans: piece }] });
      from += piece.length;
      room -= piece.length;
      if (room > 0) continue;
      yield { resourceSpans };
      resourceSpans = [];
      room = spansAtMost;
    }
  }
  if (resourceSpans.length > 0) yield { resourceSpans };
};

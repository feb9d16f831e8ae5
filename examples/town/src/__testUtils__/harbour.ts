import { join } from 'node:path';
import { kinds, type Span } from '../engine/Span.ts';
import { createTown } from '../engine/Town.ts';
import { createTraffic, type Outage } from '../engine/traffic.ts';
import type { Truth } from '../engine/Truth.ts';
import { readIncidents, readTruth } from '../readTown.ts';

export const folder = join(__dirname, '..', '..');
export const truth: Truth = readTruth(folder);
export const incidents = readIncidents(folder);

/** A moment like any other: 2026-08-24T08:00:00Z. */
export const NOON = Date.UTC(2026, 7, 24, 8) * 1000;
export const MINUTE = 60_000_000;

/** Ten minutes of Harbour, or as much of it as is asked for. */
export function traffic(
  options: {
    truth?: Truth;
    seed?: string;
    rate?: number;
    minutes?: number;
    outages?: Outage[];
  } = {},
): Span[] {
  const { minutes = 10, seed = 'test', rate = 1, outages = [] } = options;
  const town = createTown(options.truth ?? truth);
  const between = createTraffic({ town, seed, rate, outages });
  return between(NOON, NOON + minutes * MINUTE);
}

/** The town with one journey alone; its visits are the same as among all others. */
export const only = (journey: string): Truth => ({
  ...truth,
  journeys: truth.journeys.filter(({ id }) => id === journey),
});

/** An incident that lasts as long as the traffic does. */
export function outage(id: string): Outage {
  const incident = incidents.find(known => known.id === id)!;
  return { incident, fromMicros: 0, toMicros: Infinity };
}

/** The spans with which visits begin, readers of messages aside. */
export const isEntry = ({ kind, parentSpanId }: Span): boolean =>
  !parentSpanId && (kind === kinds.server || kind === kinds.internal);

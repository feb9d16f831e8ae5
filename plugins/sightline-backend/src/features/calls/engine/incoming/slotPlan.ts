import {
  Instant,
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Slot } from './countIncoming';
import { Incoming } from './incomingEdges';

type Question = { service: ServiceRef; threshold?: Millis };

/** Which edges are counted for which question. */
export type SlotPlan = {
  /** slots there is room for */
  capacity: number;
  slotOf: ReadonlyMap<string, number>;
  /** when the first call of a slot was seen */
  since: ReadonlyMap<string, Instant>;
  /** by number of the stored edge */
  slotsOf: ReadonlyMap<number, readonly Slot[]>;
  /** numbers grow: an edge beyond this one is younger than the plan */
  lastEdge: number;
};

export const noPlan: SlotPlan = {
  ...{ capacity: 0, lastEdge: 0 },
  ...{ slotOf: new Map(), since: new Map(), slotsOf: new Map() },
};

export const slotKey = ({ service, threshold }: Question): string =>
  `${service} ${threshold ?? ''}`;

/** What was counted before keeps its slot, as long as it is asked about. */
export const planOf = (
  questions: readonly Question[],
  incoming: ReadonlyMap<ServiceRef, Incoming>,
  before: SlotPlan,
): SlotPlan => {
  const slotOf = new Map(before.slotOf);
  const since = new Map<string, Instant>();
  const slotsOf = new Map<number, Slot[]>();
  let lastEdge = before.lastEdge;
  for (const question of questions) {
    const key = slotKey(question);
    const of = incoming.get(question.service);
    if (!of || since.has(key)) continue;
    if (!slotOf.has(key)) slotOf.set(key, slotOf.size);
    since.set(key, of.since);
    const slot = { place: slotOf.get(key)!, threshold: question.threshold };
    for (const edge of of.edges) {
      slotsOf.set(edge, [...(slotsOf.get(edge) ?? []), slot]);
      lastEdge = Math.max(lastEdge, edge);
    }
  }
  const isFull = slotOf.size > before.capacity;
  const capacity = isFull
    ? Math.ceil(slotOf.size * 1.25) + 16
    : before.capacity;
  return { capacity, slotOf, since, slotsOf, lastEdge };
};

/** Younger than this, nothing was counted in blocks that are over. */
const young: Millis = 3_600_000;

/**
 * Whether counts that are kept under one plan are good under the next: no slot
 * more than there is room for, none whose past was not counted, and no edge that
 * counted for another service, or for none.
 */
export const continues = (
  before: SlotPlan,
  next: SlotPlan,
  at: Instant,
): boolean => {
  if (next.capacity !== before.capacity) return false;
  for (const [key, since] of next.since) {
    if (!before.slotOf.has(key) && since < at - young) return false;
  }
  const placesOf = (plan: SlotPlan, edge: number) =>
    (plan.slotsOf.get(edge) ?? []).map(({ place }) => place).join();
  for (const edge of before.slotsOf.keys()) {
    const isGone = !next.slotsOf.has(edge);
    if (!isGone && placesOf(before, edge) !== placesOf(next, edge))
      return false;
    if (isGone && isAsked(before, next, edge)) return false;
  }
  for (const edge of next.slotsOf.keys()) {
    if (!before.slotsOf.has(edge) && edge <= before.lastEdge) return false;
  }
  return true;
};

/** An edge that left a slot which is still asked about took its calls along. */
const isAsked = (before: SlotPlan, next: SlotPlan, edge: number): boolean => {
  const places = new Set(
    (before.slotsOf.get(edge) ?? []).map(({ place }) => place),
  );
  for (const key of next.since.keys()) {
    if (places.has(next.slotOf.get(key) ?? -1)) return true;
  }
  return false;
};

import { TreeStep } from './JourneyTree';

/** Trees by the topic whose messages begin them. */
export type TopicJourneys = ReadonlyMap<string, readonly TreeStep[]>;

export const topicJourneys = (roots: readonly TreeStep[]): TopicJourneys => {
  const topics = new Map<string, TreeStep[]>();
  for (const root of roots) {
    const { caller } = root.step;
    if (caller === null) continue;
    topics.set(caller, [...(topics.get(caller) ?? []), root]);
  }
  return topics;
};

/** A step of a journey that goes on where its messages are read. */
export type Hop = {
  tree: TreeStep;
  /** of the hop that made the call */
  parent?: Hop;
  depth: number;
  /** it was read from traces of its own, which begin at the topic above */
  isAcross: boolean;
};

const depthAtMost = 40;

/**
 * A journey from its root to its last reader. What happens with a message is in
 * a trace of its own, which begins at the topic: the journey goes on with all
 * that do, whoever sent the message.
 *
 * ```
 *   orders ─▶ order-events ╎ order-events ─▶ invoices ─▶ invoices-db
 *                          ╎              └▶ shipping ─▶ parcel-events ╎ …
 * ```
 *
 * A topic is entered once on each way, so that two who answer each other's
 * messages make no endless journey.
 */
export function* hopsAcross(
  root: TreeStep,
  topics: TopicJourneys,
): Generator<Hop> {
  yield* hopsBelow(
    { tree: root, depth: 0, isAcross: false },
    topics,
    new Set(),
  );
}

function* hopsBelow(
  hop: Hop,
  topics: TopicJourneys,
  entered: ReadonlySet<string>,
): Generator<Hop> {
  yield hop;
  if (hop.depth >= depthAtMost) return;
  const { callee } = hop.tree.step;
  for (const tree of hop.tree.children) {
    const next = { tree, parent: hop, depth: hop.depth + 1, isAcross: false };
    yield* hopsBelow(next, topics, entered);
  }
  if (entered.has(callee)) return;
  for (const tree of topics.get(callee) ?? []) {
    const next = { tree, parent: hop, depth: hop.depth + 1, isAcross: true };
    yield* hopsBelow(next, topics, new Set([...entered, callee]));
  }
}

import { CallGraph } from '../graph/CallGraph';
import { edgesFrom, isSync } from '../graph/neighbours';

/**
 * Services that wait for each other in a circle, by each service in one: the
 * shortest circle through it, itself first.
 *
 * ```
 *   orders ─▶ payments ─▶ fraud ─▶ orders        [orders, payments, fraud]
 * ```
 *
 * Components are found first (Tarjan), so that only their members are searched.
 */
export function* syncCycles(
  graph: CallGraph,
): Generator<void, Map<string, string[]>> {
  const callees = syncCallees(graph);
  yield;
  const cycles = new Map<string, string[]>();
  for (const component of components(callees)) {
    if (component.size < 2) continue;
    for (const id of component) {
      yield;
      const cycle = shortestCycle(id, callees, component);
      if (cycle) cycles.set(id, cycle);
    }
  }
  return cycles;
}

type Callees = ReadonlyMap<string, readonly string[]>;

/** Services alone: a database waits for nobody. */
const syncCallees = ({ parties, edges }: CallGraph): Callees => {
  const isService = (id: string) => parties.get(id)?.kind === 'service';
  const waiting = edges.filter(
    edge => isSync(edge) && isService(edge.caller) && isService(edge.callee),
  );
  return new Map(
    [...edgesFrom(waiting)].map(([id, all]) => [
      id,
      [...new Set(all.map(({ callee }) => callee))].sort(),
    ]),
  );
};

type Frame = { id: string; next: number };

/** Without recursion: a chain of 5,000 services would be as many frames deep. */
const components = (callees: Callees): Set<string>[] => {
  const found: Set<string>[] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();

  const enter = (id: string): Frame => {
    index.set(id, index.size);
    low.set(id, index.get(id)!);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  };
  const leave = (id: string) => {
    if (low.get(id) !== index.get(id)) return;
    const component = new Set<string>();
    for (let member = ''; member !== id; ) {
      member = open.pop()!;
      isOpen.delete(member);
      component.add(member);
    }
    found.push(component);
  };
  const lower = (id: string, to: number) =>
    low.set(id, Math.min(low.get(id)!, to));

  for (const root of callees.keys()) {
    const frames = index.has(root) ? [] : [enter(root)];
    while (frames.length > 0) {
      const frame = frames[frames.length - 1];
      const callee = callees.get(frame.id)?.[frame.next];
      frame.next += 1;
      if (callee === undefined) {
        leave(frame.id);
        frames.pop();
        const above = frames[frames.length - 1];
        if (above) lower(above.id, low.get(frame.id)!);
      } else if (!index.has(callee)) {
        frames.push(enter(callee));
      } else if (isOpen.has(callee)) {
        lower(frame.id, index.get(callee)!);
      }
    }
  }
  return found;
};

/**
 * Searched no further than this: a circle of more services than can be read is
 * not looked for, or the largest fleets would be searched for seconds.
 */
const searchedAtMost = 1_000;

const shortestCycle = (
  start: string,
  callees: Callees,
  component: ReadonlySet<string>,
): string[] | undefined => {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    if (queue.length > searchedAtMost) return undefined;
    for (const callee of callees.get(id) ?? []) {
      if (callee === start) return wayTo(id, start, cameFrom);
      if (component.has(callee) && !cameFrom.has(callee)) {
        cameFrom.set(callee, id);
        queue.push(callee);
      }
    }
  }
  return undefined;
};

const wayTo = (
  end: string,
  start: string,
  cameFrom: ReadonlyMap<string, string>,
): string[] => {
  const way = [end];
  while (way[0] !== start) way.unshift(cameFrom.get(way[0])!);
  return way;
};

import {
  Journey,
  JourneyHop,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import { hopKey } from './hopKey';

/** A hop in its place. */
export type HopNode = {
  /**
   * The same in every answer about this journey, so that links and folds last;
   * a hop's id is good within one answer only
   */
  key: string;
  hop: JourneyHop;
  parent?: HopNode;
  /** in call order; those that nobody waits for come last */
  children: HopNode[];
  /** 1 for the root */
  level: number;
  /** nobody waits: an async call leads here, or is this */
  later: boolean;
  /** where its own time begins when all critical time is laid end to end */
  offset: Ratio;
  /** critical share of the hop and of all below it */
  within: Ratio;
  /** hops below */
  below: number;
  /** errors begin here, so many; `much` of all that fail in the journey */
  failing?: { errors: number; share: Ratio; much: boolean };
};

export type JourneyTree = {
  roots: HopNode[];
  /** in the order they are drawn */
  byKey: Map<string, HopNode>;
  /** where errors begin, most first */
  failing: HopNode[];
};

/** Of failures that begin in so many places, fewer is noise. */
const MUCH: Ratio = 0.05;

type Told = Pick<Journey, 'tree' | 'failurePoints'>;

/**
 * Puts the hops of a journey into their places, and lays the time that the
 * root waits end to end:
 *
 * ```
 *   gateway      ▓░░░░░░░░░░░░░   ▓ own time   ░ with all below it
 *     bff         ▓░░░░░░░░░░░
 *       cart       ▓
 *       payments    ▓▓░░░░░░░
 *         cardrail    ▓▓▓▓▓▓▓
 *         events    later: nobody waits, no bar
 * ```
 */
export function journeyTree({ tree, failurePoints }: Told): JourneyTree {
  const childrenOf = byParent(tree);
  const byKey = new Map<string, HopNode>();
  const byId = new Map<string, HopNode>();
  let laid: Ratio = 0;

  const place = (hop: JourneyHop, parent?: HopNode): HopNode => {
    const node = nodeOf(hop, parent, laid, byKey);
    byKey.set(node.key, node);
    byId.set(hop.id, node);
    laid += hop.critical;
    node.children = waitedForFirst(childrenOf.get(hop.id) ?? []).map(child =>
      place(child, node),
    );
    node.within = laid - node.offset;
    node.below = node.children.reduce((sum, { below }) => sum + below + 1, 0);
    return node;
  };
  const roots = (childrenOf.get(undefined) ?? []).map(hop => place(hop));

  const failing = failurePoints.flatMap(({ hop, errors, share }) => {
    const node = byId.get(hop);
    if (node) {
      node.failing = { errors, share, much: share >= MUCH };
    }
    return node ?? [];
  });
  return { roots, byKey, failing };
}

/** A hop whose caller was left out of the answer stands at the top. */
function byParent(hops: JourneyHop[]) {
  const known = new Set(hops.map(({ id }) => id));
  const found = new Map<string | undefined, JourneyHop[]>();
  for (const hop of hops) {
    const above = known.has(hop.parent ?? '') ? hop.parent : undefined;
    const siblings = found.get(above);
    if (siblings) {
      siblings.push(hop);
    } else {
      found.set(above, [hop]);
    }
  }
  return found;
}

const nodeOf = (
  hop: JourneyHop,
  parent: HopNode | undefined,
  offset: Ratio,
  taken: Map<string, HopNode>,
): HopNode => ({
  key: hopKey(hop, parent?.key, taken),
  hop,
  parent,
  children: [],
  level: (parent?.level ?? 0) + 1,
  later: parent?.later === true || isHandedOver(hop),
  offset,
  within: 0,
  below: 0,
});

/**
 * Async, and not even the handing over is waited for. A journey that begins with
 * a message is read from there: nothing of it is later than its beginning.
 */
const isHandedOver = ({ parent, mode, critical }: JourneyHop): boolean =>
  parent !== undefined && mode === 'async' && critical === 0;

const waitedForFirst = (hops: JourneyHop[]) => [
  ...hops.filter(({ mode }) => mode === 'sync'),
  ...hops.filter(({ mode }) => mode === 'async'),
];

/** A topic whose readers are known: the journey goes on in traces of their own. */
export const isCrossing = ({ hop, children }: HopNode): boolean =>
  children.length > 0 &&
  (hop.callee.kind === 'queue' ||
    children.some(child => child.hop.acrossTopic));

/** How many parties read what is sent to a topic. */
export const readersOf = ({ children }: HopNode): number =>
  new Set(children.map(({ hop }) => hop.callee.id)).size;

/** From the root down to the hop, without the hop. */
export const ancestorsOf = (node: HopNode): HopNode[] =>
  node.parent ? [...ancestorsOf(node.parent), node.parent] : [];

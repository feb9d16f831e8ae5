import { Ratio } from '@sightline/backstage-plugin-sightline-common';
import { HopNode, JourneyTree, ancestorsOf, isCrossing } from './journeyTree';

/** A hop of less is on no critical path worth naming. */
const CRITICAL_FROM: Ratio = 0.02;

/** What of a tree somebody wants to see. */
export type Sight = {
  /** only the critical path */
  critical: boolean;
  /** only what fails by itself */
  failing: boolean;
  /** datastores too */
  stores: boolean;
  /** `usual`: all open but what happens behind a topic */
  branches: 'usual' | 'open' | 'closed';
  /** keys of hops that are open or closed against the rule above */
  turned: string[];
};

export type ShownHop = {
  node: HopNode;
  /** left out where nothing is below */
  open?: boolean;
  /** 1 for the first of its siblings, of so many */
  position: number;
  siblings: number;
};

export const onCriticalPath = ({ hop }: HopNode): boolean =>
  hop.critical >= CRITICAL_FROM;

const fits = (node: HopNode, sight: Sight): boolean =>
  (!sight.critical || onCriticalPath(node)) &&
  (!sight.failing || node.failing !== undefined);

/** What is left of the tree: hops that fit, and whatever leads to them. */
function keptIn({ roots }: JourneyTree, sight: Sight): Set<HopNode> {
  const kept = new Set<HopNode>();
  const visit = (node: HopNode): boolean => {
    if (!sight.stores && node.hop.callee.kind === 'datastore') {
      return false;
    }
    const below = node.children.map(visit).includes(true);
    const keep = below || fits(node, sight);
    if (keep) {
      kept.add(node);
    }
    return keep;
  };
  roots.forEach(visit);
  return kept;
}

function isOpen(node: HopNode, sight: Sight): boolean {
  const asked = sight.critical || sight.failing;
  const byRule: Record<Sight['branches'], boolean> = {
    open: true,
    closed: node.level === 1,
    // Who asks for what fails wants to see it, also behind a topic.
    usual: asked || !isCrossing(node),
  };
  return byRule[sight.branches] !== sight.turned.includes(node.key);
}

/** The rows to draw, from the top, and how many hops fit at all. */
export function shownHops(tree: JourneyTree, sight: Sight) {
  const kept = keptIn(tree, sight);
  const rows: ShownHop[] = [];
  const show = (nodes: HopNode[]) => {
    const left = nodes.filter(node => kept.has(node));
    left.forEach((node, index) => {
      const parent = node.children.some(child => kept.has(child));
      const open = parent ? isOpen(node, sight) : undefined;
      rows.push({ node, open, position: index + 1, siblings: left.length });
      if (open) {
        show(node.children);
      }
    });
  };
  show(tree.roots);
  return { rows, fitting: kept.size };
}

/** Opens or closes one hop. */
export const turnedAt = (turned: string[], key: string): string[] =>
  turned.includes(key) ? turned.filter(one => one !== key) : [...turned, key];

/** The sight in which a hop can be seen, changed as little as possible. */
export function sightOf(tree: JourneyTree, sight: Sight, key: string): Sight {
  const node = tree.byKey.get(key);
  if (!node) {
    return sight;
  }
  const hidden = !keptIn(tree, sight).has(node);
  const clear = hidden
    ? { ...sight, critical: false, failing: false, stores: true }
    : sight;
  const closed = ancestorsOf(node).filter(above => !isOpen(above, clear));
  return {
    ...clear,
    turned: closed.reduce(
      (turned, above) => turnedAt(turned, above.key),
      clear.turned,
    ),
  };
}

import { HopNode, JourneyTree } from '../order/journeyTree';
import { onCriticalPath } from '../order/shownHops';

/** More hops than this share a last line. */
const MOST = 12;

/** The hops that cost most, and what all others cost together. */
export function costliest({ byKey }: JourneyTree) {
  const sorted = [...byKey.values()]
    .filter(({ hop }) => hop.critical > 0)
    .sort((a, b) => b.hop.critical - a.hop.critical);
  const named = sorted.slice(0, MOST).filter(onCriticalPath);
  const rest = sorted.slice(named.length);
  const sum = (read: (node: HopNode) => number) =>
    rest.reduce((all, node) => all + read(node), 0);
  return {
    named,
    rest: {
      hops: rest.length,
      critical: sum(({ hop }) => hop.critical),
      budget: sum(({ hop }) => hop.budget),
    },
  };
}

import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { Chosen } from '../mapQuery';

/** What stands out while the rest steps back. */
export type Lit = {
  nodes: Set<string>;
  edges: Set<string>;
  /** edges with their figures in words */
  spelled: Set<string>;
};

/** With more figures than this at once, none can be read. */
const MOST_SPELLED = 14;

/** An edge with both its ends, or a node with its neighbours. */
export function around({ edges }: Pick<CallMap, 'edges'>, chosen: Chosen): Lit {
  const near = edges.filter(({ id, from, to }) =>
    chosen.kind === 'edge'
      ? id === chosen.id
      : from === chosen.id || to === chosen.id,
  );
  const ids = near.map(({ id }) => id);
  return {
    nodes: new Set([
      ...near.flatMap(({ from, to }) => [from, to]),
      ...(chosen.kind === 'node' ? [chosen.id] : []),
    ]),
    edges: new Set(ids),
    spelled: new Set(ids.length <= MOST_SPELLED ? ids : []),
  };
}

/** Those who fail together, with the edges that carry a failure from one to the other. */
export function among(
  { edges }: Pick<CallMap, 'edges'>,
  nodes: Set<string>,
): Lit {
  const inside = edges.filter(
    ({ from, to, modes }) =>
      nodes.has(from) && nodes.has(to) && modes.includes('sync'),
  );
  return {
    nodes,
    edges: new Set(inside.map(({ id }) => id)),
    spelled: new Set(),
  };
}

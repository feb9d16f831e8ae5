import {
  CallMap,
  MapNode,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import { percent, plural } from '../../../ui/figures';
import { whatIs } from '../../../ui/party/partyWords';
import { fromNode, isParty } from '../nodeWords';

const countBy = (ids: string[]) => {
  const counts = new Map<string, number>();
  ids.forEach(id => counts.set(id, (counts.get(id) ?? 0) + 1));
  return counts;
};

const described = (node: MapNode): string[] => {
  const { name, note } = fromNode(node);
  if (!isParty(node)) {
    return [name, `closed group of ${note}`];
  }
  return [
    name,
    whatIs(node),
    ...(node.tier ? [node.tier] : []),
    ...(node.owner ? [`owner ${node.owner.name}`] : []),
  ];
};

/** What each node is called for those who hear it: all that the drawing shows of it. */
export function nodeLabels(
  { nodes, edges }: Pick<CallMap, 'nodes' | 'edges'>,
  shares?: Map<string, Ratio>,
): Map<string, string> {
  const callers = countBy(edges.map(({ to }) => to));
  const callees = countBy(edges.map(({ from }) => from));
  return new Map(
    nodes.map(node => {
      const share = shares?.get(node.id);
      const words = [
        ...described(node),
        plural(callers.get(node.id) ?? 0, 'caller'),
        `calls ${callees.get(node.id) ?? 0}`,
        ...(share === undefined ? [] : [`${percent(share)} of it would fail`]),
      ];
      return [node.id, words.join(', ')];
    }),
  );
}

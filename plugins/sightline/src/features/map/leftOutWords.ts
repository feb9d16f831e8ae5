import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { count, finePercent, plural } from '../../ui/figures';

/** "60 of 412 edges shown, 3 % of calls are not drawn": what a reader must know who trusts the map. */
export function leftOutWords({
  nodes,
  edges,
  leftOut,
}: Pick<CallMap, 'nodes' | 'edges' | 'leftOut'>): string[] {
  const all = edges.length + leftOut.edges;
  const calls = edges.reduce((sum, { figures }) => sum + figures.calls, 0);
  const hidden =
    calls + leftOut.calls > 0 ? leftOut.calls / (calls + leftOut.calls) : 0;
  return [
    leftOut.edges > 0
      ? `${count(edges.length)} of ${plural(all, 'edge')} shown`
      : `all ${plural(all, 'edge')} shown`,
    ...(leftOut.nodes > 0
      ? [
          `${count(nodes.length)} of ${plural(
            nodes.length + leftOut.nodes,
            'node',
          )}`,
        ]
      : [plural(nodes.length, 'node')]),
    ...(leftOut.calls > 0
      ? [`${finePercent(hidden)} of calls are not drawn`]
      : []),
  ];
}

import { Ratio } from '@sightline/backstage-plugin-sightline-common';
import { DrawnMap } from '../layout/useLayout';
import { Chosen } from '../mapQuery';
import { DrawnBox } from './DrawnBox';
import { DrawnEdge } from './DrawnEdge';
import { DrawnMarks } from './DrawnMarks';
import { DrawnNode } from './DrawnNode';
import { Lit } from './lit';
import { WholeName } from './WholeName';
import { MapColours } from './mapColours';
import { Detail } from './view';

export type MapDrawingProps = Pick<DrawnMap, 'map' | 'layout'> & {
  colours: MapColours;
  detail: Detail;
  lit?: Lit;
  chosen?: Chosen;
  focus?: string;
  /** what of each node would fail, by its id */
  shares?: Map<string, Ratio>;
  /** the node whose whole name is shown, however far away one is */
  named?: string;
  magnification?: number;
  /** the node that Tab comes to; left out in a file, where nothing can be pressed */
  tabStop?: string;
  /** what a node is called for those who do not see it */
  labels?: Map<string, string>;
};

const MOST_FROM_AFAR = 3;
const nobody: Lit = { nodes: new Set(), edges: new Set(), spelled: new Set() };

/** Groups, lines, what is the matter with them, nodes: in this order on top of each other. */
export const MapDrawing = (props: MapDrawingProps) => {
  const { map, layout, colours, detail, chosen, focus, shares, named } = props;
  const { tabStop, labels, lit = nobody } = props;
  const still = labels === undefined;
  const isChosen = (kind: Chosen['kind'], id: string) =>
    chosen?.kind === kind && chosen.id === id;
  // From far away labels are larger than what is between them.
  const spells = detail !== 'far' || lit.spelled.size <= MOST_FROM_AFAR;
  const words = lit.spelled.size === 1 ? 'all' : 'rate';
  const edges = map.edges.filter(({ id }) => layout.edges[id]);
  return (
    <>
      {map.groups
        .filter(({ id }) => layout.groups[id])
        .map(group => (
          <DrawnBox
            key={group.id}
            group={group}
            rect={layout.groups[group.id]}
            colours={colours}
            detail={detail}
            still={still}
            tabbable={tabStop === group.id}
          />
        ))}
      <g>
        {edges.map(edge => (
          <DrawnEdge
            key={edge.id}
            edge={edge}
            shape={layout.edges[edge.id]}
            colours={colours}
            lit={lit.edges.has(edge.id)}
            chosen={isChosen('edge', edge.id)}
          />
        ))}
      </g>
      {map.nodes
        .filter(({ id }) => layout.nodes[id])
        .map(node => (
          <DrawnNode
            key={node.id}
            node={node}
            rect={layout.nodes[node.id]}
            colours={colours}
            detail={detail}
            label={labels?.get(node.id)}
            tabbable={tabStop === node.id}
            lit={lit.nodes.has(node.id)}
            chosen={isChosen('node', node.id)}
            focused={focus === node.id}
            share={shares?.get(node.id)}
          />
        ))}
      <g>
        {edges.map(edge => (
          <DrawnMarks
            key={edge.id}
            edge={edge}
            shape={layout.edges[edge.id]}
            colours={colours}
            detail={detail}
            lit={lit.edges.has(edge.id)}
            spelled={spells && lit.spelled.has(edge.id) ? words : undefined}
          />
        ))}
      </g>
      {named && detail === 'far' && layout.nodes[named] && (
        <WholeName
          node={map.nodes.find(({ id }) => id === named)!}
          rect={layout.nodes[named]}
          colours={colours}
          magnification={props.magnification ?? 1}
        />
      )}
    </>
  );
};

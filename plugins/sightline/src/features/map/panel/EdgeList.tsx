import { MapEdge } from '@sightline/backstage-plugin-sightline-common';
import { CallRate } from '../../../ui/CallRate';
import { plural } from '../../../ui/figures';
import { edgeLook } from '../graph/edgeLook';
import { MarkSign } from './MarkSign';
import { usePanelStyles } from './panelStyles';

type EdgeListProps = {
  title: string;
  edges: MapEdge[];
  /** the party at the other end */
  nameOf: (edge: MapEdge) => string;
  onChoose: (edge: MapEdge) => void;
};

/** Edges of a node, most calls first; each leads to what is known about it. */
export const EdgeList = ({ title, edges, nameOf, onChoose }: EdgeListProps) => {
  const classes = usePanelStyles();
  return (
    <>
      <h3 className={classes.section}>{plural(edges.length, title)}</h3>
      <ul className={classes.list}>
        {edges.map(edge => (
          <li key={edge.id} className={classes.row}>
            <button
              type="button"
              className={classes.press}
              onClick={() => onChoose(edge)}
            >
              <span className={classes.grows}>{nameOf(edge)}</span>
            </button>
            {edgeLook(edge).marks.map(mark => (
              <MarkSign key={mark.shape} mark={mark} />
            ))}
            <CallRate of={edge.figures} />
          </li>
        ))}
      </ul>
    </>
  );
};

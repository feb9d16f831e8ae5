import {
  CallMap,
  MapEdge,
  MapNode,
} from '@sightline/backstage-plugin-sightline-common';
import { VerdictBadge } from '../../../ui/drift/VerdictBadge';
import { plural } from '../../../ui/figures';
import { evidenceWords, protocolWords } from '../../../ui/callWords';
import { listed, modeWords } from '../edgeWords';
import { changeMark } from '../graph/edgeLook';
import { nodeName } from '../nodeWords';
import { Chosen } from '../mapQuery';
import { FiguresTable } from './FiguresTable';
import { MarkSign } from './MarkSign';
import { usePanelStyles } from './panelStyles';

type EdgePanelProps = {
  edge: MapEdge;
  map: Pick<CallMap, 'nodes'>;
  onChoose: (chosen: Chosen) => void;
};

/** All that is known about one edge. */
export const EdgePanel = ({ edge, map, onChoose }: EdgePanelProps) => {
  const classes = usePanelStyles();
  const change = changeMark(edge.change);
  const end = (id: string) => {
    const node = map.nodes.find((one: MapNode) => one.id === id);
    return (
      <button
        type="button"
        className={classes.press}
        onClick={() => onChoose({ kind: 'node', id })}
      >
        {nodeName(node, id)}
      </button>
    );
  };
  return (
    <>
      <dl className={classes.facts}>
        <dt>Caller</dt>
        <dd>{end(edge.from)}</dd>
        <dt>Callee</dt>
        <dd>{end(edge.to)}</dd>
        {change && (
          <>
            <dt>Change</dt>
            <dd>
              <MarkSign mark={change} spelled />
            </dd>
          </>
        )}
        {edge.verdict && (
          <>
            <dt>Verdict</dt>
            <dd>
              <VerdictBadge verdict={edge.verdict} />
            </dd>
          </>
        )}
        <dt>Mode</dt>
        <dd>{listed(edge.modes, modeWords)}</dd>
        <dt>Protocol</dt>
        <dd>{listed(edge.protocols, protocolWords)}</dd>
        <dt>Evidence</dt>
        <dd>{listed(edge.evidence, evidenceWords)}</dd>
        {edge.merged > 1 && (
          <>
            <dt>Stands for</dt>
            <dd>{plural(edge.merged, 'edge')} between members</dd>
          </>
        )}
      </dl>
      <FiguresTable
        of="Figures of this edge"
        figures={edge.figures}
        before={edge.before}
      />
    </>
  );
};

import {
  CallMap,
  MapEdge,
  MapNode,
} from '@sightline/backstage-plugin-sightline-common';
import { Button } from '../../../ui/Button';
import { EntityLink } from '../../../ui/EntityLink';
import { TierBadge } from '../../../ui/TierBadge';
import { whatIs } from '../../../ui/party/partyWords';
import { Chosen, MapQuery } from '../mapQuery';
import { fromNode, isParty, nodeName } from '../nodeWords';
import { serviceOf } from '../useImpact';
import { EdgeList } from './EdgeList';
import { usePanelStyles } from './panelStyles';

export type NodePanelProps = {
  node: MapNode;
  map: Pick<CallMap, 'nodes' | 'edges'>;
  query: MapQuery;
  onChoose: (chosen: Chosen) => void;
  onGo: (id: string) => void;
  onShow: (show: MapQuery['show']) => void;
};

const Facts = ({ node }: { node: MapNode }) => {
  const classes = usePanelStyles();
  return (
    <dl className={classes.facts}>
      <dt>What</dt>
      <dd>
        {isParty(node) ? whatIs(node) : `closed group, ${fromNode(node).note}`}
      </dd>
      {node.tier && (
        <>
          <dt>Tier</dt>
          <dd>
            <TierBadge tier={node.tier} />
          </dd>
        </>
      )}
      {node.owner && (
        <>
          <dt>Owner</dt>
          <dd>
            <EntityLink entityRef={node.owner.ref}>
              {node.owner.name}
            </EntityLink>
          </dd>
        </>
      )}
      {node.system && (
        <>
          <dt>System</dt>
          <dd>
            <EntityLink entityRef={node.system.ref}>
              {node.system.name}
            </EntityLink>
          </dd>
        </>
      )}
      {node.environments && node.environments.length > 0 && (
        <>
          <dt>Seen in</dt>
          <dd>{node.environments.join(', ')}</dd>
        </>
      )}
    </dl>
  );
};

const Actions = ({ node, query, onGo, onShow }: NodePanelProps) => {
  const classes = usePanelStyles();
  const service = serviceOf(node.id);
  const asking = (show: NonNullable<MapQuery['show']>, title: string) => (
    <Button
      variant={query.show === show ? 'contained' : 'outlined'}
      disableElevation
      aria-pressed={query.show === show}
      onClick={() => onShow(query.show === show ? undefined : show)}
    >
      {title}
    </Button>
  );
  return (
    <div className={classes.actions}>
      {(!isParty(node) || query.focus !== node.id) && (
        <Button variant="outlined" onClick={() => onGo(node.id)}>
          {isParty(node) ? 'Focus' : 'Open group'}
        </Button>
      )}
      {service && (
        <>
          {asking('blast', 'Blast radius')}
          {asking('suspects', 'Who may be to blame')}
        </>
      )}
    </div>
  );
};

/** Who a node is, what can be done with it, and whom it has to do with. */
export const NodePanel = (props: NodePanelProps) => {
  const { node, map, query, onChoose } = props;
  const nameOf = (id: string) =>
    nodeName(
      map.nodes.find(one => one.id === id),
      id,
    );
  const choose = ({ id }: MapEdge) => onChoose({ kind: 'edge', id });
  return (
    <>
      <Facts node={node} />
      <Actions {...props} />
      {!query.show && (
        <>
          <EdgeList
            title="caller"
            edges={map.edges.filter(({ to }) => to === node.id)}
            nameOf={({ from }) => nameOf(from)}
            onChoose={choose}
          />
          <EdgeList
            title="callee"
            edges={map.edges.filter(({ from }) => from === node.id)}
            nameOf={({ to }) => nameOf(to)}
            onChoose={choose}
          />
        </>
      )}
    </>
  );
};

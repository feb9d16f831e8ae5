import { useEffect, useId, useRef } from 'react';
import { Button } from '../../../ui/Button';
import { EntityLink } from '../../../ui/EntityLink';
import { nodeName } from '../nodeWords';
import { CallMapPage } from '../useCallMap';
import { AskedPart } from './AskedPart';
import { BlastPart } from './BlastPart';
import { EdgePanel } from './EdgePanel';
import { NodePanel } from './NodePanel';
import { SuspectsPart } from './SuspectsPart';
import { usePanelStyles } from './panelStyles';

type SidePanelProps = {
  page: CallMapPage;
  height?: number;
  /** stands below the map instead of beside it */
  below: boolean;
};

/** What is known about the node or edge that is looked at. */
export const SidePanel = ({ page, height, below }: SidePanelProps) => {
  const classes = usePanelStyles();
  const id = useId();
  const { query, answer, onChoose, onGo, onChange } = page;
  const { chosen } = query;
  const frame = useRef<HTMLElement>(null);
  const what = chosen?.id;
  useEffect(() => {
    if (below && what) {
      frame.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [below, what]);
  const map = answer.value?.map;
  if (!chosen || !map) {
    return null;
  }
  const node = map.nodes.find(one => one.id === chosen.id);
  const edge = map.edges.find(one => one.id === chosen.id);
  const nameOf = (one: string) =>
    nodeName(
      map.nodes.find(other => other.id === one),
      one,
    );
  const title = edge
    ? `${nameOf(edge.from)} → ${nameOf(edge.to)}`
    : nodeName(node, chosen.id);
  return (
    <aside
      ref={frame}
      className={classes.panel}
      style={{ maxHeight: height }}
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {node?.entity ? (
            <EntityLink entityRef={node.entity}>{title}</EntityLink>
          ) : (
            title
          )}
        </h2>
        <Button
          aria-label="Close"
          style={{ minWidth: 32 }}
          onClick={() => onChoose(undefined)}
        >
          ✕
        </Button>
      </div>
      {chosen.kind === 'edge' && edge && (
        <EdgePanel edge={edge} map={map} onChoose={onChoose} />
      )}
      {chosen.kind === 'node' && node && (
        <NodePanel
          node={node}
          map={map}
          query={query}
          onChoose={onChoose}
          onGo={onGo}
          onShow={show => onChange({ show }, { replace: true })}
        />
      )}
      {!node && !edge && (
        <>
          <p className={classes.note}>
            It is not on this map: it is in a closed group, made too few calls
            to be drawn, or made none in this window.
          </p>
          {chosen.kind === 'node' && (
            <Button variant="outlined" onClick={() => onGo(chosen.id)}>
              Focus
            </Button>
          )}
        </>
      )}
      <ImpactParts {...page} />
    </aside>
  );
};

const ImpactParts = ({ query, impact }: CallMapPage) => (
  <>
    {impact.service && query.show === 'blast' && (
      <AskedPart what="the blast radius" asked={impact.blast}>
        {blast => <BlastPart blast={blast} />}
      </AskedPart>
    )}
    {impact.service && query.show === 'suspects' && (
      <AskedPart what="the suspects" asked={impact.suspects}>
        {suspects => <SuspectsPart suspects={suspects} />}
      </AskedPart>
    )}
  </>
);

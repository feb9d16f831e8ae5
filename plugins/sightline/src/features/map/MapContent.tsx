import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme } from '@material-ui/core/styles';
import { useRef } from 'react';
import { useRoom } from '../../ui/grid/useRoom';
import { StateBadge } from '../../ui/state/StateBadge';
import { MapSkeleton } from './MapSkeleton';
import { MapGraph } from './graph/MapGraph';
import { MapLegend } from './graph/MapLegend';
import { useMapColours } from './graph/mapColours';
import { SidePanel } from './panel/SidePanel';
import { MapTable } from './table/MapTable';
import { CallMapPage } from './useCallMap';
import { useShown } from './useShown';

/** px below the drawing for the legend */
const LEGEND = 28;

/** The drawing or the table, and beside it what is looked at more closely. */
export const MapContent = (page: CallMapPage) => {
  const frame = useRef<HTMLDivElement>(null);
  const colours = useMapColours();
  const { answer, query, drawn, layoutProblem } = page;
  const room = useRoom(frame, LEGEND);
  // On a phone the page scrolls past the drawing, so some of it must be left to touch.
  const height =
    room.width < 600
      ? Math.min(room.height, 0.62 * window.innerHeight)
      : room.height;
  const isStacked = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const map = answer.value?.map;
  const asTable = useShown(query) === 'table' || layoutProblem !== undefined;
  return (
    <>
      <div ref={frame} style={{ minWidth: 0 }}>
        {layoutProblem !== undefined && (
          <StateBadge
            kind="warn"
            word="The drawing could not be laid out; here is the same as a table."
          />
        )}
        {asTable && map && <MapTable page={page} map={map} />}
        {!asTable && !drawn && <MapSkeleton height={height} />}
        {!asTable && drawn && (
          <>
            <MapGraph
              drawn={drawn}
              chosen={query.chosen}
              focus={
                drawn.arrangement.startsWith('focus') ? query.focus : undefined
              }
              shares={page.impact.shares}
              height={height}
              onChoose={page.onChoose}
              onGo={page.onGo}
            />
            <div style={{ minHeight: LEGEND, paddingTop: 6 }}>
              <MapLegend
                colours={colours}
                isCompared={drawn.map.compared !== undefined}
              />
            </div>
          </>
        )}
      </div>
      <SidePanel
        page={page}
        below={isStacked}
        height={isStacked ? undefined : height}
      />
    </>
  );
};

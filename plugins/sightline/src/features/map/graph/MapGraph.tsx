import { Ratio } from '@sightline/backstage-plugin-sightline-common';
import { KeyboardEvent, MouseEvent, useMemo, useRef, useState } from 'react';
import { plural } from '../../../ui/figures';
import { DrawnMap } from '../layout/useLayout';
import { Chosen } from '../mapQuery';
import { BOX_TITLE } from './DrawnBox';
import { useGraphStyles } from './graphStyles';
import { among, around } from './lit';
import { MapDrawing } from './MapDrawing';
import { nodeLabels } from './nodeLabels';
import { useFollowing } from './useFollowing';
import { stopOf, useGraphKeys } from './useGraphKeys';
import { useMapColours } from './mapColours';
import { usePointers } from './usePointers';
import { targetOf, useHover } from './useTargets';
import { useView } from './useView';

export type MapGraphProps = {
  drawn: DrawnMap;
  chosen?: Chosen;
  focus?: string;
  /** what of each node would fail */
  shares?: Map<string, Ratio>;
  height: number;
  onChoose: (chosen?: Chosen) => void;
  /** opens or closes a group, focuses a party */
  onGo: (id: string) => void;
};

/** The map as a drawing to walk about in, by mouse, by finger or by keyboard. */
export const MapGraph = (props: MapGraphProps) => {
  const { drawn, chosen, focus, shares, height, onChoose, onGo } = props;
  const { map, layout } = drawn;
  const classes = useGraphStyles();
  const colours = useMapColours();
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const content = useRef<SVGGElement>(null);
  const view = useView({ frame, picture, content });
  const [held, setHeld] = useState<string>();
  const [hasFocus, setHasFocus] = useState(false);
  const { hovered, ...hovering } = useHover();
  const { wasPulled } = usePointers(frame, view);

  const stops = useMemo(
    () => ({
      ...layout.nodes,
      ...Object.fromEntries(
        Object.entries(layout.groups).map(([id, rect]) => [
          id,
          { ...rect, height: BOX_TITLE },
        ]),
      ),
    }),
    [layout],
  );
  const active = held && stops[held] ? held : focus ?? Object.keys(stops)[0];
  const onFit = useFollowing(frame, view, { drawn, anchor: held, focus });
  const labels = useMemo(() => nodeLabels(map, shares), [map, shares]);

  const looked = useMemo<Chosen | undefined>(
    () =>
      hovered ?? (hasFocus && held ? { kind: 'node', id: held } : undefined),
    [hovered, hasFocus, held],
  );
  const lit = useMemo(() => {
    const one = looked ?? (shares ? undefined : chosen);
    if (one && (one.kind === 'edge' || layout.nodes[one.id])) {
      return around(map, one);
    }
    return shares && among(map, new Set(shares.keys()));
  }, [map, layout, looked, chosen, shares]);

  const { onKeyDown } = useGraphKeys({
    frame,
    view,
    stops,
    active,
    onFit,
    onGo,
    onChoose: id => onChoose({ kind: 'node', id }),
  });
  const onClick = (event: MouseEvent) => {
    const target = targetOf(event);
    if (wasPulled()) {
      return;
    }
    if (target?.kind === 'box' || target?.kind === 'go') {
      onGo(target.id);
    } else {
      onChoose(target as Chosen | undefined);
    }
  };
  const onDoubleClick = (event: MouseEvent) => {
    const target = targetOf(event);
    if (target?.kind === 'node') {
      onGo(target.id);
    }
  };
  const onFocus = (event: { target: EventTarget }) => {
    setHeld(stopOf(event.target as Element));
    // Focus that came by a click is no wish to have the rest step back for good.
    setHasFocus((event.target as Element).matches(':focus-visible'));
  };
  return (
    <div ref={frame} className={classes.frame} style={{ height }}>
      {/* The nodes inside are buttons; the drawing around them only passes on what happens to them. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        ref={picture}
        className={`${classes.drawing} ${classes.moving}`}
        role="group"
        aria-label={`Map: ${plural(map.nodes.length, 'node')}, ${plural(
          map.edges.length,
          'edge',
        )}. The table has the same content.`}
        data-faded={lit ? '' : undefined}
        onKeyDown={onKeyDown as (event: KeyboardEvent) => void}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onFocus={onFocus}
        onBlur={() => setHasFocus(false)}
        {...hovering}
      >
        <g ref={content}>
          <MapDrawing
            map={map}
            layout={layout}
            colours={colours}
            detail={view.detail}
            lit={lit}
            chosen={chosen}
            focus={focus}
            shares={shares}
            magnification={view.magnification()}
            named={looked?.kind === 'node' ? looked.id : undefined}
            tabStop={active}
            labels={labels}
          />
        </g>
      </svg>
      <div className={classes.controls}>
        <button
          type="button"
          aria-label="Zoom in"
          onClick={() => view.zoomBy(1.3)}
        >
          +
        </button>
        <button
          type="button"
          aria-label="Zoom out"
          onClick={() => view.zoomBy(1 / 1.3)}
        >
          −
        </button>
        <button
          type="button"
          aria-label="Show all of it"
          onClick={() => onFit()}
        >
          ⤢
        </button>
      </div>
    </div>
  );
};

import { KeyboardEvent, RefObject, useCallback } from 'react';
import { Rect } from '../engine/MapLayout';
import { isArrow, nodeInDirection } from './nodeInDirection';
import { ViewMoves } from './useView';

const ZOOM = 1.3;
const PAN = 80;

const pans: Record<string, [number, number]> = {
  ArrowLeft: [PAN, 0],
  ArrowRight: [-PAN, 0],
  ArrowUp: [0, PAN],
  ArrowDown: [0, -PAN],
};

/** The node or group that an element of the drawing belongs to. */
export const stopOf = (element: Element): string | undefined => {
  const stop = element.closest<SVGElement>('[data-node],[data-box]');
  return stop?.dataset.node ?? stop?.dataset.box;
};

type GraphKeysOptions = {
  frame: RefObject<HTMLElement>;
  view: ViewMoves;
  /** everything that can have the keyboard, and where it stands */
  stops: Record<string, Rect>;
  active?: string;
  onFit: () => void;
  /** Enter: opens a group, focuses a party */
  onGo: (id: string) => void;
  /** the space bar: looks at it more closely */
  onChoose: (id: string) => void;
};

/** Arrows go from node to node, with Shift they move the view; the rest is as on a map. */
export function useGraphKeys(options: GraphKeysOptions) {
  const { frame, view, stops, active, onFit, onGo, onChoose } = options;

  const focus = useCallback(
    (id: string) => {
      const all = frame.current?.querySelectorAll<SVGElement>('[role=button]');
      const node = [...(all ?? [])].find(one => stopOf(one) === id);
      node?.focus({ preventScroll: true });
      view.bringIn(stops[id]);
    },
    [frame, view, stops],
  );

  const zooms: Record<string, () => void> = {
    '+': () => view.zoomBy(ZOOM),
    '=': () => view.zoomBy(ZOOM),
    '-': () => view.zoomBy(1 / ZOOM),
    '0': onFit,
  };

  const act = ({ key, shiftKey, target }: KeyboardEvent): boolean => {
    const here = stopOf(target as Element);
    if (isArrow(key) && shiftKey) {
      view.panBy(...pans[key]);
      return true;
    }
    if (isArrow(key)) {
      const next = here ? nodeInDirection(stops, here, key) : active;
      if (next) {
        focus(next);
      }
      return true;
    }
    if (Object.hasOwn(zooms, key)) {
      zooms[key]();
      return true;
    }
    const press = { Enter: onGo, ' ': onChoose }[key];
    if (press && here) {
      press(here);
    }
    return Boolean(press && here);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && act(event)) {
      event.preventDefault();
    }
  };
  return { onKeyDown };
}

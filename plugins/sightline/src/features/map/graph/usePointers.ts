import { RefObject, useEffect, useRef } from 'react';
import { Point } from '../engine/MapLayout';
import { ViewMoves } from './useView';

/** px a finger may tremble before a press becomes a pull */
const TREMBLE = 4;
/** Lines and pages of a wheel, in px. */
const WHEEL_UNITS = [1, 16, 400];

const wheelFactor = (event: WheelEvent) => {
  const px = event.deltaY * WHEEL_UNITS[event.deltaMode];
  // A pinch on a touch pad arrives as a wheel with Ctrl, in smaller steps.
  return Math.exp(-px * (event.ctrlKey ? 0.01 : 0.0016));
};

const apart = ([one, other]: Point[]) =>
  Math.hypot(one.x - other.x, one.y - other.y);
const between = ([one, other]: Point[]): Point => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
});

/**
 * Pulls and zooms by mouse, touch pad and fingers. `wasPulled` says of a click
 * that it only ended a pull.
 */
export function usePointers(
  frame: RefObject<HTMLElement>,
  { panBy, zoomBy }: Pick<ViewMoves, 'panBy' | 'zoomBy'>,
) {
  const pulled = useRef(false);

  useEffect(() => {
    const node = frame.current;
    if (!node) {
      return undefined;
    }
    const fingers = new Map<number, Point>();
    let begin: Point = { x: 0, y: 0 };
    const at = (event: MouseEvent): Point => {
      const { left, top } = node.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      zoomBy(wheelFactor(event), at(event));
    };
    const down = (event: PointerEvent) => {
      if (event.button > 0) {
        return;
      }
      fingers.set(event.pointerId, at(event));
      if (fingers.size === 1) {
        begin = at(event);
        pulled.current = false;
      }
    };
    const move = (event: PointerEvent) => {
      const was = fingers.get(event.pointerId);
      if (!was) {
        return;
      }
      const before = [...fingers.values()];
      const is = at(event);
      if (
        !pulled.current &&
        Math.hypot(is.x - begin.x, is.y - begin.y) < TREMBLE
      ) {
        return;
      }
      if (!pulled.current) {
        pulled.current = true;
        node.setPointerCapture?.(event.pointerId);
      }
      fingers.set(event.pointerId, is);
      const after = [...fingers.values()];
      if (fingers.size === 2) {
        zoomBy(apart(after) / Math.max(1, apart(before)), between(after));
      }
      panBy((is.x - was.x) / fingers.size, (is.y - was.y) / fingers.size);
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);

    // React listens passively to wheels, and then the page would scroll along.
    node.addEventListener('wheel', wheel, { passive: false });
    node.addEventListener('pointerdown', down);
    node.addEventListener('pointermove', move);
    node.addEventListener('pointerup', up);
    node.addEventListener('pointercancel', up);
    return () => {
      node.removeEventListener('wheel', wheel);
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('pointermove', move);
      node.removeEventListener('pointerup', up);
      node.removeEventListener('pointercancel', up);
    };
  }, [frame, panBy, zoomBy]);

  return { wasPulled: () => pulled.current };
}

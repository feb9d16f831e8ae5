import { KeyboardEvent, PointerEvent, useState } from 'react';
import { Stretch, middleOf } from './ChartPoint';
import { TimePlot } from './timePlot';

const PAGE = 10;

const nearest = (points: Stretch[], at: number) => {
  const distance = (point: Stretch) => Math.abs(middleOf(point) - at);
  let best = 0;
  points.forEach((point, index) => {
    if (distance(point) < distance(points[best])) {
      best = index;
    }
  });
  return best;
};

/** Which point is read, by pointer or by keyboard. */
export function useChartCursor(points: Stretch[], plot: TimePlot) {
  const [wanted, setWanted] = useState<number>();
  const last = points.length - 1;
  const index =
    wanted === undefined || last < 0 ? undefined : Math.min(wanted, last);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = index ?? last;
    const moves: Record<string, number> = {
      ArrowLeft: index === undefined ? last : from - 1,
      ArrowRight: index === undefined ? last : from + 1,
      ArrowDown: from - 1,
      ArrowUp: from + 1,
      PageDown: from - PAGE,
      PageUp: from + PAGE,
      Home: 0,
      End: last,
    };
    if (last >= 0 && Object.hasOwn(moves, event.key)) {
      event.preventDefault();
      setWanted(Math.max(0, Math.min(last, moves[event.key])));
    }
  };
  const onPointerMove = (event: PointerEvent) => {
    if (last >= 0) {
      const { left } = event.currentTarget.getBoundingClientRect();
      setWanted(nearest(points, plot.at(event.clientX - left)));
    }
  };
  const stop = () => setWanted(undefined);
  return {
    index,
    handlers: {
      onKeyDown,
      onPointerMove,
      onPointerDown: onPointerMove,
      onPointerLeave: stop,
      onBlur: stop,
    },
  };
}

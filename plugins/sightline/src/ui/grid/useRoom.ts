import { RefObject, useLayoutEffect, useState } from 'react';

/** px kept free below, so that the page itself never scrolls */
const BELOW = 16;
const LEAST = 260;

/** How wide an element is, and how high it may be to end at the window's bottom. */
export function useRoom(element: RefObject<HTMLElement>, foot = 0) {
  const [room, setRoom] = useState({ width: 1200, height: 600 });

  useLayoutEffect(() => {
    const measure = () => {
      const node = element.current;
      if (!node) {
        return;
      }
      const { top } = node.getBoundingClientRect();
      const below = window.innerHeight - Math.max(0, top) - BELOW - foot;
      const next = { width: node.offsetWidth, height: Math.max(LEAST, below) };
      setRoom(was =>
        was.width === next.width && was.height === next.height ? was : next,
      );
    };
    measure();
    const observer =
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver(measure);
    // What stands above may wrap onto a new line and push it down: then one of
    // those around it changes its size.
    for (
      let node: HTMLElement | null = element.current;
      node;
      node = node.parentElement
    ) {
      observer?.observe(node);
    }
    window.addEventListener('resize', measure);
    return () => {
      observer?.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [element, foot]);

  return room;
}

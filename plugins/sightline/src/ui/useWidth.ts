import { RefObject, useLayoutEffect, useState } from 'react';

/** How wide an element is, before it is painted for the first time and ever after. */
export function useWidth(element: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(1_200);

  useLayoutEffect(() => {
    const node = element.current;
    if (!node) {
      return undefined;
    }
    const measure = () => setWidth(node.clientWidth);
    measure();
    const observer =
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver(measure);
    observer?.observe(node);
    return () => observer?.disconnect();
  }, [element]);

  return width;
}

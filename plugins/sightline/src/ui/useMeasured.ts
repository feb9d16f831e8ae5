import { RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A length of an element, before it is painted for the first time and ever after. */
export function useMeasured(
  element: RefObject<HTMLElement>,
  read: (node: HTMLElement) => number,
  atFirst: number,
): number {
  const [length, setLength] = useState(atFirst);
  const latest = useRef(read);
  latest.current = read;

  useLayoutEffect(() => {
    const node = element.current;
    if (!node) {
      return undefined;
    }
    const measure = () => setLength(latest.current(node));
    measure();
    const observer =
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver(measure);
    observer?.observe(node);
    return () => observer?.disconnect();
  }, [element]);

  return length;
}

import { RefObject, useEffect, useRef, useState } from 'react';
import { ShownHop } from './shownHops';

/** Which row has the keyboard: by its key, since folding moves rows about. */
export function useActiveHop(
  rows: ShownHop[],
  pointed: string | undefined,
  frame: RefObject<HTMLElement>,
) {
  const [wanted, setWanted] = useState(pointed);
  const last = useRef(0);
  const found = rows.findIndex(({ node }) => node.key === wanted);
  // Where its row went away, the keyboard stays at the same height.
  const at = found < 0 ? Math.min(last.current, rows.length - 1) : found;

  useEffect(() => {
    last.current = Math.max(0, at);
  }, [at]);
  useEffect(() => setWanted(was => pointed ?? was), [pointed]);

  // What the keyboard points at must be in sight; a tree just opened stays put.
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || wanted !== undefined) {
      frame.current?.querySelector('[data-active=true]')?.scrollIntoView?.({
        // What a link points at wants to be seen with what is around it.
        block: wanted === pointed ? 'center' : 'nearest',
      });
    }
    opened.current = true;
  }, [at, wanted, pointed, frame]);
  return [Math.max(0, at), setWanted] as const;
}

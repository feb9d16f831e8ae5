import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What is folded open: part of the view, so part of the URL. */
export type OpenParts = {
  isOpen: (part: string) => boolean;
  toggle: (part: string) => void;
};

const MOST = 30;

export function useOpenParts(): OpenParts {
  const [params, setParams] = useSearchParams();
  const open = useMemo(() => new Set(params.getAll('open')), [params]);
  const isOpen = useCallback((part: string) => open.has(part), [open]);
  const toggle = useCallback(
    (part: string) =>
      setParams(
        was => {
          const next = new URLSearchParams(was);
          const parts = new Set(next.getAll('open'));
          next.delete('open');
          if (!parts.delete(part)) {
            parts.add(part);
          }
          [...parts].slice(-MOST).forEach(one => next.append('open', one));
          return next;
        },
        // Folding is no step that Back should undo.
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return { isOpen, toggle };
}

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { RangeChoice, UNSAID, parseRange } from './charts/range';

/** Which objective is looked at, and which part of its past; in the URL alone. */
export type SloView = {
  /** its name; undefined: the worst */
  objective?: string;
  range: RangeChoice;
  onRange: (range: RangeChoice) => void;
  /** where another objective is looked at, everything else as it is */
  hrefOf: (objective: string) => string;
};

export function useSloView(): SloView {
  const [params, setParams] = useSearchParams();
  const onRange = useCallback(
    (range: RangeChoice) =>
      setParams(
        was => {
          const next = new URLSearchParams(was);
          next.delete('range');
          if (range !== UNSAID) {
            next.set('range', range);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const hrefOf = useCallback(
    (objective: string) => {
      const next = new URLSearchParams(params);
      next.set('objective', objective);
      return `?${next}`;
    },
    [params],
  );
  return useMemo(
    () => ({
      objective: params.get('objective') ?? undefined,
      range: parseRange(params.get('range')),
      onRange,
      hrefOf,
    }),
    [params, onRange, hrefOf],
  );
}

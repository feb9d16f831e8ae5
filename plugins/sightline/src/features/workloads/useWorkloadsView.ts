import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Which workload is looked at; in the URL alone. */
export type WorkloadsView = {
  /** its id; undefined: the worst */
  workload?: string;
  /** where another one is looked at, everything else as it is */
  hrefOf: (id: string) => string;
};

export function useWorkloadsView(): WorkloadsView {
  const [params] = useSearchParams();
  const hrefOf = useCallback(
    (id: string) => {
      const next = new URLSearchParams(params);
      next.set('workload', id);
      return `?${next}`;
    },
    [params],
  );
  return useMemo(
    () => ({ workload: params.get('workload') ?? undefined, hrefOf }),
    [params, hrefOf],
  );
}

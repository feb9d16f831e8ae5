import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { formatLookupQuery, parseLookupQuery } from './engine/lookupQuery';
import { useRecent } from './memory/useMemory';
import { useLookup } from './useLookup';

/** The URL holds the view; typing replaces, or Back would go through every letter. */
function useLookupQuery() {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseLookupQuery(params), [params]);
  const onSearch = useCallback(
    (q: string) =>
      setParams(was => formatLookupQuery({ q }, was), { replace: true }),
    [setParams],
  );
  const onOpen = useCallback(
    (service: string) =>
      setParams(
        was => formatLookupQuery({ ...parseLookupQuery(was), service }, was),
        { replace: true },
      ),
    [setParams],
  );
  const hrefOf = useCallback(
    (service: string) =>
      `?${formatLookupQuery({ ...parseLookupQuery(params), service }, params)}`,
    [params],
  );
  const hrefOfSearch = useCallback(
    (q: string) => `?${formatLookupQuery({ q }, params)}`,
    [params],
  );
  return { ...query, onSearch, onOpen, hrefOf, hrefOfSearch };
}

export type LookupPageProps = ReturnType<typeof useLookupPage>;

/** All that the page shows and does. */
export function useLookupPage() {
  const { service, onSearch, onOpen, ...query } = useLookupQuery();
  const { q } = query;
  const asked = useLookup(q);
  const { recent, visited, forget } = useRecent();
  // A link is meant as it is; what is being typed is not yet.
  const [isSettled, settle] = useState(true);

  const matches = asked.value?.matches ?? [];
  const opened = matches.find(one => one.service === service) ?? matches.at(0);
  const isFound = asked.state === 'ok' && q !== '' && opened !== undefined;
  const title = opened?.title;
  useEffect(() => {
    if (isSettled && isFound) visited({ q, name: title });
  }, [isSettled, isFound, q, title, visited]);

  const onStep = (step: 1 | -1) => {
    const at = matches.findIndex(one => one.service === opened?.service);
    const next = matches.at((at + step) % matches.length);
    if (next) onOpen(next.service);
  };
  return {
    ...{ ...query, asked, opened, recent, onStep },
    onSearch: (next: string) => {
      settle(false);
      onSearch(next);
    },
    onSettled: () => settle(true),
    onForget: forget,
  };
}

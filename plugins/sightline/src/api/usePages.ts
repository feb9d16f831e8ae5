import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AskPage, Page, Pages, PagesPicture } from './Pages';
import { Problem } from './Problem';
import { AskState } from './useAsk';
import { useRevisit } from './useRevisit';

/** Further down than this a list is not asked for anew by itself: each page is a request. */
const REFRESHED_ROWS = 1_000;

/** @public */
export type AskedPages<P, Row> = {
  state: AskState;
  rows: Row[];
  total: number;
  /** what else the first page says */
  first?: P;
  since?: Instant;
  problem?: Problem;
  busy: boolean;
  /** tells which row somebody looks at */
  need: (index: number) => void;
  retry: () => void;
};

type Held<P> = Partial<PagesPicture<P>> & { key?: string; pages: P[] };

/** `useAsk` for a list behind a cursor; the last list stays until the next has rows. */
export function usePages<Row, P extends Page<Row>>(
  key: string,
  ask: AskPage<P>,
  { every }: { every?: Millis } = {},
): AskedPages<P, Row> {
  const [held, setHeld] = useState<Held<P>>({ pages: [] });
  const latest = useRef(ask);
  latest.current = ask;
  const current = useRef<Pages<P>>();
  const looking = useRef(0);

  useEffect(() => {
    const asking = latest.current;
    const pages = new Pages<P>(asking, picture =>
      setHeld(was => {
        const same = was.key === key;
        const waits = !same && picture.pages.length === 0 && !picture.problem;
        return waits
          ? { ...was, busy: true, problem: undefined }
          : { since: same ? was.since : undefined, ...picture, key };
      }),
    );
    current.current = pages;
    looking.current = 0;
    pages.need(0);
    return () => pages.stop();
  }, [key]);

  const need = useCallback((index: number) => {
    looking.current = index;
    current.current?.need(index);
  }, []);
  const retry = useCallback(
    () => current.current?.refresh(looking.current),
    [],
  );
  useRevisit({
    every,
    onRevisit: () => looking.current < REFRESHED_ROWS && retry(),
  });

  const rows = useMemo(
    () => held.pages.flatMap(page => page.items),
    [held.pages],
  );
  const own = held.key === key;
  return {
    state: stateOf(held, own),
    rows,
    total: held.pages[held.pages.length - 1]?.total ?? 0,
    first: held.pages[0],
    since: held.since,
    problem: own ? held.problem : undefined,
    busy: !own || (held.busy ?? true),
    need,
    retry,
  };
}

function stateOf<P>(held: Held<P>, own: boolean): AskState {
  if (held.pages.length === 0) {
    return own && held.problem && !held.busy ? 'failed' : 'loading';
  }
  return own && !held.problem ? 'ok' : 'stale';
}

import { useApi } from '@backstage/core-plugin-api';
import {
  Alias,
  AliasState,
  ServiceRef,
  aliasManagePermission,
} from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { AliasesPage, sightlineApiRef, useDenied, usePages } from '../../api';
import { Verb } from './decisions';
import { useDecisions } from './useDecisions';
import { useSelection } from './useSelection';

const PAGE = 100;
const MAY_NOT =
  'Your organisation’s policy does not let you decide about names.';

export const nameViews = {
  decide: { title: 'To decide', states: ['suggested', 'unmatched'] },
  taken: { title: 'In use', states: ['annotated', 'accepted', 'matched'] },
  rejected: { title: 'Rejected', states: ['rejected'] },
  all: { title: 'All', states: [] },
} satisfies Record<string, { title: string; states: AliasState[] }>;

export type NameView = keyof typeof nameViews;

const viewIn = (params: URLSearchParams): NameView => {
  const asked = params.get('names') ?? '';
  return Object.hasOwn(nameViews, asked) ? (asked as NameView) : 'decide';
};

/** Outside names, what they are taken to mean, and decisions about that. */
export function useNames() {
  const api = useApi(sightlineApiRef);
  const denied = useDenied(aliasManagePermission);
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ServiceRef>>(
    new Map(),
  );
  const decisions = useDecisions(chosen);

  const view = viewIn(params);
  const q = params.get('q') ?? '';
  const source = params.get('source') ?? undefined;
  const query = {
    state: nameViews[view].states,
    q: q.trim() || undefined,
    source,
  };
  const names = usePages<Alias, AliasesPage>(
    JSON.stringify(query),
    (cursor, options) =>
      api.getAliases(
        {
          ...query,
          state: query.state.length ? query.state : undefined,
          cursor,
          limit: PAGE,
        },
        options,
      ),
  );
  const rows = decisions.withDecisions(names.rows);
  const selection = useSelection(rows);

  const set = (name: string, value: string, replace = false) =>
    setParams(
      was => {
        const next = new URLSearchParams(was);
        next.delete(name);
        if (value) {
          next.set(name, value);
        }
        return next;
      },
      { replace },
    );

  return {
    names: { ...names, rows },
    view,
    q,
    source,
    selection,
    chosen,
    notice: decisions.notice,
    onCloseNotice: decisions.onCloseNotice,
    forbidden: denied ? MAY_NOT : undefined,
    onView: (next: string) => {
      decisions.forget();
      selection.clear();
      set('names', next === 'decide' ? '' : next);
    },
    onText: (text: string) => set('q', text, true),
    onAllSources: () => set('source', ''),
    onChoose: (alias: Alias, service: ServiceRef) =>
      setChosen(was => new Map(was).set(alias.id, service)),
    onDecide: (aliases: Alias[], verb: Verb) => {
      selection.clear();
      return decisions.decide(aliases, verb);
    },
  };
}

export type Names = ReturnType<typeof useNames>;

import { useApi } from '@backstage/core-plugin-api';
import {
  SourceRun,
  sourceRefreshPermission,
} from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import { Problem, sightlineApiRef, useDenied } from '../../api';
import { duration } from '../../ui/figures';

type Try = { busy: boolean; words?: string };

export type Refreshing = {
  of: (id: string) => Try;
  /** why nobody but others may, if so */
  forbidden?: string;
  onRefresh: (id: string) => void;
};

const MAY_NOT = 'Your organisation’s policy does not let you ask a source now.';

const wordsOf = ({ outcome, took, fault, notes }: SourceRun): string => {
  if (outcome === 'ok') {
    return `Answered completely, after ${duration(took)}.`;
  }
  const why = fault?.words ?? notes.join('; ');
  return outcome === 'partial'
    ? `Answered in part: ${why}`
    : `It failed: ${why}`;
};

/** "Refresh now", with how it went, source by source. */
export function useRefreshing(onDone: () => void): Refreshing {
  const api = useApi(sightlineApiRef);
  const denied = useDenied(sourceRefreshPermission);
  const [tries, setTries] = useState<Record<string, Try>>({});
  const [refused, setRefused] = useState(false);

  const note = (id: string, what: Try) =>
    setTries(was => ({ ...was, [id]: what }));

  const onRefresh = async (id: string) => {
    note(id, { busy: true });
    try {
      const run = await api.refreshSource(id);
      note(id, { busy: false, words: wordsOf(run) });
      onDone();
    } catch (error) {
      const { kind, message } = error as Problem;
      setRefused(kind === 'forbidden');
      note(id, {
        busy: false,
        words: kind === 'forbidden' ? undefined : message,
      });
    }
  };

  return {
    of: id => tries[id] ?? { busy: false },
    forbidden: denied || refused ? MAY_NOT : undefined,
    onRefresh,
  };
}

import { useApi } from '@backstage/core-plugin-api';
import {
  onCallOverridePermission,
  OnCallNow,
} from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import {
  OverrideWanted,
  Problem,
  sightlineApiRef,
  useDenied,
} from '../../../api';

/** How it went, and what can be done about it. */
export type Notice = {
  words: string;
  failed?: boolean;
  undo?: () => void;
};

const wordsOf = (error: unknown): string =>
  error instanceof Problem ? error.message : 'It could not be changed.';

/** Puts somebody else on call, and takes that back. */
export function useOverrides(now: OnCallNow, onChanged: () => void) {
  const api = useApi(sightlineApiRef);
  const denied = useDenied(onCallOverridePermission);
  const [notice, setNotice] = useState<Notice>();
  const [busy, setBusy] = useState(false);
  const team = now.team.ref;

  const end = async (id: string) => {
    setBusy(true);
    try {
      await api.endOverride(team, id);
      setNotice({ words: 'The rotation holds again' });
      onChanged();
    } catch (error) {
      setNotice({ words: wordsOf(error), failed: true });
    } finally {
      setBusy(false);
    }
  };
  /** undefined: it is done; else why not, for the form to say */
  const make = async (wanted: OverrideWanted): Promise<string | undefined> => {
    setBusy(true);
    try {
      const { id, user } = await api.makeOverride(team, wanted);
      const name = user.replace(/^user:[^/]*\//, '');
      setNotice({ words: `${name} takes over`, undo: () => end(id) });
      onChanged();
      return undefined;
    } catch (error) {
      return wordsOf(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    /** only rotations in YAML can be overridden here */
    allowed: now.origin.kind === 'rotation' && !denied,
    ...{ busy, notice, make, end },
    dismiss: () => setNotice(undefined),
  };
}

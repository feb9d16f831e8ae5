import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useState } from 'react';
import { LookupMemory, Recent } from './LookupMemory';

/** Who is unknown leaves nothing behind for the next one. */
const keepsNothing = {
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
};

/** The reader's own memory; who reads is asked once it is needed. */
export function useMemory(): () => Promise<LookupMemory> {
  const identity = useApi(identityApiRef);
  return useCallback(async () => {
    try {
      const { userEntityRef: owner } = await identity.getBackstageIdentity();
      return new LookupMemory({ owner, shelf: window.localStorage });
    } catch {
      return new LookupMemory({ owner: '', shelf: keepsNothing });
    }
  }, [identity]);
}

/** What was looked for lately, and how to add to it. */
export function useRecent() {
  const memory = useMemory();
  const [recent, setRecent] = useState<Recent[]>([]);
  const look = useCallback(
    async (change?: (memory: LookupMemory) => void) => {
      const mine = await memory();
      change?.(mine);
      setRecent(mine.recent());
    },
    [memory],
  );
  useEffect(() => {
    look().catch(() => setRecent([]));
  }, [look]);
  return {
    recent,
    visited: useCallback((one: Recent) => look(m => m.visited(one)), [look]),
    forget: useCallback(() => look(m => m.forget()), [look]),
  };
}

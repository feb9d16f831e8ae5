import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { Problem, isAbort, toProblem } from './Problem';
import { AskOptions } from './SightlineApi';
import { useRevisit } from './useRevisit';

/**
 * - `loading`: nothing to show yet
 * - `ok`: the value answers the question that is asked now
 * - `stale`: the value is the last good one; a newer is on its way, or `problem` says why not
 * - `failed`: there is no value, and `problem` says why
 */
export type AskState = 'loading' | 'ok' | 'stale' | 'failed';

/** @public */
export type Asked<T> = {
  state: AskState;
  value?: T;
  /** when the value was received */
  since?: Instant;
  problem?: Problem;
  busy: boolean;
  retry: () => void;
};

type Settings = {
  /** ask again after this long while somebody looks */
  every?: Millis;
  /** false where the last question's value would mislead, as another service's dossier */
  keep?: boolean;
};

type Held<T> = {
  key: string;
  /** what the value is: this question's answer, one from memory, or the last question's */
  shown: 'nothing' | 'answer' | 'remembered' | 'previous';
  value?: T;
  since?: Instant;
  problem?: Problem;
  busy: boolean;
};

type Step<T> =
  | { type: 'asked'; key: string; keep: boolean }
  | { type: 'earlier'; value: T; since: Instant }
  | { type: 'answered'; value: T; since: Instant }
  | { type: 'failed'; problem: Problem };

const nothing = (key: string): Held<never> => ({
  key,
  shown: 'nothing',
  busy: true,
});

function asked<T>(held: Held<T>, key: string, keep: boolean): Held<T> {
  if (key === held.key) {
    return { ...held, busy: true };
  }
  return keep && held.shown !== 'nothing'
    ? { ...held, key, shown: 'previous', busy: true, problem: undefined }
    : nothing(key);
}

function step<T>(held: Held<T>, action: Step<T>): Held<T> {
  const { key } = held;
  switch (action.type) {
    case 'asked':
      return asked(held, action.key, action.keep);
    case 'earlier':
      return { ...held, ...action, shown: 'remembered' };
    case 'answered':
      return { ...action, key, shown: 'answer', busy: false };
    default: {
      // Another question's value must not stand beside this question's problem.
      const own = held.shown === 'answer' || held.shown === 'remembered';
      const left = own ? held : nothing(key);
      return { ...left, busy: false, problem: action.problem };
    }
  }
}

function stateOf<T>({ shown, problem, busy }: Held<T>): AskState {
  if (shown === 'nothing') {
    return problem && !busy ? 'failed' : 'loading';
  }
  return problem || shown !== 'answer' ? 'stale' : 'ok';
}

/**
 * Asks when `key` changes, on an interval, and when the reader comes back.
 * An answer that comes after the question changed is thrown away.
 */
export function useAsk<T>(
  key: string,
  ask: (options: AskOptions<T>) => Promise<T>,
  { every, keep = true }: Settings = {},
): Asked<T> {
  const [held, dispatch] = useReducer(step<T>, nothing(key));
  const [turn, again] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(ask);
  latest.current = ask;
  const lastKey = useRef<string>();

  useEffect(() => {
    const controller = new AbortController();
    const unless = (action: Step<T>) =>
      controller.signal.aborted || dispatch(action);
    const fresh = lastKey.current === key && turn > 0;
    lastKey.current = key;
    dispatch({ type: 'asked', key, keep });
    latest
      .current({
        signal: controller.signal,
        fresh,
        earlier: (value, since) => unless({ type: 'earlier', value, since }),
      })
      .then(
        value => {
          unless({ type: 'answered', value, since: Date.now() });
        },
        error =>
          isAbort(error) ||
          unless({ type: 'failed', problem: toProblem(error) }),
      );
    return () => controller.abort();
  }, [key, keep, turn]);

  useRevisit({ every, onRevisit: again });
  const retry = useCallback(() => again(), []);

  // Between a new key and its effect one render passes: it is loading already.
  const now = held.key === key ? held : asked(held, key, keep);
  return {
    state: stateOf(now),
    value: now.value,
    since: now.since,
    problem: now.problem,
    busy: now.busy,
    retry,
  };
}

import { useApi } from '@backstage/core-plugin-api';
import { Alias } from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import { Problem, sightlineApiRef } from '../../api';
import { plural } from '../../ui/figures';
import {
  Chosen,
  Verb,
  decidable,
  decisionFor,
  expected,
  inTurns,
} from './decisions';

export type Notice = {
  failed: boolean;
  words: string;
  action?: { label: string; onClick: () => void };
};

const done: Record<Verb, string> = {
  accept: 'accepted',
  reject: 'rejected',
  undo: 'open for a decision again',
};

const leftAlone = (skipped: number) =>
  skipped
    ? ` ${plural(skipped, 'name')} left alone: nothing to decide there.`
    : '';

/**
 * Decides about names: shown at once, saved a moment later, taken back when it
 * could not be saved. What was decided stays in its row until the list is asked
 * anew, so that nothing jumps and Undo is where the eye is.
 */
export function useDecisions(chosen: Chosen) {
  const api = useApi(sightlineApiRef);
  const [overlay, setOverlay] = useState<ReadonlyMap<string, Alias>>(new Map());
  const [notice, setNotice] = useState<Notice>();

  const show = (aliases: Alias[]) =>
    setOverlay(
      was =>
        new Map([...was, ...aliases.map(alias => [alias.id, alias] as const)]),
    );

  const save = async (aliases: Alias[], verb: Verb) => {
    let saved = 0;
    show(aliases.map(alias => expected(alias, verb, chosen)));
    for (const turn of inTurns(aliases)) {
      try {
        show(
          await api.decideAliases(
            turn.map(alias => decisionFor(alias, verb, chosen)),
          ),
        );
        saved += turn.length;
      } catch (error) {
        show(aliases.slice(saved));
        return { saved, problem: error as Problem };
      }
    }
    return { saved };
  };

  const decide = async (aliases: Alias[], verb: Verb) => {
    const meant = decidable(aliases, verb, chosen);
    const skipped = aliases.length - meant.length;
    if (meant.length === 0) {
      setNotice({
        failed: true,
        words: `Nothing was changed.${leftAlone(skipped)}`,
      });
      return;
    }
    setNotice(undefined);
    const { saved, problem } = await save(meant, verb);
    if (problem) {
      const rest = meant.slice(saved);
      const words = `${saved ? `${saved} of ` : 'None of '}${plural(
        meant.length,
        'decision',
      )} saved. ${problem.message}`;
      const again = { label: 'Try again', onClick: () => decide(rest, verb) };
      setNotice({
        failed: true,
        words,
        action: problem.kind === 'forbidden' ? undefined : again,
      });
      return;
    }
    const undo = {
      label: 'Undo',
      onClick: () =>
        decide(
          meant.map(alias => expected(alias, verb, chosen)),
          'undo',
        ),
    };
    setNotice({
      failed: false,
      words: `${plural(meant.length, 'name')} ${done[verb]}.${leftAlone(
        skipped,
      )}`,
      action: verb === 'undo' ? undefined : undo,
    });
  };

  return {
    notice,
    decide,
    onCloseNotice: () => setNotice(undefined),
    /** the names as they are now, for the reader */
    withDecisions: (aliases: Alias[]) =>
      aliases.map(alias => overlay.get(alias.id) ?? alias),
    forget: () => setOverlay(new Map()),
  };
}

import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { PromQuestions } from '@sightline/backstage-plugin-sightline-node';
import { Round } from './createRound';
import { firstDataQuestion, Look, stepOf } from './firstData';
import { grouped } from './engine/grouped';

type Presence = Pick<PromQuestions, 'presence' | 'labels'>;
type Wanted = { presence: Presence; window: Millis };
type Kept = { look?: Look; triedAt: Instant };

const lookAgain: Millis = 3_600_000;
/** Looking costs as much as the longest window does; the others have their turn next round. */
const looksARound = 20;
const keptAtMost = 5_000;

const keyOf = ({ presence, labels }: Presence) =>
  JSON.stringify([presence, labels]);

/**
 * Since when there are data: looked for once an hour for each kind of question,
 * because that has to read a whole window, and changes little.
 */
export const createFirstLooks = () => {
  const kept = new Map<string, Kept>();

  const isDue = ({ look, triedAt }: Kept, at: Instant, from: Instant) =>
    at - triedAt >= lookAgain ||
    (look && (look.first.size === 0 || from < look.from - look.step));

  const askFor = async (
    round: Round,
    presence: Presence,
    window: Millis,
  ): Promise<{ look?: Look; problem?: string }> => {
    const { at } = round;
    const { labels } = presence;
    const answer = await round.ask(firstDataQuestion(presence, window), {
      key: labels.join(),
      read: series => grouped(series, labels),
    });
    return answer.outcome === 'ok'
      ? {
          look: {
            ...{ at, from: at - window, step: stepOf(window) },
            first: answer.value,
          },
        }
      : { problem: answer.fault.words };
  };

  const lookAgainAt = async (round: Round, { presence, window }: Wanted) => {
    const key = keyOf(presence);
    const { look, problem } = await askFor(round, presence, window);
    kept.set(key, {
      triedAt: round.at,
      look: look ?? kept.get(key)?.look,
    });
    return problem ?? [];
  };

  return {
    /** Brings up to date what is due, and says what could not be asked. */
    async refresh(round: Round, wanted: readonly Wanted[]): Promise<string[]> {
      const longest = new Map<string, Wanted>();
      for (const one of wanted) {
        const key = keyOf(one.presence);
        const before = longest.get(key);
        if (!before || before.window < one.window) longest.set(key, one);
      }
      forget(longest);
      const due = [...longest].filter(([key, { window }]) => {
        const before = kept.get(key);
        return !before || isDue(before, round.at, round.at - window);
      });
      const problems = await Promise.all(
        due.slice(0, looksARound).map(([, one]) => lookAgainAt(round, one)),
      );
      return problems.flat();
    },
    /** left out where nobody could look yet */
    lookOf: (presence: Presence): Look | undefined =>
      kept.get(keyOf(presence))?.look,
  };

  /** What is asked no more is kept no longer. */
  function forget(except: ReadonlyMap<string, unknown>) {
    for (const key of kept.keys()) {
      if (!except.has(key) || kept.size > keptAtMost) kept.delete(key);
    }
  }
};

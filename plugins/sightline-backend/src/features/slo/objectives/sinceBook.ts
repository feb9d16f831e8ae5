import {
  IsoTime,
  ObjectiveProblem,
  ServiceRef,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';

/** A problem that nobody keeps: since when it is there is still to be said. */
export const undated = (
  where: string,
  words: string,
  service?: ServiceRef,
): ObjectiveProblem => ({
  ...{ where, words, earlierInForce: false, since: '' },
  ...(service !== undefined && { service }),
});

const keyOf = ({ where, line, words }: ObjectiveProblem) =>
  JSON.stringify([where, line, words]);

/** Remembers since when a problem is there that nobody keeps; as many as there are now. */
export const createSinceBook = (clock: Clock) => {
  let known = new Map<string, IsoTime>();
  return {
    /** Each with the time at which it began, where it has none. */
    date(problems: readonly ObjectiveProblem[]): ObjectiveProblem[] {
      const now = toIso(clock());
      const next = new Map<string, IsoTime>();
      const dated = problems.map(problem => {
        if (problem.since !== '') return problem;
        const key = keyOf(problem);
        const since = known.get(key) ?? now;
        next.set(key, since);
        return { ...problem, since };
      });
      known = next;
      return dated;
    },
  };
};

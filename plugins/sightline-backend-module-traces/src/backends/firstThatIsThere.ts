import { FaultKind } from '@sightline/backstage-plugin-sightline-common';
import { Outcome } from '@sightline/backstage-plugin-sightline-node';
import { Refusal } from './TraceBackend';

// What a server says about an address it does not know: Jaeger shows its page.
const isNotThereKinds: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'not-found',
  'not-json',
  'unexpected-answer',
]);

/** Whether something else answered at that address, so that another one is worth a try. */
export const isNotThere = (answer: Outcome<unknown>): answer is Refusal =>
  answer.outcome === 'failed' && isNotThereKinds.has(answer.fault.kind);

/**
 * Asks one API after the other until one is there, and begins with that one the
 * next time. When none is, the first refusal is the answer.
 */
export const createFirstThatIsThere = <Api>(apis: readonly Api[]) => {
  let order = apis;
  return {
    /** the one that was there the last time */
    get current(): Api {
      return order[0];
    },
    async ask<T>(
      question: (api: Api) => Promise<Outcome<T>>,
    ): Promise<Outcome<T>> {
      let refusal: Outcome<T> | undefined;
      for (const api of order) {
        const answer = await question(api);
        if (!isNotThere(answer)) {
          order = [api, ...apis.filter(other => other !== api)];
          return answer;
        }
        refusal ??= answer;
      }
      return refusal!;
    },
  };
};

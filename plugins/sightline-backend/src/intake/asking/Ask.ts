import {
  AskContext,
  AskedService,
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';

/** One batch of services, and which one it is. */
export type Question = {
  /** equal for equal questions: what is under way is shared by it */
  key: string;
  services: readonly AskedService[];
};

/**
 * What every decorator takes and returns:
 *
 * ```
 *   measured(coalesced(bulkheaded(circuitBroken(timed(retried(neverThrowing(source)))))))
 * ```
 *
 * The decorators are ours. Cockatiel's were measured first: an abort does not
 * end the pause of its retry, nor the wait for its bulkhead (aborted after
 * 50 ms, both went on to their end), and its breaker keeps its state in one
 * process, by that machine's clock.
 */
export type Ask = (
  question: Question,
  context: AskContext,
) => Promise<Outcome<SourceReport>>;

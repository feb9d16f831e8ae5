import { Fault } from '@sightline/backstage-plugin-sightline-common';
import {
  failed,
  ok,
  Outcome,
  PullSource,
  retry,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { sweepCatalog, SweepOptions } from './sweep';

const statusOf = (error: unknown): number | undefined =>
  (error as { statusCode?: number; response?: { status?: number } })
    ?.statusCode ??
  (error as { response?: { status?: number } })?.response?.status;

const kindByStatus = (status: number): Fault['kind'] => {
  if (status === 401 || status === 403) return 'not-authorised';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'unexpected-answer';
};

const kindOf = (error: unknown): Fault['kind'] => {
  const status = statusOf(error);
  if (status !== undefined) return kindByStatus(status);
  const code = (error as { cause?: { code?: string } })?.cause?.code ?? '';
  if (code === 'ECONNREFUSED') return 'connection-refused';
  if (code === 'ECONNRESET') return 'connection-reset';
  return (error as Error)?.name === 'SyntaxError' ? 'not-json' : 'crashed';
};

const toOutcome = (error: unknown, aborted: boolean): Outcome<never> => {
  const message = error instanceof Error ? error.message : String(error);
  if (aborted) {
    return retry({
      kind: 'timeout',
      words: 'The catalog took too long; what it had answered is kept',
    });
  }
  const fault: Fault = {
    kind: kindOf(error),
    words: `The catalog could not be read: ${message}`,
  };
  return fault.kind === 'not-authorised' ? failed(fault) : retry(fault);
};

/**
 * The Software Catalog as a source. It writes through its own store instead of
 * reporting a section: it must compare with what is kept anyway, and 500 at a
 * time means that memory does not grow with the fleet and that a time-out keeps
 * what had arrived. No other source could add to such a section.
 *
 * Every 8 seconds: a change shows within 10 even without the catalog's module
 * that announces changes. A sweep of 10,000 services without changes costs this
 * side about 100 ms (1 % of one core; `npm run bench -- fleet` measures it);
 * the catalog answers it in about a quarter of a second.
 */
export const createCatalogSource = (options: SweepOptions): PullSource => ({
  kind: 'pull',
  id: 'catalog',
  title: 'Software catalog',
  // It finds out who exists; nobody has to tell it.
  wantsServices: false,
  defaults: {
    every: { seconds: 8 },
    timeout: { minutes: 1 },
    freshFor: { minutes: 2 },
    concurrency: 1,
  },
  async pull(_services, context): Promise<Outcome<SourceReport>> {
    try {
      const { notes } = await sweepCatalog(options, context);
      return ok({}, notes);
    } catch (error) {
      return toOutcome(error, context.signal.aborted);
    }
  },
});

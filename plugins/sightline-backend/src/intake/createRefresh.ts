import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Millis,
  SourceRun,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../platform/clock';
import { negativelyCached } from './asking/negativelyCached';
import { staleWhileRevalidate } from './asking/staleWhileRevalidate';
import { IntakeConfig } from './readIntakeConfig';
import { PullRunner } from './running/PullRunner';
import { FinishedRun } from './store/IntakeStore';
import { SourceStatusReader } from './SourceStatusReader';

/** How long a person waits for a new answer before getting the last one. */
const patience: Millis = 2000;

const toSourceRun = (run: FinishedRun): SourceRun => ({
  startedAt: toIso(run.startedAt),
  took: Math.round(run.took),
  outcome: run.outcome,
  calls: run.calls,
  ...(run.fault ? { fault: run.fault } : {}),
  notes: run.notes,
});

/**
 * Asking on demand: equal wishes are one round, a source that has just failed
 * is not asked again at once, and nobody waits for a slow one.
 */
export const createRefresh = (options: {
  pulled: ReadonlyMap<string, PullRunner>;
  statuses: SourceStatusReader;
  config: IntakeConfig;
  clock: Clock;
  logger: LoggerService;
}) => {
  const { pulled, statuses, config, clock, logger } = options;
  const round = async (id: string) =>
    toSourceRun(await pulled.get(id)!.round());
  const remembered = negativelyCached(round, {
    keyOf: id => id,
    lasts: id => config.sources.get(id)!.negativeCache.for,
    isBad: run => run.outcome === 'retry' || run.outcome === 'failed',
    now: clock,
  });
  return staleWhileRevalidate(remembered, {
    last: async id => (await statuses.get(id))?.recentRuns[0],
    patience,
    onError: error => logger.warn(`A refresh failed: ${error}`),
  });
};

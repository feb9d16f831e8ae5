import {
  AuthService,
  DiscoveryService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  CatalogProcessor,
  CatalogService,
  EntityProvider,
} from '@backstage/plugin-catalog-node';
import { createObservedProcessor } from './createObservedProcessor';
import { createObservedRound } from './createObservedRound';
import { createReadPairs } from './readPairs';
import { ObservedSettings } from './readObservedConfig';
import { readShown } from './readShown';

export type ObservedOptions = {
  settings: ObservedSettings;
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  logger: LoggerService;
  scheduler: SchedulerService;
};

/**
 * Relations come from a processor, because a provider cannot add any to entities
 * of others. The provider provides nothing; only providers are let near what has
 * entities processed again.
 */
export const createObservedDependencies = (
  options: ObservedOptions,
): {
  processor: CatalogProcessor;
  provider: EntityProvider;
  /** to be called once all plugins can answer */
  start(): Promise<void>;
} => {
  const { settings, scheduler, logger } = options;
  let refresh: (keys: string[]) => Promise<void> = async () => {};
  const round = createObservedRound({
    readPairs: createReadPairs(options),
    readShown: () => readShown(options),
    refresh: keys => refresh(keys),
    atMost: settings.atMost,
    now: Date.now,
    logger,
  });

  return {
    processor: createObservedProcessor({
      latest: round.latest,
      now: Date.now,
    }),
    provider: {
      getProviderName: () => 'sightline-observed',
      async connect(connection) {
        refresh = keys => connection.refresh({ keys });
      },
    },
    // Each replica processes entities, so each needs to know what was seen.
    start: () =>
      scheduler.scheduleTask({
        ...{ id: 'sightline-observed-dependencies', scope: 'local' },
        frequency: { milliseconds: settings.every },
        timeout: { minutes: 2 },
        fn: signal => round.run(signal),
      }),
  };
};

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClueProvider,
  FactProvider,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { allRefs } from '../allRefs';
import { ClueStore } from './ClueStore';
import { FactStore } from './FactStore';

export type ProvidersOptions = {
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  facts: FactStore;
  clues: ClueStore;
  factProviders: readonly FactProvider[];
  clueProviders: readonly ClueProvider[];
};

const EVERY = 5 * 60_000;
const TIMEOUT = 30_000;

/** Asks those who need no source of their own, on one replica at a time. */
export const askProviders = async (
  options: ProvidersOptions,
  stop: AbortSignal,
): Promise<void> => {
  const {
    database,
    clock,
    logger,
    facts,
    clues,
    factProviders,
    clueProviders,
  } = options;
  if (factProviders.length + clueProviders.length === 0) {
    return;
  }
  const now = clock();
  // A turn is only taken once there is somebody to ask about.
  const mine = await database('services_state')
    .where('id', 1)
    .whereNotNull('swept_at')
    .andWhere(due =>
      due.whereNull('provided_at').orWhere('provided_at', '<=', now - EVERY),
    )
    .update({ provided_at: now });
  if (!mine) {
    return;
  }
  const guarded = async (
    name: string,
    ask: (signal: AbortSignal) => Promise<void>,
  ) => {
    try {
      await ask(AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT)]));
    } catch (error) {
      logger.warn(
        `Provider ${name} failed; what it said before still stands: ${error}`,
      );
    }
  };
  for await (const refs of allRefs(database)) {
    stop.throwIfAborted();
    for (const provider of factProviders) {
      const source = `provider:${provider.definitions[0]?.id ?? 'facts'}`;
      await guarded(source, async signal => {
        const readings = await provider.read(refs, { signal });
        const about = [...readings].map(([service, said]) => ({
          service,
          facts: said,
        }));
        await facts.accept(about, { source });
      });
    }
    for (const provider of clueProviders) {
      await guarded(provider.id, async signal => {
        await clues.accept(await provider.read(refs, { signal }), {
          source: provider.id,
        });
      });
    }
  }
};

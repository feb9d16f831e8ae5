import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import {
  ClueProvider,
  FactProvider,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
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
const PAGE = 200;

async function* allRefs(database: Knex): AsyncGenerator<ServiceRef[]> {
  let after = '';
  for (let more = true; more; ) {
    const rows = await database('services_service')
      .where('ref', '>', after)
      .orderBy('ref')
      .limit(PAGE)
      .select('ref');
    if (rows.length > 0) {
      yield rows.map(row => row.ref);
    }
    more = rows.length === PAGE;
    after = rows[rows.length - 1]?.ref ?? after;
  }
}

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

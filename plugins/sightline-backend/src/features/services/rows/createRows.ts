import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { withinTime } from '../../../platform/resilience/withinTime';
import { allRefs } from '../allRefs';
import { RowWord } from '../engine/rowColumns';
import { RowAnswers, RowPart } from './RowPart';
import { createRowStore } from './RowStore';

export type RowsOptions = {
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  parts: readonly RowPart[];
};

/**
 * Keeps the columns of rows that other features know. A page only reads what is
 * kept here, so it costs the same however dear a column is to work out.
 *
 * ```
 *   a feature has news about some ─▶ refresh      ┐
 *   every now and then, all of them ─▶ refreshDue ┴─▶ part.read ─▶ differs? ─▶ row
 *                                        ▲
 *   a feature has news about all ─▶ refreshSoon
 * ```
 */
export const createRows = (options: RowsOptions) => {
  const { database, clock, logger, parts } = options;
  const store = createRowStore(database);

  /** A feature that fails leaves its last answer standing, with its age. */
  const read = async (part: RowPart, refs: readonly ServiceRef[]) => {
    try {
      const said = await withinTime<RowAnswers>(part.read(refs));
      await store.keep(part.word, refs, said);
    } catch (error) {
      logger.warn(`Rows: '${part.word}' could not be read: ${error}`);
    }
  };

  /** One replica has the turn; one that ends in the middle leaves the rest to the next. */
  const takesTurn = async ({ word, every }: RowPart): Promise<boolean> => {
    const turns = () => database('services_row_turn');
    await turns().insert({ word, at: 0 }).onConflict('word').ignore();
    const now = clock();
    const taken = await turns()
      .where({ word })
      .andWhere('at', '<=', now - every)
      .update({ at: now });
    return taken > 0;
  };

  return {
    /** Reads anew what all features show in these rows. */
    async refresh(refs: readonly ServiceRef[]): Promise<void> {
      for (const part of parts) await read(part, refs);
    },

    /** Whoever looks next whose turn it is finds that it is this part's. */
    async refreshSoon(word: RowWord): Promise<void> {
      await database('services_row_turn').where({ word }).update({ at: 0 });
    },

    /** Reads the whole fleet anew, for parts whose turn it is. */
    async refreshDue(stop: AbortSignal): Promise<void> {
      for (const part of parts) {
        if (!(await takesTurn(part))) continue;
        for await (const refs of allRefs(database)) {
          stop.throwIfAborted();
          await read(part, refs);
        }
      }
    },
  };
};

export type Rows = ReturnType<typeof createRows>;

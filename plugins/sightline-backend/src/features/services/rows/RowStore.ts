import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { breathe, chunks } from '../../../platform/chunks';
import { UpdateForm, updateMany } from '../../../platform/updateMany';
import { isNews, RowColumns, rowColumns, RowWord } from '../engine/rowColumns';
import { bump, lockState } from '../ServicesState';
import { RowAnswers } from './RowPart';

/** Rows in one statement: SQLite's driver blocks the process while one runs. */
const BATCH = 100;

const formOf = (word: RowWord): UpdateForm => ({
  ...{ table: 'services_service', key: 'ref' },
  columns: {
    ...{ [word]: 'text', [`${word}_state`]: 'text', [`${word}_key`]: 'text' },
  },
});

const rowOf = (
  word: RowWord,
  ref: ServiceRef,
  { value, state, key }: RowColumns,
) => ({ ref, [word]: value, [`${word}_state`]: state, [`${word}_key`]: key });

/** Keeps in each row what features show there; the same again writes nothing. */
export const createRowStore = (database: Knex) => ({
  async keep(
    word: RowWord,
    refs: readonly ServiceRef[],
    said: RowAnswers,
  ): Promise<void> {
    for (const chunk of chunks(refs, BATCH)) {
      const kept: { ref: ServiceRef; value: string | null }[] = await database(
        'services_service',
      )
        .whereIn('ref', chunk)
        .select('ref', { value: word });
      const news = kept.flatMap(({ ref, value }) => {
        const fresh = rowColumns(word, said.get(ref) as never);
        return isNews(value, fresh.value) ? [rowOf(word, ref, fresh)] : [];
      });
      if (news.length > 0) {
        await database.transaction(async trx => {
          await lockState(trx);
          await updateMany(trx, formOf(word), news);
          await bump(trx, 'generation');
        });
      }
      await breathe();
    }
  },
});

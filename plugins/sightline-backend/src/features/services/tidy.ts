import { Knex } from 'knex';
import { refreshSearch } from './searchExtras';
import { lockState } from './ServicesState';

const MONTH = 30 * 24 * 3_600_000;

/** What nobody has said for a month is forgotten; what a person decided or the catalog says stays. */
export const tidy = async (database: Knex, now: number): Promise<void> => {
  await database.transaction(async trx => {
    await lockState(trx);
    const edge = now - MONTH;
    const clues = () => trx('services_clue').where('last_seen', '<', edge);
    const names = () =>
      trx('services_name')
        .where('last_seen', '<', edge)
        .whereNull('decided_by')
        .whereNot('state', 'annotated');
    const byClue = await clues().distinct('ref');
    const byName = await names().whereNotNull('service').distinct('service');
    await clues().delete();
    await names().delete();
    const refs = [
      ...byClue.map(row => row.ref),
      ...byName.map(row => row.service),
    ];
    await refreshSearch(trx, [...new Set(refs)]);
  });
};

import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';

const PAGE = 200;

/** All services that are kept, page by page. */
export async function* allRefs(database: Knex): AsyncGenerator<ServiceRef[]> {
  let after = '';
  for (let more = true; more; ) {
    const rows: { ref: ServiceRef }[] = await database('services_service')
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

import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { AskedService } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { AliasReader } from './aliases/AliasReader';
import { DeclaredService } from './engine/DeclaredService';

const toAsked = (declared: DeclaredService): Omit<AskedService, 'names'> => ({
  ref: declared.ref,
  name: declared.name,
  namespace: declared.namespace,
  annotations: declared.annotations,
});

/** All services as sources are asked about them: pages, so that memory stays flat. */
export async function* askedServices(
  database: Knex,
  aliases: Pick<AliasReader, 'namesOf'>,
  pageSize: number = 500,
): AsyncGenerator<AskedService[]> {
  let after = '';
  for (let more = true; more; ) {
    const rows = await database('services_declared')
      .where('ref', '>', after)
      .orderBy('ref')
      .limit(pageSize)
      .select('ref', 'declared');
    const names = await aliases.namesOf(rows.map(row => row.ref as ServiceRef));
    if (rows.length > 0) {
      yield rows.map(row => ({
        ...toAsked(JSON.parse(row.declared)),
        names: names.get(row.ref) ?? [],
      }));
    }
    more = rows.length === pageSize;
    after = rows[rows.length - 1]?.ref ?? after;
  }
}

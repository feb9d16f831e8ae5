import { Knex } from 'knex';
import { chunks, inChunks } from '../../../platform/chunks';
import { Above, groupsAbove } from '../engine/groupsAbove';
import { LookedUpEntity } from '../engine/LookedUpEntity';
import { EntityRow, toEntityRow } from './EntityRow';

const CHUNK = 200;

const keyOf = (row: Above) => `${row.member}\n${row.above}\n${row.distance}`;

/** Writes the groups above each group anew; answers whose line of groups differs. */
const rewriteGroupsAbove = async (
  trx: Knex.Transaction,
): Promise<Set<string>> => {
  const groups: Pick<EntityRow, 'ref' | 'parents'>[] = await trx(
    'services_entity',
  )
    .where('kind', 'group')
    .select('ref', 'parents');
  const wanted = groupsAbove(
    new Map(groups.map(row => [row.ref, JSON.parse(row.parents)])),
  );
  const stored: Above[] = await trx('services_group_above').select(
    'member',
    'above',
    'distance',
  );
  const wantedKeys = new Set(wanted.map(keyOf));
  const storedKeys = new Set(stored.map(keyOf));
  const gone = stored.filter(row => !wantedKeys.has(keyOf(row)));
  const fresh = wanted.filter(row => !storedKeys.has(keyOf(row)));
  for (const { member, above } of gone) {
    await trx('services_group_above').where({ member, above }).delete();
  }
  await trx.batchInsert('services_group_above', fresh, CHUNK);
  return new Set([...gone, ...fresh].map(row => row.member));
};

/** Services that name one of these, and so may look different now. */
const markStale = async (trx: Knex.Transaction, refs: readonly string[]) => {
  const naming = (column: string, chunk: string[]) =>
    trx('services_service').whereIn(column, chunk).select('ref');
  for (const chunk of chunks(refs, CHUNK)) {
    for (const column of ['owner_ref', 'system_ref', 'domain_ref']) {
      await trx('services_declared')
        .whereIn('ref', naming(column, chunk))
        .update({ stale: true });
    }
    await trx('services_declared')
      .whereIn(
        'ref',
        trx('services_dependency').whereIn('target', chunk).select('ref'),
      )
      .update({ stale: true });
  }
};

const meaning = ({
  name,
  parents,
  providers,
  type,
  owner,
  system,
}: EntityRow) =>
  JSON.stringify([name, parents, providers, type, owner, system]);

const touchedBy = async (trx: Knex.Transaction, rows: readonly EntityRow[]) => {
  const stored: EntityRow[] = await inChunks(
    rows.map(row => row.ref),
    CHUNK,
    chunk => trx('services_entity').whereIn('ref', chunk),
  );
  const before = new Map(stored.map(row => [row.ref, meaning(row)]));
  return rows.filter(row => before.get(row.ref) !== meaning(row));
};

const afterChange = async (
  trx: Knex.Transaction,
  changed: readonly { ref: string; kind: string }[],
) => {
  const moved = changed.some(({ kind }) => kind === 'group')
    ? await rewriteGroupsAbove(trx)
    : new Set<string>();
  await markStale(trx, [...new Set([...changed.map(c => c.ref), ...moved])]);
};

/** Keeps what services need to know about groups, users, systems, domains, APIs and resources. */
export const upsertEntities = async (
  trx: Knex.Transaction,
  entities: readonly LookedUpEntity[],
  now: number,
): Promise<void> => {
  const rows = entities.map(entity => toEntityRow(entity, now));
  const changed = await touchedBy(trx, rows);
  for (const chunk of chunks(rows, CHUNK)) {
    await trx('services_entity').insert(chunk).onConflict('ref').merge();
  }
  await afterChange(trx, changed);
};

export const deleteEntities = async (
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<void> => {
  const gone: Pick<EntityRow, 'ref' | 'kind'>[] = await inChunks(
    refs,
    CHUNK,
    chunk => trx('services_entity').whereIn('ref', chunk).select('ref', 'kind'),
  );
  for (const chunk of chunks(refs, CHUNK)) {
    await trx('services_entity').whereIn('ref', chunk).delete();
  }
  await afterChange(trx, gone);
};

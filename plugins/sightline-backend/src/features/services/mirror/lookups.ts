import { Knex } from 'knex';
import { inChunks } from '../../../platform/chunks';
import { DeclaredService } from '../engine/DeclaredService';
import { Above } from '../engine/groupsAbove';
import { Lookups } from '../engine/toService';
import { EntityRow, toEntity } from './EntityRow';

const CHUNK = 500;

const present = (refs: Iterable<string | undefined>): string[] => [
  ...new Set([...refs].filter((ref): ref is string => ref !== undefined)),
];

const readEntities = async (knex: Knex, refs: readonly string[]) => {
  const rows: EntityRow[] = await inChunks(refs, CHUNK, chunk =>
    knex('services_entity').whereIn('ref', chunk),
  );
  return rows.map(toEntity);
};

const readAbove = async (knex: Knex, members: readonly string[]) => {
  const rows: Above[] = await inChunks(members, CHUNK, chunk =>
    knex('services_group_above')
      .whereIn('member', chunk)
      .orderBy(['member', 'distance', 'above']),
  );
  const above = new Map<string, string[]>();
  for (const row of rows) {
    const path = above.get(row.member) ?? [];
    path.push(row.above);
    above.set(row.member, path);
  }
  return above;
};

/** Reads what these services refer to: a few statements however many they are. */
export const readLookups = async (
  knex: Knex,
  services: readonly DeclaredService[],
): Promise<Lookups> => {
  const owners = present(services.map(service => service.owner));
  const direct = present([
    ...owners,
    ...services.map(service => service.system),
    ...services.flatMap(service => service.consumesApis),
  ]);
  const entities = await readEntities(knex, direct);
  const domains = present(
    entities.filter(item => item.kind === 'system').flatMap(s => s.parents),
  );
  entities.push(...(await readEntities(knex, domains)));
  const byRef = new Map(entities.map(item => [item.ref, item]));
  const above = await readAbove(knex, owners);
  return {
    entity: ref => byRef.get(ref),
    above: ref => above.get(ref) ?? [],
  };
};

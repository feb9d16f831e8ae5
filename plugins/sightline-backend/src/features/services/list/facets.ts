import { Knex } from 'knex';
import { FacetValue, ServiceFacets } from './ServiceListReader';
import { applySelection, FacetName, ResolvedSelection } from './selection';

/** A facet is to choose from, not to export. */
const MOST = 200;

const plain = {
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
};
const columns: Record<FacetName, string> = {
  ...plain,
  tier: 'tier',
  lifecycle: 'lifecycle',
  type: 'type',
};

const labelsOf = async (knex: Knex, refs: string[]) => {
  const rows = await knex('services_entity')
    .whereIn('ref', refs)
    .select('ref', 'name');
  return new Map(rows.map(row => [row.ref, row.name]));
};

const values = async (
  knex: Knex,
  facet: FacetName,
  selection: ResolvedSelection,
): Promise<FacetValue[]> => {
  const column = columns[facet];
  const rows: any[] = await knex('services_service')
    .modify(query => applySelection(query, selection, facet))
    .whereNotNull(column)
    .groupBy(column)
    .select({ value: column })
    .count({ count: '*' })
    .orderBy([{ column: 'count', order: 'desc' }, { column }])
    .limit(MOST);
  const labels =
    facet in plain
      ? await labelsOf(
          knex,
          rows.map(row => String(row.value)),
        )
      : new Map<string, string>();
  return rows.map(row => {
    const label = labels.get(String(row.value));
    return {
      value: String(row.value),
      ...(label !== undefined && { label }),
      count: Number(row.count),
    };
  });
};

/** Counts by owner, system, domain, tier, lifecycle and type, most frequent first. */
export const readFacets = async (
  knex: Knex,
  selection: ResolvedSelection,
): Promise<ServiceFacets> => ({
  owner: await values(knex, 'owner', selection),
  system: await values(knex, 'system', selection),
  domain: await values(knex, 'domain', selection),
  tier: await values(knex, 'tier', selection),
  lifecycle: await values(knex, 'lifecycle', selection),
  type: await values(knex, 'type', selection),
});

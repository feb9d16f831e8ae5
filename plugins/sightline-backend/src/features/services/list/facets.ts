import {
  alertSeverities,
  onCallStates,
  rolloutStates,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { contractsStates, driftStates, rowWords } from '../engine/rowColumns';
import { FacetValue, ServiceFacets } from './ServiceListReader';
import {
  applySelection,
  facetColumns,
  FacetName,
  ResolvedSelection,
} from './selection';

/** A facet is to choose from, not to export. */
const MOST = 200;

type ColumnFacet = keyof typeof facetColumns;

/** Entities, whose names people know rather than their refs. */
const named: readonly FacetName[] = ['owner', 'system', 'domain'];

/** Columns that hold more than the facet asks for. */
const only: Partial<Record<FacetName, readonly string[]>> = {
  burning: alertSeverities,
  drift: driftStates,
  contracts: contractsStates,
  health: rolloutStates,
  onCall: onCallStates,
};

const labelsOf = async (knex: Knex, refs: readonly string[]) => {
  const rows: { ref: string; name: string }[] = await knex('services_entity')
    .whereIn('ref', [...refs])
    .select('ref', 'name');
  return new Map(rows.map(row => [row.ref, row.name]));
};

type Counted = { value: string; count: string | number };

const values = async (
  knex: Knex,
  facet: ColumnFacet,
  selection: ResolvedSelection,
): Promise<FacetValue[]> => {
  const column = facetColumns[facet];
  const rows: Counted[] = await knex('services_service')
    .modify(query => applySelection(query, selection, facet))
    .whereNotNull(column)
    .modify(query => {
      const among = only[facet];
      if (among) query.whereIn(column, [...among]);
    })
    .groupBy(column)
    .select({ value: column })
    .count({ count: '*' })
    .orderBy([{ column: 'count', order: 'desc' }, { column }])
    .limit(MOST);
  const labels = named.includes(facet)
    ? await labelsOf(
        knex,
        rows.map(row => row.value),
      )
    : new Map<string, string>();
  return rows.map(({ value, count }) => {
    const label = labels.get(value);
    return {
      value,
      ...(label !== undefined && { label }),
      count: Number(count),
    };
  });
};

/** Of each word, how many services have an unknown there. */
const unknownValues = async (
  knex: Knex,
  selection: ResolvedSelection,
): Promise<FacetValue[]> => {
  const counts = await Promise.all(
    rowWords.map(async word => {
      const [{ n }] = await knex('services_service')
        .modify(query => applySelection(query, selection, 'unknown'))
        .where(`${word}_state`, 'unknown')
        .count({ n: '*' });
      return { value: word, count: Number(n) };
    }),
  );
  return counts.filter(({ count }) => count > 0);
};

/** Counts by owner, system, tier…, most frequent first. */
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
  burning: await values(knex, 'burning', selection),
  unknown: await unknownValues(knex, selection),
  drift: await values(knex, 'drift', selection),
  contracts: await values(knex, 'contracts', selection),
  health: await values(knex, 'health', selection),
  onCall: await values(knex, 'onCall', selection),
});

import {
  Alias,
  FactReading,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { NameRow, toAlias } from '../aliases/nameRow';
import { DossierInput } from '../engine/assembleDossier';
import { readState } from '../ServicesState';

const groupBy = <T, V>(
  rows: readonly T[],
  key: (row: T) => string,
  value: (row: T) => V[],
) => {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    groups.set(key(row), [...(groups.get(key(row)) ?? []), ...value(row)]);
  }
  return groups;
};

/** `facts` is JSON. */
type FactRow = { ref: string; facts: string };

/** Reads what a dossier joins, but for other features' parts, in four statements. */
export const readDossierInputs = async (
  knex: Knex,
  refs: readonly string[],
  validFor: number,
): Promise<Omit<DossierInput, 'parts'>[]> => {
  const rows = await knex('services_declared as d')
    .join('services_service as s', 's.ref', 'd.ref')
    .whereIn('d.ref', [...refs])
    .select('d.ref', 'd.service', 'd.dependencies', 's.observed_at');
  const names: NameRow[] = await knex('services_name')
    .whereIn('service', [...refs])
    .orderBy(['name_key', 'id']);
  const facts: FactRow[] = await knex('services_fact')
    .whereIn('ref', [...refs])
    .orderBy(['ref', 'source']);
  const { sweptAt = 0 } = await readState(knex);
  const aliasesOf = groupBy<NameRow, Alias>(
    names,
    row => row.service!,
    row => [toAlias(row)],
  );
  const factsOf = groupBy<FactRow, FactReading>(
    facts,
    row => row.ref,
    row => JSON.parse(row.facts),
  );
  return rows.map(row => ({
    service: JSON.parse(row.service),
    dependencies: JSON.parse(row.dependencies),
    aliases: aliasesOf.get(row.ref) ?? [],
    facts: factsOf.get(row.ref) ?? [],
    evidence: {
      source: 'catalog',
      observedAt: toIso(Math.max(Number(row.observed_at), sweptAt)),
      validFor,
    },
  }));
};

import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { mirrorWorld } from '../../__testUtils__/mirrorWorld';
import { newNameRow } from '../../aliases/nameRow';
import { refreshSearch } from '../../searchExtras';
import { createLookup } from '../createLookup';
import { LookupSources } from '../LookupSources';
import {
  harbourEntities,
  harbourServices,
  harbourSources,
  outsideNames,
} from './harbour';

/** Nobody but the catalog knows anything. */
export const noSources = (): LookupSources => ({
  calls: {
    clues: async () => ({ services: new Map(), traces: new Map() }),
  },
  workloads: { isKnown: async () => false, running: async () => new Map() },
});

/** A catalog in a database, and a lookup that follows it. */
export const lookupWorld = (
  database: Knex,
  sources: LookupSources = noSources(),
) => {
  const world = mirrorWorld(database);
  const { clock } = world;
  const logger = mockServices.logger.mock();
  const lookup = createLookup({ database, clock, logger, sources });
  const find = (q: string, limit = 10) =>
    lookup.reader.find({ q, limit, mayRead: () => true });
  return {
    ...world,
    ...{ lookup, find, logger },
    /** names of the services found, best first */
    found: (q: string, limit?: number) =>
      find(q, limit).matches.map(({ name }) => name),
  };
};

/** The names of the running example, as if they had been matched. */
const putNames = async (database: Knex) => {
  const rows = harbourServices.flatMap(service =>
    outsideNames(service).map(outside => {
      const ref = `component:default/${service.name}`;
      const match = { state: 'matched' as const, service: ref, candidates: [] };
      return newNameRow({ outside, source: 'town', now: 0, match });
    }),
  );
  // PagerDuty's services have several of ours: only one may have the name here.
  const distinct = new Map(rows.map(row => [row.id, row]));
  await database.batchInsert('services_name', [...distinct.values()], 50);
  await database.transaction(trx =>
    refreshSearch(
      trx,
      harbourServices.map(({ name }) => `component:default/${name}`),
    ),
  );
};

/** All of Harbour: its catalog, its names, its workloads, its hosts. */
export const harbourWorld = async (database: Knex) => {
  const world = lookupWorld(database, harbourSources());
  world.catalog.put(...harbourEntities());
  await world.sweep();
  await putNames(database);
  await world.lookup.follow();
  return world;
};

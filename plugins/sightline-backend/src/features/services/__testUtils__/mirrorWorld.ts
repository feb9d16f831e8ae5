import { mockServices } from '@backstage/backend-test-utils';
import {
  SightlineEvents,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { createOutbox } from '../../../platform/outbox/outbox';
import { createServiceListReader } from '../list/createServiceListReader';
import { createCatalogMirror } from '../mirror/CatalogMirror';
import { createCatalogReader } from '../mirror/CatalogReader';
import { createCatalogSource } from '../mirror/catalogSource';
import { FakeCatalog } from './FakeCatalog';

export const START = Date.parse('2026-11-21T02:00:00.000Z');

/** A catalog, a database and what mirrors one in the other, with a clock to turn. */
export const mirrorWorld = (database: Knex) => {
  const catalog = new FakeCatalog();
  const time = { now: START };
  const clock = () => time.now;
  const outbox = createOutbox<SightlineEvents>({ clock });
  const types = ['service', 'website'];
  const mirror = createCatalogMirror({ database, outbox, clock, types });
  const reader = createCatalogReader({
    catalog: catalog.service(),
    auth: mockServices.auth(),
    types,
  });
  const source = createCatalogSource({
    reader,
    mirror,
    database,
    clock,
  });
  const list = createServiceListReader({ database, validFor: 120_000 });
  const sweep = () =>
    source.pull([], {
      signal: new AbortController().signal,
      deadline: time.now + 60_000,
      countCall: () => {},
      lost: () => {},
      evidence: () => ({
        source: 'catalog',
        observedAt: toIso(time.now),
        validFor: 120_000,
      }),
    });
  const told = async () => {
    const rows = await database('outbox_event').orderBy('id');
    return rows.map(row => ({ topic: row.topic, ...JSON.parse(row.payload) }));
  };
  return {
    catalog,
    time,
    clock,
    outbox,
    mirror,
    reader,
    source,
    list,
    sweep,
    told,
  };
};

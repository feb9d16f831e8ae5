import { Entity } from '@backstage/catalog-model';
import { SightlineEvents } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { Outbox } from '../../../platform/outbox/outbox';
import { breathe } from '../../../platform/chunks';
import { toDeclaredService } from '../engine/DeclaredService';
import { toLookedUpEntity } from '../engine/LookedUpEntity';
import { isService } from '../engine/isService';
import { lockState } from '../ServicesState';
import { deleteEntities, upsertEntities } from './EntityStore';
import { deleteServices, upsertServices } from './ServiceStore';

export type MirrorOptions = {
  database: Knex;
  outbox: Outbox<SightlineEvents>;
  clock: Clock;
  /** values of `spec.type` that make a Component a service */
  types: readonly string[];
};

/** What a sweep compares with: ref → etag, for everything that is kept. */
export type KnownEtags = Map<string, string>;

/** Keeps a copy of what the catalog says; every write is one transaction. */
export interface CatalogMirror {
  /** of these, or of everything */
  etags(refs?: readonly string[]): Promise<KnownEtags>;
  /** Takes entities as fetched; the same again changes nothing. */
  keep(entities: readonly Entity[]): Promise<void>;
  /** Forgets what the catalog no longer has, unless it was fetched after `before`. */
  forget(refs: readonly string[], before: number): Promise<void>;
  /** Makes rows anew whose group, system, domain or API changed. */
  rebuildStale(): Promise<number>;
}

const REBUILD = 200;
/** Read at once, in about a millisecond; requests get their turn in between. */
const ETAGS = 250;

export const createCatalogMirror = (options: MirrorOptions): CatalogMirror => {
  const { database, outbox, clock, types } = options;

  const keepServices = async (trx: Knex.Transaction, components: Entity[]) => {
    const services = components.filter(entity => isService(entity, types));
    const others = components.filter(entity => !isService(entity, types));
    await upsertServices(trx, services.map(toDeclaredService), {
      outbox,
      now: clock(),
    });
    // A component that became a library is no service any more.
    await deleteServices(
      trx,
      others.map(entity => toDeclaredService(entity).ref),
      { outbox },
    );
  };

  const onlyOld = async (
    trx: Knex.Transaction,
    refs: readonly string[],
    before: number,
  ) => {
    const fresh = new Set<string>();
    for (const table of ['services_service', 'services_entity']) {
      const rows = await trx(table)
        .where('observed_at', '>=', before)
        .select('ref');
      rows.forEach(row => fresh.add(row.ref));
    }
    return refs.filter(ref => !fresh.has(ref));
  };

  return {
    async etags(refs) {
      const known: KnownEtags = new Map();
      for (const table of ['services_service', 'services_entity']) {
        for (let last: string | undefined = ''; last !== undefined; ) {
          const rows: { ref: string; etag: string }[] = await database(table)
            .select('ref', 'etag')
            .where('ref', '>', last)
            .modify(query => refs && query.whereIn('ref', [...refs]))
            .orderBy('ref')
            .limit(ETAGS);
          rows.forEach(row => known.set(row.ref, row.etag));
          last = rows.length === ETAGS ? rows[ETAGS - 1].ref : undefined;
          await breathe();
        }
      }
      return known;
    },

    keep: entities =>
      database.transaction(async trx => {
        await lockState(trx);
        const isComponent = (entity: Entity) =>
          entity.kind.toLocaleLowerCase('en-US') === 'component';
        const others = entities.filter(entity => !isComponent(entity));
        await upsertEntities(trx, others.map(toLookedUpEntity), clock());
        await keepServices(trx, entities.filter(isComponent));
      }),

    forget: (refs, before) =>
      database.transaction(async trx => {
        await lockState(trx);
        const gone = await onlyOld(trx, refs, before);
        await deleteServices(
          trx,
          gone.filter(ref => ref.startsWith('component:')),
          { outbox },
        );
        await deleteEntities(
          trx,
          gone.filter(ref => !ref.startsWith('component:')),
        );
      }),

    async rebuildStale() {
      let rebuilt = 0;
      for (let more = true; more; ) {
        const count = await database.transaction(async trx => {
          await lockState(trx);
          const rows = await trx('services_declared')
            .where('stale', true)
            .orderBy('ref')
            .limit(REBUILD)
            .select('declared');
          const declared = rows.map(row => JSON.parse(row.declared));
          await upsertServices(trx, declared, { outbox, now: clock() });
          return rows.length;
        });
        rebuilt += count;
        more = count === REBUILD;
        await breathe();
      }
      return rebuilt;
    },
  };
};

import { SightlineEvents } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Outbox, OutboxEvent } from '../../../platform/outbox/outbox';
import { breathe, chunks, inChunks } from '../../../platform/chunks';
import { DeclaredService } from '../engine/DeclaredService';
import { serviceChanges } from '../engine/serviceChanges';
import { bump, bumpBoth, markDirty } from '../ServicesState';
import {
  DeclaredRow,
  PreparedService,
  prepareServices,
} from './prepareServices';

/** Rows in one statement: SQLite's driver blocks the process while one runs. */
const BATCH = 100;
const CHUNK = 500;

type Stored = Pick<
  DeclaredRow,
  'ref' | 'service' | 'dependencies' | 'identity'
> & {
  row: string;
  search: string;
  updated_key: string;
};

export type ServiceStoreOptions = { outbox: Outbox<SightlineEvents> };

const readStored = async (trx: Knex.Transaction, refs: readonly string[]) => {
  const rows: Stored[] = await inChunks(refs, CHUNK, chunk =>
    trx('services_declared as d')
      .join('services_service as s', 's.ref', 'd.ref')
      .whereIn('d.ref', chunk)
      .select(
        'd.ref',
        'd.service',
        'd.dependencies',
        'd.identity',
        's.row',
        's.search',
        's.updated_key',
      ),
  );
  return new Map(rows.map(row => [row.ref, row]));
};

/** `updated` stands still while nothing a person sees has changed. */
const keepUpdated = (
  item: PreparedService,
  before: Stored | undefined,
): PreparedService =>
  before?.service === item.declaredRow.service
    ? { ...item, record: { ...item.record, updated_key: before.updated_key } }
    : item;

const replaceDetails = async (
  trx: Knex.Transaction,
  items: readonly PreparedService[],
) => {
  const refs = items.map(item => item.service.ref);
  await trx('services_tag').whereIn('ref', refs).delete();
  await trx('services_dependency').whereIn('ref', refs).delete();
  const tags = items.flatMap(({ service }) =>
    service.tags.map(tag => ({ tag, ref: service.ref })),
  );
  const dependencies = items.flatMap(item =>
    item.dependencies.map(on => ({ ref: item.service.ref, ...on })),
  );
  await trx.batchInsert('services_tag', tags, BATCH);
  await trx.batchInsert('services_dependency', dependencies, BATCH);
};

const eventsOf = (
  item: PreparedService,
  before: Stored | undefined,
): OutboxEvent<SightlineEvents>[] => {
  const { ref } = item.service;
  if (!before) {
    return [{ topic: 'sightline.service.added', payload: { ref } }];
  }
  const changes = serviceChanges(JSON.parse(before.service), item.service);
  return changes.length > 0
    ? [{ topic: 'sightline.service.changed', payload: { ref, changes } }]
    : [];
};

const differs = ({ declaredRow, record }: PreparedService, before?: Stored) =>
  !before ||
  before.service !== declaredRow.service ||
  before.dependencies !== declaredRow.dependencies ||
  before.row !== record.row ||
  before.search !== record.search;

/**
 * Writes services and everything derived from them. Idempotent: what is already
 * so changes nothing, publishes nothing and moves no generation, whoever says it
 * again. The caller holds the lock of `lockState`.
 */
export const upsertServices = async (
  trx: Knex.Transaction,
  declared: readonly DeclaredService[],
  options: ServiceStoreOptions & { now: number },
): Promise<void> => {
  const stored = await readStored(
    trx,
    declared.map(item => item.ref),
  );
  const fresh = await prepareServices(trx, declared, options.now);
  const items = fresh.map(item =>
    keepUpdated(item, stored.get(item.service.ref)),
  );
  for (const chunk of chunks(items, BATCH)) {
    await trx('services_declared')
      .insert(chunk.map(item => item.declaredRow))
      .onConflict('ref')
      .merge();
    await trx('services_service')
      .insert(chunk.map(item => item.record))
      .onConflict('ref')
      .merge();
    await breathe();
  }
  const changed = items.filter(item =>
    differs(item, stored.get(item.service.ref)),
  );
  if (changed.length === 0) {
    return;
  }
  for (const chunk of chunks(changed, BATCH)) {
    await replaceDetails(trx, chunk);
  }
  await options.outbox.append(
    trx,
    changed.flatMap(item => eventsOf(item, stored.get(item.service.ref))),
  );
  await markDirty(
    trx,
    changed.map(item => item.service.ref),
    options.now,
  );
  const renamed = changed.some(
    item =>
      stored.get(item.service.ref)?.identity !== item.declaredRow.identity,
  );
  await (renamed ? bumpBoth(trx) : bump(trx, 'generation'));
};

const tablesOfService = [
  'services_service',
  'services_declared',
  'services_tag',
  'services_dependency',
  'services_fact',
  'services_clue',
  'services_dossier',
  'services_dirty',
];

/** Forgets services; names that stood for them are matched again by the caller's next round. */
export const deleteServices = async (
  trx: Knex.Transaction,
  refs: readonly string[],
  options: ServiceStoreOptions,
): Promise<void> => {
  const present = await inChunks(refs, CHUNK, chunk =>
    trx('services_service').whereIn('ref', chunk).select('ref').orderBy('ref'),
  );
  if (present.length === 0) {
    return;
  }
  for (const chunk of chunks(refs, CHUNK)) {
    for (const table of tablesOfService) {
      await trx(table).whereIn('ref', chunk).delete();
    }
  }
  await options.outbox.append(
    trx,
    present.map(({ ref }) => ({
      topic: 'sightline.service.removed',
      payload: { ref },
    })),
  );
  await bumpBoth(trx);
};

import {
  Instant,
  Millis,
  ServiceRef,
  SightlineEvents,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { ContractsReport } from '@sightline/backstage-plugin-sightline-node';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { chunks } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import { Outbox } from '../../../platform/outbox/outbox';
import { keyOf } from '../engine/BrokerMirror';
import { contractChanges, MirrorChange } from '../engine/contractChanges';
import { fromItems, MirrorItem, toItems } from '../engine/mirrorItems';

const BATCH = 100;

/** A broker of a large company has a tenth of it. */
export const itemsAtMost = 300_000;
/** More than that at once is a broker that was filled or emptied, not news. */
const changesAtMost = 1_000;
const changesKeptFor: Millis = 180 * 86_400_000;

export type MirrorOrigin = {
  freshFor: Millis;
  lost?(cause: string, count: number): void;
};

type MirrorStoreOptions = {
  database: Knex;
  clock: Clock;
  outbox: Outbox<SightlineEvents>;
  /** which services names on a broker stand for, in the order asked */
  resolve(names: readonly string[]): Promise<(ServiceRef | undefined)[]>;
};

/** PostgreSQL gives large numbers as texts. */
type BrokerTimes = {
  observed_at: Instant | string;
  fresh_for: Millis | string;
};

type ItemRow = {
  broker: string;
  id: string;
  kind: MirrorItem['kind'];
  hash: string;
  document: string;
};

const hashOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

const toRow = (broker: string, item: MirrorItem): ItemRow => ({
  ...{ broker, kind: item.kind, document: item.document },
  id: hashOf(keyOf(item.kind, item.name)),
  hash: hashOf(item.document),
});

/** PostgreSQL keeps no NUL; nobody can mean one. */
const plain = (text: string) => text.replaceAll('\0', '');

/**
 * Keeps what a broker knows, whole: what a report does not hold is gone. Rows
 * that say the same are left alone; the rest, what it means and the word about it
 * are written together or not at all.
 */
export const createMirrorStore = (options: MirrorStoreOptions) => {
  const { database, clock, outbox, resolve } = options;

  /**
   * How it was before. Two replicas that take a report at once would tell of it
   * twice.
   */
  const lockBroker = async (
    trx: Knex.Transaction,
    broker: string,
    first: BrokerTimes,
  ): Promise<BrokerTimes | undefined> => {
    const before: BrokerTimes | undefined = await trx('contracts_broker')
      .where({ broker })
      .first();
    await trx('contracts_broker')
      .insert({ broker, generation: 0, ...first })
      .onConflict('broker')
      .ignore();
    await trx('contracts_broker').where({ broker }).forUpdate().first();
    return before;
  };

  const writeChanges = async (
    trx: Knex.Transaction,
    { broker, serviceOf }: { broker: string; serviceOf: ServiceOf },
    changes: readonly MirrorChange[],
  ) => {
    const at = clock();
    await trx.batchInsert(
      'contracts_change',
      changes.map(({ kind, consumer, provider, words }) => ({
        ...{ at, broker, kind, words: plain(words) },
        ...{ consumer: plain(consumer), provider: plain(provider) },
      })),
      BATCH,
    );
    await trx('contracts_change')
      .where('at', '<', at - changesKeptFor)
      .delete();
    await outbox.append(
      trx,
      changes.map(({ kind, consumer, provider, words }) => ({
        topic: 'sightline.contract.changed',
        payload: {
          ...{ broker, kind, consumer, provider, words, at: toIso(at) },
          refs: [consumer, provider].flatMap(name => serviceOf(name) ?? []),
        },
      })),
    );
  };

  return {
    /**
     * Answers the names of which something is different, and whether the broker is
     * back: nobody had heard of it for so long that nothing was known for sure.
     */
    async accept(
      report: ContractsReport,
      { freshFor, lost }: MirrorOrigin,
    ): Promise<{ names: string[]; isBack: boolean }> {
      const { broker } = report;
      const all = toItems(report);
      if (all.length > itemsAtMost) {
        // Part of a mirror would tell of the rest that it is gone.
        lost?.(`more than ${itemsAtMost} statements of a broker`, all.length);
        throw new Error(
          `${broker} has ${all.length} pairs, pacts and versions, more than the ${itemsAtMost} that are kept`,
        );
      }
      const rows = all.map(item => toRow(broker, item));
      const seen = { observed_at: clock(), fresh_for: freshFor };
      // Asked before: within a transaction SQLite has no connection left.
      const serviceOf = await servicesIn(report, resolve);
      return database.transaction(async trx => {
        const last = await lockBroker(trx, broker, seen);
        const isBack = !last || isStale(last, seen.observed_at);
        const kept: Pick<ItemRow, 'id' | 'hash'>[] = await trx('contracts_item')
          .where({ broker })
          .select('id', 'hash');
        const { fresh, gone } = compare(kept, rows);
        await trx('contracts_broker').where({ broker }).update(seen);
        if (fresh.length === 0 && gone.length === 0) {
          return { names: [], isBack };
        }
        const before = last && (await readReport(trx, broker));
        const touched = await namesIn(trx, { broker, fresh, gone });
        for (const ids of chunks([...gone, ...fresh.map(row => row.id)], 500)) {
          await trx('contracts_item')
            .where({ broker })
            .whereIn('id', ids)
            .delete();
        }
        await trx.batchInsert('contracts_item', fresh, BATCH);
        await trx('contracts_broker')
          .where({ broker })
          .increment('generation', 1);
        const changes = before ? contractChanges(before, report) : [];
        if (changes.length > changesAtMost) {
          lost?.('changes of contracts', changes.length - changesAtMost);
        }
        if (changes.length > 0) {
          const told = changes.slice(0, changesAtMost);
          await writeChanges(trx, { broker, serviceOf }, told);
        }
        return { names: touched, isBack };
      });
    },
  };
};

const isStale = (
  { observed_at, fresh_for }: BrokerTimes,
  now: Instant,
): boolean => Number(observed_at) + Number(fresh_for) < now;

type ServiceOf = (name: string) => ServiceRef | undefined;

const servicesIn = async (
  { pacticipants }: ContractsReport,
  resolve: MirrorStoreOptions['resolve'],
): Promise<ServiceOf> => {
  const names = pacticipants.map(({ name }) => name);
  const refs = await resolve(names);
  const services = new Map(names.map((name, at) => [name, refs[at]]));
  return name => services.get(name);
};

export const readReport = async (
  knex: Knex,
  broker: string,
): Promise<ContractsReport> => {
  const rows: ItemRow[] = await knex('contracts_item')
    .where({ broker })
    .orderBy('id')
    .select('kind', 'document');
  return fromItems(broker, rows);
};

const compare = (
  kept: readonly Pick<ItemRow, 'id' | 'hash'>[],
  rows: readonly ItemRow[],
) => {
  const before = new Map(kept.map(({ id, hash }) => [id, hash]));
  const now = new Set(rows.map(({ id }) => id));
  return {
    fresh: rows.filter(({ id, hash }) => before.get(id) !== hash),
    gone: kept.flatMap(({ id }) => (now.has(id) ? [] : [id])),
  };
};

/** Whose statements these are; those that are gone are looked at once more. */
const namesIn = async (
  trx: Knex.Transaction,
  {
    broker,
    fresh,
    gone,
  }: { broker: string; fresh: readonly ItemRow[]; gone: readonly string[] },
): Promise<string[]> => {
  const documents = fresh.map(({ document }) => document);
  for (const ids of chunks(gone, 500)) {
    const rows: ItemRow[] = await trx('contracts_item')
      .where({ broker })
      .whereIn('id', ids)
      .select('document');
    documents.push(...rows.map(({ document }) => document));
  }
  const names = new Set<string>();
  for (const text of documents) {
    const { consumer, provider, pacticipant } = JSON.parse(text) as {
      consumer?: string;
      provider?: string;
      pacticipant?: string;
    };
    for (const name of [consumer, provider, pacticipant]) {
      if (name !== undefined) names.add(name);
    }
  }
  return [...names];
};

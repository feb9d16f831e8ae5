import {
  FactReading,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { ReportSections } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { breathe, chunks } from '../../../platform/chunks';
import { existing } from '../existing';
import { mergeFacts } from '../engine/mergeFacts';
import { markDirty } from '../ServicesState';

export type FactStoreOptions = { database: Knex; clock: Clock };

export type FactsOrigin = {
  source: string;
  lost?(cause: string, count: number): void;
};

const CHUNK = 100;

type About = ReportSections['facts'][number];

/** Half of the time a fact may be believed: the document must not show it staler than that. */
const halfLife = (facts: readonly FactReading[]) =>
  Math.min(...facts.map(({ evidence }) => evidence.validFor)) / 2;

/** Keeps the last value of every fact, by service and source. */
export const createFactStore = ({ database, clock }: FactStoreOptions) => {
  /** Documents that need the news: other values at once, the same ones now and then. */
  const dirtied = async (
    trx: Knex.Transaction,
    kept: readonly { ref: string; changed: boolean; half: number }[],
  ) => {
    const same = kept.filter(({ changed }) => !changed);
    const documents = await trx('services_dossier')
      .whereIn(
        'ref',
        same.map(({ ref }) => ref),
      )
      .select('ref', 'assembled_at');
    const assembled = new Map(
      documents.map(row => [row.ref, Number(row.assembled_at)]),
    );
    return kept
      .filter(
        ({ ref, changed, half }) =>
          changed || clock() - (assembled.get(ref) ?? 0) > half,
      )
      .map(({ ref }) => ref);
  };

  const keep = async (about: readonly About[], from: FactsOrigin) =>
    database.transaction(async trx => {
      const stored = await trx('services_fact')
        .where('source', from.source)
        .whereIn(
          'ref',
          about.map(({ service }) => service),
        )
        .select('ref', 'facts');
      const before = new Map(
        stored.map(row => [row.ref, JSON.parse(row.facts)]),
      );
      const merged = about.map(({ service: ref, facts }) => ({
        ref,
        half: halfLife(facts),
        ...mergeFacts(before.get(ref) ?? [], facts),
      }));
      const rows = merged.map(({ ref, facts }) => ({
        ref,
        source: from.source,
        facts: JSON.stringify(facts),
        observed_at: Math.max(
          ...facts.map(fact => toInstant(fact.evidence.observedAt) ?? 0),
        ),
      }));
      await trx('services_fact')
        .insert(rows)
        .onConflict(['ref', 'source'])
        .merge();
      await markDirty(trx, await dirtied(trx, merged), clock());
      const lost = merged.reduce((sum, item) => sum + item.lost, 0);
      if (lost > 0) {
        from.lost?.('more facts than are kept for one service', lost);
      }
    });

  return {
    async accept(about: readonly About[], from: FactsOrigin): Promise<void> {
      const services = await existing(
        database,
        about.map(({ service }) => service),
      );
      const joined = new Map<string, FactReading[]>();
      for (const { service, facts } of about) {
        if (services.has(service) && facts.length > 0) {
          joined.set(service, [...(joined.get(service) ?? []), ...facts]);
        }
      }
      const unique = [...joined].map(([service, facts]) => ({
        service,
        facts,
      }));
      for (const chunk of chunks(unique, CHUNK)) {
        await keep(chunk, from);
        await breathe();
      }
    },
  };
};

export type FactStore = ReturnType<typeof createFactStore>;

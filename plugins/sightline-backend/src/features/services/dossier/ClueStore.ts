import { Clue } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { breathe, chunks } from '../../../platform/chunks';
import { existing } from '../existing';
import { refreshSearch } from '../searchExtras';
import { lockState } from '../ServicesState';
import { FactsOrigin } from './FactStore';

export type ClueStoreOptions = {
  database: Knex;
  clock: Clock;
  /** clues kept for one service and source */
  cap: number;
};

const CHUNK = 100;
const HOUR = 3_600_000;
const LONGEST = 200;

type Row = {
  ref: string;
  source: string;
  kind: string;
  value: string;
  last_seen: number;
};

const keyOf = (row: Pick<Row, 'kind' | 'value'>) => `${row.kind}\n${row.value}`;

const byService = (clues: readonly Clue[]) => {
  const groups = new Map<string, Map<string, Clue>>();
  for (const clue of clues) {
    const value = clue.value.trim().slice(0, LONGEST);
    const group = groups.get(clue.service) ?? new Map<string, Clue>();
    groups.set(clue.service, group);
    if (value) {
      group.set(keyOf({ kind: clue.kind, value }), { ...clue, value });
    }
  }
  return groups;
};

/** Keeps the words by which people may look for a service. */
export const createClueStore = (options: ClueStoreOptions) => {
  const { database, clock, cap } = options;

  const keep = async (
    groups: readonly [string, Map<string, Clue>][],
    from: FactsOrigin,
  ) =>
    database.transaction(async trx => {
      await lockState(trx);
      const now = clock();
      const stored: Row[] = await trx('services_clue')
        .where('source', from.source)
        .whereIn(
          'ref',
          groups.map(([ref]) => ref),
        );
      const touched = new Set<string>();
      for (const [ref, clues] of groups) {
        const own = new Map(
          stored.filter(row => row.ref === ref).map(row => [keyOf(row), row]),
        );
        const news = [...clues].filter(([key]) => !own.has(key));
        const room = Math.max(0, cap - own.size);
        if (news.length > room) {
          from.lost?.(
            'more clues than are kept for one service',
            news.length - room,
          );
        }
        const fresh = news.slice(0, room).map(([, { kind, value }]) => ({
          ref,
          source: from.source,
          kind,
          value,
          last_seen: now,
        }));
        const seen = [...own].filter(
          ([key, row]) => clues.has(key) && now - Number(row.last_seen) > HOUR,
        );
        for (const [, row] of seen) {
          const { kind, value } = row;
          await trx('services_clue')
            .where({ ref, source: from.source, kind, value })
            .update({ last_seen: now });
        }
        await trx.batchInsert('services_clue', fresh, 100);
        if (fresh.length > 0) {
          touched.add(ref);
        }
      }
      await refreshSearch(trx, [...touched]);
    });

  return {
    async accept(clues: readonly Clue[], from: FactsOrigin): Promise<void> {
      const services = await existing(
        database,
        clues.map(clue => clue.service),
      );
      const groups = [...byService(clues)].filter(([ref]) => services.has(ref));
      for (const chunk of chunks(groups, CHUNK)) {
        await keep(chunk, from);
        await breathe();
      }
    },
  };
};

export type ClueStore = ReturnType<typeof createClueStore>;

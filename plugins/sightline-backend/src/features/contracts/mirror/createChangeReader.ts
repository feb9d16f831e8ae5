import {
  ContractChange,
  Instant,
  ServiceRef,
  TimelineMark,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Contracted } from '../engine/BrokerMirror';

type ChangeRow = {
  at: number | string;
  broker: string;
  kind: ContractChange['kind'];
  consumer: string;
  provider: string;
  words: string;
};

/** What happened to the contracts of one service, newest first. */
export const createChangeReader = (database: Knex) => {
  const rowsOf = async (
    { namesOf }: Contracted,
    ref: ServiceRef,
    options: { limit: number; from?: Instant; to?: Instant },
  ): Promise<ChangeRow[]> => {
    const names = namesOf(ref).map(({ name }) => name);
    if (names.length === 0) return [];
    const { limit, from, to } = options;
    return database('contracts_change')
      .where(either =>
        either.whereIn('consumer', names).orWhereIn('provider', names),
      )
      .modify(query => {
        if (from !== undefined) query.where('at', '>=', from);
        if (to !== undefined) query.where('at', '<=', to);
      })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
  };

  return {
    async ofService(
      contracted: Contracted,
      ref: ServiceRef,
      limit: number,
    ): Promise<ContractChange[]> {
      const rows = await rowsOf(contracted, ref, { limit });
      return rows.map(({ at, broker, kind, consumer, provider, words }) => ({
        ...{ at: toIso(Number(at)), kind, words },
        consumer: contracted.pacticipant(broker, consumer),
        provider: contracted.pacticipant(broker, provider),
      }));
    },

    /** For time lines; oldest first. */
    async marks(
      contracted: Contracted,
      ref: ServiceRef,
      range: { from: Instant; to: Instant },
    ): Promise<TimelineMark[]> {
      const rows = await rowsOf(contracted, ref, { limit: 200, ...range });
      return rows.reverse().map(({ at, broker, words }) => ({
        ...{ at: toIso(Number(at)), kind: 'contract', words },
        evidence: {
          ...{ source: broker, observedAt: toIso(Number(at)) },
          // what happened stays so
          validFor: Number.MAX_SAFE_INTEGER,
        },
      }));
    },
  };
};

export type ChangeReader = ReturnType<typeof createChangeReader>;

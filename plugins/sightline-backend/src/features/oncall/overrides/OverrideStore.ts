import {
  Instant,
  Override,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { historyKeptFor } from '../historyKeptFor';

/** What somebody asks for. */
export type OverrideAsked = {
  /** entity ref of the group */
  team: string;
  level: number;
  user: string;
  from: Instant;
  to: Instant;
  reason?: string;
  madeBy: string;
};

type Row = {
  id: string;
  team: string;
  level: number;
  user_ref: string;
  from_at: number | string;
  to_at: number | string;
  reason: string | null;
  made_by: string;
  made_at: number | string;
};

/** Of one team, that are not over yet. */
const AT_MOST = 200;

const toOverride = (row: Row): Override => ({
  ...{ id: row.id, level: row.level, user: row.user_ref },
  from: toIso(Number(row.from_at)),
  to: toIso(Number(row.to_at)),
  madeAt: toIso(Number(row.made_at)),
  madeBy: row.made_by,
  ...(row.reason !== null && { reason: row.reason }),
});

/** Overrides that were made in the portal, also those that are over: they are history. */
export const createOverrideStore = (options: {
  database: Knex;
  clock: Clock;
}) => {
  const { database, clock } = options;
  const table = () => database<Row>('oncall_override');

  /** Later than all of the team: of two in the same millisecond one was made last. */
  const madeAt = async (trx: Knex.Transaction, team: string) => {
    const [{ last }] = await trx('oncall_override')
      .where({ team })
      .max({ last: 'made_at' });
    return Math.max(clock(), Number(last ?? 0) + 1);
  };

  const assertRoom = async (trx: Knex.Transaction, team: string) => {
    const [{ n }] = await trx('oncall_override')
      .where({ team })
      .andWhere('to_at', '>', clock())
      .count({ n: '*' });
    if (Number(n) >= AT_MOST) {
      throw new ConflictError(
        `${team} has ${AT_MOST} overrides that are not over; take some of them back first`,
      );
    }
  };

  return {
    /** by team */
    async all(): Promise<ReadonlyMap<string, Override[]>> {
      const rows = await table().orderBy(['made_at', 'id']);
      const byTeam = new Map<string, Override[]>();
      for (const row of rows as Row[]) {
        const others = byTeam.get(row.team);
        if (others) others.push(toOverride(row));
        else byTeam.set(row.team, [toOverride(row)]);
      }
      return byTeam;
    },

    async make(asked: OverrideAsked): Promise<Override> {
      return database.transaction(async trx => {
        await assertRoom(trx, asked.team);
        const row: Row = {
          ...{ id: randomUUID(), team: asked.team, level: asked.level },
          ...{ user_ref: asked.user, from_at: asked.from, to_at: asked.to },
          ...{ reason: asked.reason ?? null, made_by: asked.madeBy },
          made_at: await madeAt(trx, asked.team),
        };
        await trx('oncall_override').insert(row);
        return toOverride(row);
      });
    },

    /**
     * Takes one back: whoever was on call until now by it stays so in history.
     * What is over cannot be taken back.
     */
    async takeBack(team: string, id: string): Promise<void> {
      const now = clock();
      const row = (await table().where({ team, id }).first()) as
        | Row
        | undefined;
      if (!row) {
        throw new NotFoundError(
          `${team} has no override ${id} that was made here; those of files are taken out of the file`,
        );
      }
      if (Number(row.to_at) <= now) {
        throw new ConflictError(
          `This override was over at ${toIso(
            Number(row.to_at),
          )}; it is history`,
        );
      }
      if (Number(row.from_at) >= now) await table().where({ id }).delete();
      else await table().where({ id }).update({ to_at: now });
    },

    async forget(): Promise<void> {
      await table()
        .where('to_at', '<', clock() - historyKeptFor)
        .delete();
    },
  };
};

export type OverrideStore = ReturnType<typeof createOverrideStore>;

import { Knex } from 'knex';
import { breathe } from '../../../platform/chunks';
import { statusOf } from '../judging/Judge';
import { InForce, StatusColumns } from '../tables';
import { Notice, noticesOf, toldLevel } from '../engine/noticesOf';

/** Hands a notice to people; rejects when it could not be handed over. */
export type SendNotice = (notice: Notice) => Promise<void>;

const PAGE = 500;

type Row = StatusColumns & { stated: string };

/**
 * Tells owners what is different since they were last told. What was told is
 * written down only after it was sent, so nothing gets lost, and what went back
 * and forth in between is not mentioned:
 *
 * ```
 *   told: none ──── page ─ met ─ page ────▶ now: page    one notice
 *   told: none ──── page ─ met ───────────▶ now: none    no notice
 * ```
 */
export const createNotifier = (options: {
  database: Knex;
  send: SendNotice;
}) => {
  const { database, send } = options;

  /** Those about which people know something else than what holds. */
  const waiting = async () => {
    const rows: Row[] = await database('slo_state as k')
      .join('slo_status as s', 's.id', 'k.id')
      .join('slo_objective as o', 'o.id', 'k.id')
      .whereNot('k.state', 'unknown')
      .where('s.stale', false)
      .where(differs =>
        differs
          .where(news =>
            news
              .whereNot('k.state', 'met')
              .where(told =>
                told.whereNull('s.told').orWhereRaw('s.told <> k.state'),
              ),
          )
          .orWhere(over => over.where('k.state', 'met').whereNotNull('s.told')),
      )
      .whereNotNull('k.owner_ref')
      .limit(PAGE)
      .select('s.*', { stated: 'o.document' });
    return rows.map(({ stated, ...row }) => {
      const inForce: InForce = JSON.parse(stated);
      const status = statusOf(inForce, row);
      return { service: inForce.service, status, told: row.told };
    });
  };

  const writeDown = async (notice: Notice) => {
    for (const { id, state } of notice.about) {
      await database('slo_status')
        .where({ id })
        .update({ told: toldLevel(state) });
    }
  };

  return {
    async run(signal: AbortSignal): Promise<void> {
      for (const notice of noticesOf(await waiting())) {
        if (signal.aborted) return;
        await send(notice);
        await writeDown(notice);
        await breathe();
      }
    },
  };
};

import {
  Instant,
  OnCallNow,
  OnCallState,
  ServiceRef,
  SightlineEvents,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { chunks } from '../../../platform/chunks';
import { Outbox } from '../../../platform/outbox/outbox';
import { OnCallReader } from '../OnCallReader';

type Standing = { state: OnCallState; who: string[] };
type Row = { team: string; state: OnCallState; who: string };

/** Services whose pages are made again at once. */
const CHUNK = 500;

const standingOf = ({ state, levels }: OnCallNow): Standing => ({
  state,
  who: levels
    .filter(({ level }) => level === 1)
    .flatMap(({ responders }) => responders.map(({ ref }) => ref))
    .sort(),
});

const isSame = (row: Row, { state, who }: Standing) =>
  row.state === state && row.who === JSON.stringify(who);

type Turn = { now: OnCallNow; standing: Standing; before?: Row };

const eventOf = ({ now, standing, before }: Turn) =>
  before && {
    topic: 'sightline.oncall.changed' as const,
    payload: {
      team: now.team.ref,
      from: { state: before.state, who: JSON.parse(before.who) as string[] },
      ...{ to: standing, words: now.headline, at: now.at },
    },
  };

/**
 * Notices hand-overs and gaps as they come: they are written nowhere, the clock
 * brings them. Each is told once, and the pages of the team's services are made again.
 */
export const createTeller = (options: {
  database: Knex;
  reader: Pick<OnCallReader, 'ofAll'>;
  outbox: Outbox<SightlineEvents>;
  /** services of these teams, owned by them */
  servicesOf(teams: ReadonlySet<string>): Promise<ServiceRef[]>;
  changed(refs: readonly ServiceRef[]): Promise<void>;
}) => {
  const { database, reader, outbox, servicesOf, changed } = options;

  const write = (turns: readonly Turn[], gone: readonly string[]) =>
    database.transaction(async trx => {
      for (const { now, standing } of turns) {
        await trx('oncall_standing')
          .insert({
            ...{ team: now.team.ref, state: standing.state },
            who: JSON.stringify(standing.who),
          })
          .onConflict('team')
          .merge();
      }
      await outbox.append(
        trx,
        turns.flatMap(turn => eventOf(turn) ?? []),
      );
      await trx('oncall_standing')
        .whereIn('team', [...gone])
        .delete();
    });

  const tell = async (teams: ReadonlySet<string>) => {
    for (const chunk of chunks(await servicesOf(teams), CHUNK)) {
      await changed(chunk);
    }
  };

  return async (at?: Instant): Promise<void> => {
    const { items } = await reader.ofAll(at);
    const rows: Row[] = await database('oncall_standing');
    const known = new Map(rows.map(row => [row.team, row]));
    // That nobody can tell is no hand-over, and no gap.
    const turns = items
      .filter(({ state }) => state !== 'unknown')
      .map(now => {
        const before = known.get(now.team.ref);
        const standing = standingOf(now);
        return { now, standing, ...(before && { before }) };
      })
      .filter(({ before, standing }) => !before || !isSame(before, standing));
    const kept = new Set(items.map(({ team }) => team.ref));
    const gone = [...known.keys()].filter(team => !kept.has(team));
    if (turns.length === 0 && gone.length === 0) return;
    await write(turns, gone);
    await tell(new Set([...gone, ...turns.map(({ now }) => now.team.ref)]));
  };
};

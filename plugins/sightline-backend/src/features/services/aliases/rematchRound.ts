import { Knex } from 'knex';
import { breathe } from '../../../platform/chunks';
import { keysOfName } from '../engine/matchKeys';
import { readState } from '../ServicesState';
import { FleetMatcher } from './FleetMatcher';
import { NameRow, outsideOf } from './nameRow';
import { NameStore } from './NameStore';

export type RematchOptions = {
  database: Knex;
  fleet: FleetMatcher;
  names: NameStore;
  namePrefixes: readonly string[];
};

const PAGE = 200;

async function* undecided(database: Knex): AsyncGenerator<NameRow[]> {
  let after = '';
  for (let more = true; more; ) {
    const rows: NameRow[] = await database('services_name')
      .where('id', '>', after)
      .whereNull('decided_by')
      .orderBy('id')
      .limit(PAGE);
    yield rows;
    more = rows.length === PAGE;
    after = rows[rows.length - 1]?.id ?? after;
  }
}

/**
 * Matches again what services that came, went or changed their names may have
 * an effect on: names that share a key with one of them, as it was or as it is.
 * Everything is matched again when this process does not know how the services
 * looked at the last match: after a start, or when another replica did it.
 */
export const rematchRound = async (
  options: RematchOptions,
): Promise<number> => {
  const { database, fleet, names, namePrefixes } = options;
  const state = await readState(database);
  if (state.matched === state.identity) {
    return 0;
  }
  const before = fleet.last();
  const current = await fleet.current();
  const keys =
    before?.identity === state.matched
      ? fleet.touchedKeys(before, current)
      : undefined;
  const mayDiffer = (row: NameRow) =>
    !keys ||
    keysOfName(outsideOf(row), { namePrefixes }).some(key => keys.has(key));
  let changed = 0;
  for await (const page of undecided(database)) {
    const ids = page.filter(mayDiffer).map(row => row.id);
    if (ids.length > 0) {
      changed += await names.rematch(ids, current);
    }
    await breathe(); // others wait for this process while it matches
  }
  await database('services_state')
    .where('id', 1)
    .update({ matched: current.identity });
  return changed;
};

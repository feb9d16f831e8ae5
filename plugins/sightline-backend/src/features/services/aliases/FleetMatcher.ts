import { Knex } from 'knex';
import { breathe, chunks } from '../../../platform/chunks';
import { keysOfService } from '../engine/matchKeys';
import { createNameMatcher, NameMatcher } from '../engine/matchNames';
import { readState } from '../ServicesState';

/** A matcher over the fleet as it was at one `identity`. */
export type Fleet = {
  identity: number;
  matcher: NameMatcher;
  /** ref → what a name may match, as JSON */
  services: ReadonlyMap<string, string>;
};

export type FleetMatcherOptions = {
  database: Knex;
  namePrefixes: readonly string[];
};

/** Services put in between two turns for others: about 20 ms. */
const TURN = 200;

/** One matcher a process, kept up to date with what changed since it was last asked for. */
export const createFleetMatcher = (options: FleetMatcherOptions) => {
  const { database, namePrefixes } = options;
  const matcher = createNameMatcher([], { namePrefixes });
  let kept: Fleet | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const load = async (identity: number): Promise<Fleet> => {
    const before = kept?.services ?? new Map<string, string>();
    const rows = await database('services_declared').select('ref', 'identity');
    const services = new Map<string, string>(
      rows.map(row => [row.ref, row.identity]),
    );
    for (const ref of before.keys()) {
      if (!services.has(ref)) {
        matcher.remove(ref);
      }
    }
    const fresh = [...services].filter(
      ([ref, said]) => before.get(ref) !== said,
    );
    for (const turn of chunks(fresh, TURN)) {
      turn.forEach(([, said]) => matcher.put(JSON.parse(said)));
      await breathe();
    }
    return { identity, matcher, services };
  };

  const current = async (): Promise<Fleet> => {
    const { identity } = await readState(database);
    if (kept?.identity !== identity) {
      kept = await load(identity);
    }
    return kept;
  };

  return {
    /** what this process matched with last; none after a start */
    last: () => kept,

    /** One at a time: two would put the same services in twice. */
    current(): Promise<Fleet> {
      const mine = line.then(current);
      line = mine.catch(() => {});
      return mine;
    },

    /** Keys of every service that differs between two fleets, as it was and as it is. */
    touchedKeys(before: Fleet, after: Fleet): Set<string> {
      const keys = new Set<string>();
      const add = (identity: string | undefined) => {
        if (identity) {
          keysOfService(JSON.parse(identity), { namePrefixes }).forEach(key =>
            keys.add(key),
          );
        }
      };
      for (const ref of new Set([
        ...before.services.keys(),
        ...after.services.keys(),
      ])) {
        if (before.services.get(ref) !== after.services.get(ref)) {
          add(before.services.get(ref));
          add(after.services.get(ref));
        }
      }
      return keys;
    },
  };
};

export type FleetMatcher = ReturnType<typeof createFleetMatcher>;

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { Clock } from '../../platform/clock';
import { Repeated } from '../../platform/repeat';
import { createBookKeeper } from './inForce/BookKeeper';
import { JudgementStore } from './judging/JudgementStore';
import { ailingOf, grownStale } from './judging/staleRound';
import { Troubles } from './measuring/Troubles';
import { sourceIdOf } from './tables';
import { retoldWithin } from './telling/sloPart';

const minute: Millis = 60_000;

export type SloKeeperOptions = {
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  judgements: JudgementStore;
  troubles: Troubles;
  book: ReturnType<typeof createBookKeeper>;
  history: { run(signal: AbortSignal): Promise<void> };
  past: { run(signal: AbortSignal): Promise<void> };
  /** left out while nobody wants to be notified */
  notifier?: { run(signal: AbortSignal): Promise<void> };
  measureSoon(source: string): Promise<unknown>;
  tell(services: ReadonlySet<ServiceRef> | undefined): Promise<void>;
};

/** Every service has its turn once in so many. */
const turns = retoldWithin / minute;

const turnOf = (service: string) =>
  createHash('md5').update(service).digest().readUInt16LE() % turns;

/** What goes on by itself, on one replica at a time. */
export const createSloKeeper = (options: SloKeeperOptions) => {
  const { database, clock, judgements, troubles, book, tell } = options;

  /** Those that were never measured, of sources that could answer. */
  const neverMeasured = async (): Promise<string[]> => {
    const rows: { measured_by: string }[] = await database('slo_objective as o')
      .join('slo_status as s', 's.id', 'o.id')
      .whereNull('s.measured_at')
      .distinct('o.measured_by');
    return rows
      .map(({ measured_by }) => measured_by)
      .filter(id => troubles.of(id)?.reason !== 'not-configured');
  };

  const readBook = async (signal: AbortSignal) => {
    const changed = await book.run(signal);
    await tell(changed);
    if (!changed || changed.size === 0) return;
    for (const id of await neverMeasured()) {
      // What it says is taken like any other round; that it fails is shown there.
      await options.measureSoon(sourceIdOf(id)).catch(() => {});
    }
  };

  const judgeAgain = async () => {
    const ailing = await ailingOf(database, await troubles.look());
    const stale = await grownStale(database, clock());
    const ids = [...new Set([...ailing, ...stale])];
    if (ids.length > 0) await tell((await judgements.again(ids)).changed);
  };

  /** Copies of what is said grow old though nothing that shows is different. */
  const retell = async () => {
    const turn = Math.floor(clock() / minute) % turns;
    // Of what nobody knows there is nothing to grow old.
    const rows: { service: ServiceRef }[] = await database('slo_state')
      .whereNot('state', 'unknown')
      .distinct('service');
    const due = rows.filter(({ service }) => turnOf(service) === turn);
    await tell(new Set(due.map(({ service }) => service)));
  };

  const works: Repeated[] = [
    { name: 'Reading objectives', every: 1_000, run: readBook },
    { name: 'Judging objectives again', every: 3_000, run: judgeAgain },
    { name: 'Telling of objectives', every: minute, run: retell },
    {
      name: 'Keeping the past of objectives',
      every: 60 * minute,
      run: options.history.run,
    },
    {
      name: 'Filling in the past of objectives',
      every: minute,
      run: options.past.run,
    },
  ];
  if (options.notifier) {
    works.push({
      name: 'Notifying owners of objectives',
      every: 15_000,
      run: options.notifier.run,
    });
  }
  return { works };
};

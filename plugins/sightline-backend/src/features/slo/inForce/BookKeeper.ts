import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Clock } from '../../../platform/clock';
import { ObjectiveBook, ObjectivesInForce } from '../objectives';
import { FleetView } from '../Slo';
import { clearDue, readDue } from '../SloState';
import { InForce } from '../tables';
import { DiscoveredStore } from './DiscoveredStore';
import { ForceStore } from './ForceStore';
import { createNoteTeller } from './noteTeller';

export type BookKeeperOptions = {
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  book: Pick<ObjectiveBook, 'refresh' | 'read'>;
  /** how often documents are looked at */
  every: number;
  force: ForceStore;
  discovered: DiscoveredStore;
  /** ids of those that measure */
  measurers: readonly string[];
  fleet: Pick<FleetView, 'asked' | 'size' | 'inBrief'>;
};

/** Brings into force what the book says, when it may say something new. */
export const createBookKeeper = (options: BookKeeperOptions) => {
  const { database, clock, book, force, discovered, fleet } = options;
  const tellNotes = createNoteTeller(options.logger);
  let readAt: number | undefined;
  let sizeThen: number | undefined;
  let sizeSeen: number | undefined;

  const toInForce = async (held: ObjectivesInForce): Promise<InForce[]> => {
    const brief = await fleet.inBrief(
      held.objectives.map(({ service }) => service),
    );
    return held.objectives.flatMap((objective): InForce[] => {
      const indicator = held.indicators.get(objective.id);
      const known = brief.get(objective.service);
      if (!indicator || !known) return [];
      const { ref, title, owner, tier } = known;
      const rules = held.rules.get(objective.id);
      return [
        {
          ...{ objective, indicator },
          ...(rules && { rules }),
          service: {
            ...{ ref, name: title },
            ...(owner && { owner }),
            ...(tier && { tier }),
          },
        },
      ];
    });
  };

  const read = async (): Promise<Set<ServiceRef>> => {
    const found = await discovered.read(options.measurers);
    const held = await book.read(fleet.asked(), found);
    const changed = await force.keep(await toInForce(held));
    await force.keepProblems(held.problems);
    tellNotes(held.notes);
    return changed;
  };

  return {
    /** The services of which something is different; undefined when nothing was due. */
    async run(signal: AbortSignal): Promise<Set<ServiceRef> | undefined> {
      const due = await readDue(database);
      const size = await fleet.size();
      const now = clock();
      // While the catalog is being mirrored there is more with every look.
      const isGrowing = size === 0 || size !== sizeSeen;
      sizeSeen = size;
      if (isGrowing) return undefined;
      const isTime =
        readAt === undefined ||
        now - readAt >= options.every ||
        size !== sizeThen;
      if (!isTime && due === undefined) return undefined;
      if (isTime) await book.refresh(fleet.asked(), signal);
      const changed = await read();
      readAt = now;
      sizeThen = size;
      if (due !== undefined) await clearDue(database, due);
      return changed;
    },
  };
};

import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { shownFor } from './callsPart';
import { Window } from './engine/graph/CallGraph';
import { journeyTrees } from './engine/journeys/JourneyTree';
import { JourneyReader } from './JourneyReader';
import { keptFresh } from './reading/keptFresh';
import { readStepCounts, readSteps } from './reading/readSteps';

export const createJourneyReader = (options: {
  database: Knex;
  clock: Clock;
}): JourneyReader => {
  const { database, clock } = options;

  const read = async (window: Window) =>
    journeyTrees(
      await readSteps(database),
      await readStepCounts(database, window),
    );

  const lastHour = keptFresh({
    read: () => {
      const now = clock();
      return read({ from: now - shownFor, to: now });
    },
    ...{ clock, atLeast: 5_000 },
  });
  return { trees: window => (window ? read(window) : lastHour.get()) };
};

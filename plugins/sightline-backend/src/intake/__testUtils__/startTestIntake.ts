import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  AskedService,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { createIntake } from '../createIntake';
import { SectionTakers } from '../SectionTakers';
import { askedService } from './asking';
import { createFakeScheduler } from './FakeScheduler';

/** The real clock, which the test may set forwards and back. */
export const createTestClock = () => {
  const time = { offset: 0 };
  return {
    now: () => Date.now() + time.offset,
    jump: (ms: number) => {
      time.offset += ms;
    },
  };
};

export type TestIntakeOptions = {
  database: Knex;
  sources: readonly Source[];
  sightline?: JsonObject;
  sections?: SectionTakers;
  fleet?: readonly AskedService[];
  clock?: ReturnType<typeof createTestClock>;
};

/** One replica: the real intake on a real database, with a scheduler the test drives. */
export const startTestIntake = async (options: TestIntakeOptions) => {
  const clock = options.clock ?? createTestClock();
  const scheduling = createFakeScheduler();
  const fleet = options.fleet ?? [askedService('payments')];
  const intake = createIntake({
    sources: options.sources,
    config: new ConfigReader({ sightline: options.sightline ?? {} }),
    database: options.database,
    scheduler: scheduling.scheduler,
    clock: clock.now,
    logger: mockServices.logger.mock(),
    sections: options.sections ?? {},
    services: async function* pages({ pageSize }) {
      for (let at = 0; at < fleet.length; at += pageSize) {
        yield fleet.slice(at, at + pageSize);
      }
    },
    random: () => 0.5,
    flushEvery: 50,
    leaseLasts: 200,
  });
  await intake.start();
  const { turn, tasks, triggered } = scheduling;
  return { ...intake, clock, turn, tasks, triggered };
};

/** Looks again and again until the condition holds; fails after fifteen seconds. */
export const eventually = async (
  condition: () => boolean | Promise<boolean>,
) => {
  const giveUpAt = performance.now() + 15_000;
  while (!(await condition())) {
    if (performance.now() > giveUpAt) {
      throw new Error('It did not happen within 15 seconds');
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
};

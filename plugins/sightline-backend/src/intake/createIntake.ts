import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Millis,
  SourceRun,
} from '@sightline/backstage-plugin-sightline-common';
import { Source } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../platform/clock';
import { createLease } from '../platform/lease/Lease';
import { createIntakeTelemetry } from './IntakeTelemetry';
import { createRefresh } from './createRefresh';
import { readIntakeConfig, SourceSettings } from './readIntakeConfig';
import { createPullRunner, PullRunner } from './running/PullRunner';
import { createPushRunner } from './running/PushRunner';
import { createWatchRunner } from './running/WatchRunner';
import { Runner } from './running/Runner';
import {
  AskedServices,
  IntakeSurroundings,
  toRunningSource,
} from './running/RunningSource';
import { SectionTakers } from './SectionTakers';
import { SourceStatusReader } from './SourceStatusReader';
import { createFlushing } from './createFlushing';
import { createIntakeStore } from './store/IntakeStore';
import { createStoredSourceStatuses } from './store/StoredSourceStatuses';

export type IntakeOptions = {
  sources: readonly Source[];
  /** the root configuration */
  config: Config;
  /** as `openDatabase` gives it */
  database: Knex;
  scheduler: SchedulerService;
  clock: Clock;
  logger: LoggerService;
  /** how features take what sources say */
  sections: SectionTakers;
  /** all services as sources are asked about them, in pages */
  services: AskedServices;
  /** 0 inclusive to 1 exclusive; for tests */
  random?: () => number;
  /** how often what gathers in memory is written down; for tests */
  flushEvery?: Millis;
  /** how long a lost stream lease takes to move to another replica; for tests */
  leaseLasts?: Millis;
};

export interface Intake {
  /** schedules, opens and watches; returns before any source has answered */
  start(): Promise<void>;
  /** aborts everything, waits for it and leaves no timer behind */
  stop(): Promise<void>;
  statuses: SourceStatusReader;
  /**
   * Asks a source before its time. Keeps nobody waiting for long: a slow source
   * answers with its last run and goes on behind the scenes.
   */
  refresh(sourceId: string): Promise<SourceRun>;
  /**
   * Asks a source because something has happened there: in a round that begins after
   * any that is under way, and to its end.
   */
  askAnew(sourceId: string): Promise<void>;
}

/** Runs the sources. Throws when app-config is wrong, naming key and value. */
export const createIntake = (options: IntakeOptions): Intake => {
  const { sources, database, scheduler, clock, logger } = options;
  assertUnique(sources);
  const config = readIntakeConfig(options.config, sources);
  config.warnings.forEach(warning => logger.warn(warning));

  const around: IntakeSurroundings = {
    store: createIntakeStore(database),
    services: options.services,
    sections: options.sections,
    clock,
    elapsed: () => performance.now(),
    random: options.random ?? Math.random,
    logger,
    telemetry: createIntakeTelemetry(),
  };
  const pulled = new Map<string, PullRunner>();

  const runnerOf = (source: Source, settings: SourceSettings): Runner => {
    if (source.kind === 'pull') {
      const running = toRunningSource(source, settings, around);
      const spreadOver = config.spread;
      const runner = createPullRunner({
        running,
        around,
        scheduler,
        spreadOver,
      });
      pulled.set(source.id, runner);
      return runner;
    }
    if (source.kind === 'push') {
      const running = toRunningSource(source, settings, around);
      return createPushRunner({ running, around });
    }
    const running = toRunningSource(source, settings, around);
    const lease = createLease({
      database,
      name: `source:${source.id}`,
      lasts: options.leaseLasts,
      onError: error => logger.warn(`Lease of '${source.id}': ${error}`),
    });
    return createWatchRunner({ running, around, lease });
  };

  const enabled = sources.filter(({ id }) => config.sources.get(id)?.enabled);
  const runners = enabled.map(source =>
    runnerOf(source, config.sources.get(source.id)!),
  );
  const statuses = createStoredSourceStatuses({
    database,
    sources,
    config,
    clock,
  });
  const flushing = createFlushing({
    runners,
    every: options.flushEvery,
    logger,
  });
  const refresh = createRefresh({ pulled, statuses, config, clock, logger });
  let unobserve = () => {};

  const pulledOf = (id: string): PullRunner => {
    if (!sources.some(source => source.id === id)) {
      throw new NotFoundError(`There is no source '${id}'`);
    }
    const runner = pulled.get(id);
    if (!runner) {
      throw new ConflictError(
        `Source '${id}' is not asked: it is switched off, or speaks up by itself`,
      );
    }
    return runner;
  };

  return {
    statuses,
    refresh: async id => {
      pulledOf(id);
      return refresh(id);
    },
    askAnew: async id => {
      await pulledOf(id).roundAnew();
    },
    async start() {
      unobserve = around.telemetry.observeAges(
        around.store.lastSuccesses,
        clock,
      );
      flushing.start();
      await Promise.all(runners.map(runner => runner.start()));
    },
    async stop() {
      unobserve();
      await Promise.allSettled(runners.map(runner => runner.stop()));
      await flushing.stop();
    },
  };
};

const assertUnique = (sources: readonly Source[]) => {
  const twice = sources.find(
    ({ id }, at) => sources.findIndex(other => other.id === id) !== at,
  );
  if (twice) {
    throw new ConflictError(`Two sources are called '${twice.id}'`);
  }
};

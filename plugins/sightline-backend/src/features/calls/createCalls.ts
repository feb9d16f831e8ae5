import { LoggerService } from '@backstage/backend-plugin-api';
import {
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { createLease } from '../../platform/lease/Lease';
import { repeat } from '../../platform/repeat';
import { wait } from '../../platform/resilience/waiting';
import {
  FactProvider,
  TraceLinks,
} from '@sightline/backstage-plugin-sightline-node';
import { AnswerContext } from './answers/AnswerContext';
import { CallAnswers } from './CallAnswers';
import { CallsPart, createCallsPart, shownFor } from './callsPart';
import { CallsReader, ServiceNames } from './CallsReader';
import {
  CallsOrigin,
  createCallsStore,
  defaultCallsLimits,
} from './CallsStore';
import { CatalogView } from './CatalogView';
import { createCallFactProvider } from './callFactProvider';
import { createCallAnswers } from './createCallAnswers';
import { CallClues, cluesAnswer } from './answers/cluesAnswer';
import { CallNeeds, needsAnswer } from './answers/needsAnswer';
import { CallTraffic, trafficAnswer } from './answers/trafficAnswer';
import { Contracts } from './engine/drift/Contracts';
import { createIncomingReader, IncomingReader } from './createIncomingReader';
import { createGraphReader } from './createGraphReader';
import { createJourneyReader } from './createJourneyReader';
import { createDriftRow, DriftRow } from './driftRow';
import { createChangedServices, nameOfNode } from './ChangedServices';
import { createCallsReader } from './createCallsReader';
import { createRollUp } from './createRollUp';

export type CallsOptions = {
  /** as `openDatabase` gives it */
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  names: ServiceNames;
  /** the catalog, to compare calls with */
  catalog: CatalogView;
  /** where people look at the traces that are named as examples */
  traceLinks: TraceLinks;
  /** what traces call our services; the same names come again with every report */
  onNames(names: OutsideName[], from: CallsOrigin): Promise<void>;
  /** who has promised what; undefined while nobody knows of contracts */
  contracts?(): Promise<Contracts | undefined>;
  /** calls of these changed; at most once a minute each */
  changed(refs: readonly ServiceRef[]): Promise<void>;
  /** in pages; asked once, when the first report ever has come */
  allServices(): AsyncIterable<{ ref: ServiceRef }[]>;
};

export interface Calls {
  /** what intake hands over from sources' reports */
  sections: {
    calls(
      reports: CallsReport | CallsReport[],
      from: CallsOrigin,
    ): Promise<void>;
  };
  reader: CallsReader;
  /** what pages ask */
  answers: CallAnswers;
  /** what came in to services, over long windows: for objectives */
  incoming: IncomingReader;
  /** whom services wait for: for objectives */
  needs(): Promise<CallNeeds>;
  /** which services speak to which: for contracts */
  traffic(): Promise<CallTraffic>;
  /** words that lead to services: for looking them up */
  clues(): Promise<CallClues>;
  /** what scorecards and pages can know of calls */
  facts: FactProvider;
  /** what every dossier says about calls */
  part: CallsPart;
  /** what every row of the Fleet says about drift */
  row: DriftRow;
  /** begins the background work; needed once a replica */
  start(): Promise<void>;
  /** ends it and waits for what is under way */
  stop(): Promise<void>;
}

const MINUTE = 60_000;

/** Wires the feature by hand; everything it needs comes in as an argument. */
export const createCalls = (options: CallsOptions): Calls => {
  const { database, clock, logger, names, onNames, changed } = options;
  const { catalog, traceLinks } = options;
  const limits = defaultCallsLimits;
  const store = createCallsStore({ database, clock, limits });
  const reader = createCallsReader({ database, names });
  const context: AnswerContext = {
    graphs: createGraphReader({ database, names, catalog, clock }),
    journeys: createJourneyReader({ database, clock }),
    contracts: options.contracts ?? (async () => undefined),
    linkTo: traceId => traceLinks.linkTo(traceId),
    ...{ catalog, clock },
  };
  const news = createChangedServices({
    names,
    changed,
    clock,
    atMost: limits.nodesAtMost,
    toldAtMostEvery: MINUTE,
    toldAgainAfter: shownFor + MINUTE,
  });
  let stopWork: (() => Promise<void>) | undefined;

  const take = async (report: CallsReport, from: CallsOrigin) => {
    const { changed: nodes, isFirst } = await store.accept(report, from);
    news.add(nodes);
    if (isFirst) await tellAll(options);
    // A report that comes again may have ended here the first time.
    const said = report.nodes.flatMap(node => nameOfNode(node) ?? []);
    if (said.length > 0) await onNames(said, from);
  };

  return {
    sections: {
      async calls(reports, from) {
        for (const report of [reports].flat()) await take(report, from);
      },
    },
    reader,
    answers: createCallAnswers(context),
    incoming: createIncomingReader({ database, graphs: context.graphs }),
    needs: () => needsAnswer(context),
    traffic: () => trafficAnswer(context),
    clues: () => cluesAnswer(context),
    facts: createCallFactProvider(context),
    part: createCallsPart({ reader, clock }),
    row: createDriftRow(context),
    async start() {
      const stopTelling = repeat(
        [
          {
            name: 'Telling whose calls changed',
            every: 5_000,
            run: news.tell,
          },
        ],
        logger,
      );
      const stopRollingUp = rollUpUnderLease(options);
      stopWork = async () => {
        await Promise.all([stopTelling(), stopRollingUp()]);
      };
    },
    async stop() {
      await stopWork?.();
    },
  };
};

/** "No traces have come yet" is no longer true of anybody. */
const tellAll = async ({ allServices, changed }: CallsOptions) => {
  for await (const page of allServices()) {
    await changed(page.map(({ ref }) => ref));
  }
};

const rollUpUnderLease = ({ database, clock, logger }: CallsOptions) => {
  const stopped = new AbortController();
  const rollUp = createRollUp({ database, clock });
  const lease = createLease({
    database,
    name: 'calls-roll-up',
    onError: error =>
      logger.warn(`Rolling up calls failed and will be tried again: ${error}`),
  });
  const running = lease.run(stopped.signal, async held => {
    while (!held.aborted) {
      await rollUp.run(held);
      await wait(MINUTE, held);
    }
  });
  return async () => {
    stopped.abort();
    await running;
  };
};

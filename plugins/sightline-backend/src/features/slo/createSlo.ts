import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ServiceRef,
  SightlineEvents,
} from '@sightline/backstage-plugin-sightline-common';
import { createLease } from '../../platform/lease/Lease';
import { createOutbox } from '../../platform/outbox/outbox';
import { repeat } from '../../platform/repeat';
import { createFeasibility } from './feasibility/feasibilityAnswer';
import { keptNeeds } from './feasibility/keptNeeds';
import { createHistoryKeeper } from './history/createHistoryKeeper';
import { createPastKeeper } from './history/past/createPastKeeper';
import { noMarks } from './history/TimelineMarks';
import { createBookKeeper } from './inForce/BookKeeper';
import { createDiscoveredStore } from './inForce/DiscoveredStore';
import { createForceStore } from './inForce/ForceStore';
import { createJudgementStore, JudgedRound } from './judging/JudgementStore';
import { rulesFor } from './judging/rulesFor';
import { createSloReader } from './list/createSloReader';
import { callsIndicatorSource } from './measuring/callsIndicatorSource';
import { indicatorPullSource } from './measuring/indicatorPullSource';
import { readQuestions } from './measuring/readQuestions';
import { createTroubles } from './measuring/Troubles';
import { createObjectiveBook, readSloConfig } from './objectives';
import { createPushTarget } from './inForce/PushTarget';
import { readRules } from './list/readRules';
import { Slo, SloOptions } from './Slo';
import { createSloKeeper } from './SloKeeper';
import { createSloFactProvider } from './telling/sloFactProvider';
import { createSloPart, createSloRow } from './telling/sloPart';
import { createNotifier } from './telling/notify';

/** A file without rules would be no alarm, and nobody would know why. */
const assertMeasures = (
  measuredBy: string | undefined,
  measurers: readonly string[],
) => {
  if (measuredBy === undefined || measurers.includes(measuredBy)) return;
  throw new InputError(
    `source must be one of ${measurers.join(', ')}, not '${measuredBy}'`,
  );
};

const portalOf = (config: RootConfigService) =>
  config.getOptionalString('app.baseUrl')?.replace(/\/+$/, '');

/** Wires the feature by hand; everything it needs comes in as an argument. */
export const createSlo = (options: SloOptions): Slo => {
  const { database, clock, logger, fleet, calls, changed } = options;
  const config = readSloConfig(options.config);
  const rulesOf = rulesFor(config);
  const indicatorSources = [
    ...options.indicatorSources,
    callsIndicatorSource(calls.incoming),
  ];
  const measurers = indicatorSources.map(({ id }) => id);
  const troubles = createTroubles({ ...options, measurers });
  const judgements = createJudgementStore({
    ...{ database, clock, outbox: createOutbox<SightlineEvents>(options) },
    settings: {
      ...{ rulesOf, troubleOf: troubles.of },
      minimumBadEvents: config.minimumBadEvents,
    },
  });
  const discovered = createDiscoveredStore({ database, clock });
  const book = createObjectiveBook({
    ...options,
    ...{ config, rootConfig: options.config, resolve: fleet.resolve },
    measurers: indicatorSources,
    providers: options.objectiveProviders,
  });
  const reader = createSloReader({
    ...{ database, clock, marks: options.marks ?? noMarks },
    groupsUnder: fleet.groupsUnder,
  });
  const feasibility = createFeasibility({
    needs: keptNeeds({ read: calls.needs, clock }),
    objectivesOf: reader.ofServices,
  });

  const tell = async (services: ReadonlySet<ServiceRef> | undefined) => {
    if (services && services.size > 0) await changed([...services]);
  };
  const tellRound = async ({ changed: of }: JudgedRound) => tell(of);

  const keeper = createSloKeeper({
    ...{ database, clock, judgements, troubles, tell, logger },
    measureSoon: options.measureSoon,
    book: createBookKeeper({
      ...{ database, clock, logger, book, discovered, measurers, fleet },
      every: config.openslo.every,
      force: createForceStore({ database, clock, judgements }),
    }),
    history: createHistoryKeeper(options),
    past: createPastKeeper({
      ...{ database, clock, logger, sources: indicatorSources },
      minimumBadEvents: config.minimumBadEvents,
    }),
    ...(options.send &&
      config.notifications.enabled && {
        notifier: createNotifier({ database, send: options.send }),
      }),
  });
  const lease = createLease({
    ...{ database, name: 'slo' },
    onError: error =>
      logger.warn(
        `Keeping objectives failed and will be tried again: ${error}`,
      ),
  });
  const stopped = new AbortController();
  let running: Promise<void> | undefined;

  return {
    sources: indicatorSources.map(source =>
      indicatorPullSource({
        ...{ source, clock },
        questionsOf: (measuredBy, at) =>
          readQuestions({ database, measuredBy, at, rulesOf }),
      }),
    ),
    sections: {
      measurements: async (measurements, from) =>
        tellRound(await judgements.measured(measurements, from.freshFor)),
      discoveredObjectives: (found, { source, lost }) =>
        discovered.accept(found, {
          ...{ source: source.replace(/^slo:/, ''), lost },
        }),
    },
    ...{ reader, feasibility },
    async rules(query) {
      assertMeasures(query.measuredBy, measurers);
      return readRules(
        {
          ...{ database, rulesOf, runbooksOf: fleet.runbooksOf },
          minimumBadEvents: config.minimumBadEvents,
          portal: portalOf(options.config),
        },
        query,
      );
    },
    async ownersOf(refs) {
      const brief = await fleet.inBrief(refs);
      return new Map([...brief].map(([ref, { owner }]) => [ref, owner?.ref]));
    },
    pushed: createPushTarget({ database, clock, pushed: book.pushed }),
    facts: createSloFactProvider({ reader, feasibility, clock }),
    part: createSloPart(reader),
    row: createSloRow(reader),
    async start() {
      running = lease.run(stopped.signal, async held => {
        const stop = repeat(keeper.works, logger);
        await new Promise<void>(resolve => {
          if (held.aborted) resolve();
          else held.addEventListener('abort', () => resolve(), { once: true });
        });
        await stop();
      });
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
};

import {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  Owner,
  ServiceRef,
  SourceStatus,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskedService,
  DiscoveredObjective,
  FactProvider,
  IndicatorSource,
  Measurement,
  ObjectiveProvider,
  PullSource,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { PushTarget } from './api/pushRoutes';
import { CallNeeds, FeasibilityReader } from './feasibility/feasibilityAnswer';
import { TimelineMarks } from './history/TimelineMarks';
import { IncomingCalls } from './measuring/callsIndicatorSource';
import { ResolveNames } from './objectives';
import { RulesQuery, SloReader } from './SloReader';
import { createSloRow, SloPart } from './telling/sloPart';
import { SendNotice } from './telling/notify';

/** Who says something, and for how long it may be believed. */
export type SloOrigin = {
  /** id of the source */
  source: string;
  freshFor: number;
  lost?(cause: string, count: number): void;
};

/** What is known of the services that objectives are about. */
export interface FleetView {
  /** all of them, in pages */
  asked(): AsyncIterable<AskedService[]>;
  /** how many there are: another number, and the book is read anew */
  size(): Promise<number>;
  inBrief(refs: readonly ServiceRef[]): Promise<
    Map<
      ServiceRef,
      {
        ref: ServiceRef;
        name: string;
        title: string;
        owner?: Owner;
        tier?: Tier;
      }
    >
  >;
  /** what to do when something is wrong with these, where somebody wrote it down */
  runbooksOf(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, string>>;
  /** these owners, and every group under them */
  groupsUnder(owners: readonly string[]): Promise<string[]>;
  /** which service an outside system means by a name */
  resolve: ResolveNames;
}

export type SloOptions = {
  /** as `openDatabase` gives it */
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  config: RootConfigService;
  urlReader: UrlReaderService;
  fleet: FleetView;
  calls: { incoming: IncomingCalls; needs(): Promise<CallNeeds> };
  indicatorSources: readonly IndicatorSource[];
  objectiveProviders: readonly ObjectiveProvider[];
  /** how the sources are that measure */
  statusOf(source: string): Promise<SourceStatus | undefined>;
  /** asks a source before its time: there is something new to measure */
  measureSoon(source: string): Promise<unknown>;
  /** objectives of these stand differently */
  changed(refs: readonly ServiceRef[]): Promise<void>;
  /** left out while nobody wants to be notified */
  send?: SendNotice;
  /** deploys and changes of contracts, when features tell of them */
  marks?: TimelineMarks;
};

export interface Slo {
  /** to be run by intake like any other source */
  sources: PullSource[];
  /** what intake hands over from their reports */
  sections: {
    measurements(measurements: Measurement[], from: SloOrigin): Promise<void>;
    discoveredObjectives(
      found: DiscoveredObjective[],
      from: SloOrigin,
    ): Promise<void>;
  };
  reader: SloReader;
  feasibility: FeasibilityReader;
  /** recording and alerting rules for Prometheus, as YAML */
  rules(query: RulesQuery): Promise<string>;
  /** owners of those of these services that exist, where they have one */
  ownersOf(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, string | undefined>>;
  pushed: PushTarget;
  /** what scorecards and pages can know of objectives */
  facts: FactProvider;
  /** what every dossier says about objectives */
  part: SloPart;
  /** what every row of the Fleet says about objectives */
  row: ReturnType<typeof createSloRow>;
  /** begins the background work; needed once a replica */
  start(): Promise<void>;
  /** ends it and waits for what is under way */
  stop(): Promise<void>;
}

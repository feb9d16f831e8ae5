import {
  AuthService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import {
  FactProvider,
  OnCallReport,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { OnCallReader } from './OnCallReader';
import { Overrides } from './overrides/createOverrides';
import { RosterOrigin } from './rosters/RosterStore';
import { createOnCallPart } from './telling/onCallPart';
import { createOnCallRow } from './telling/onCallRow';

/** What is known of services beside who is on call for them. */
export type OnCallFleet = {
  /** those that do not exist are left out */
  inBrief(
    refs: readonly ServiceRef[],
  ): Promise<
    ReadonlyMap<
      ServiceRef,
      { title: string; owner?: { ref: string; name: string } }
    >
  >;
  /** all services, with who owns them */
  read(): Promise<{
    services: ReadonlyMap<ServiceRef, { owner?: { ref: string } }>;
  }>;
};

export type OnCallOptions = {
  /** as `openDatabase` gives it */
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  config: RootConfigService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  events: EventsService;
  urlReader: Pick<UrlReaderService, 'readUrl'>;
  fleet: OnCallFleet;
  /** people see something else of these */
  changed(refs: readonly ServiceRef[]): Promise<void>;
};

export interface OnCall {
  /** what intake hands over from sources' reports */
  sections: {
    oncall(report: OnCallReport, from: RosterOrigin): Promise<void>;
  };
  reader: OnCallReader;
  overrides: Overrides;
  fleet: OnCallFleet;
  /** what scorecards and pages can know of who is on call */
  facts: FactProvider;
  /** what every dossier says about it */
  part: ReturnType<typeof createOnCallPart>;
  /** what every row of the Fleet says about it */
  row: ReturnType<typeof createOnCallRow>;
  /** one round each of the background work */
  rounds: {
    people(signal: AbortSignal): Promise<void>;
    rotations(signal: AbortSignal): Promise<void>;
    tell(): Promise<void>;
    forget(): Promise<void>;
  };
  /** begins the background work; needed once a replica */
  start(): Promise<void>;
  /** ends it and waits for what is under way */
  stop(): Promise<void>;
}

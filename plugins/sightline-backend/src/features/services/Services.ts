import {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import {
  AskedService,
  ClueProvider,
  FactProvider,
  PullSource,
  ReportSections,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { ReadinessCheck } from '../../platform/http/healthRoutes';
import { AliasDecisions, AliasReader } from './aliases/AliasReader';
import { DirectoryReader } from './directory/Directory';
import { DossierPart, DossierReader } from './dossier/DossierReader';
import { ServiceListReader } from './list/ServiceListReader';
import { FleetReader } from './fleetReader';
import { RowWord } from './engine/rowColumns';
import { RowPart } from './rows/RowPart';

/** Who says it, and where it counts what had to be dropped. */
export type ReportOrigin = {
  /** id of the source */
  source: string;
  /** dropped because a cap was reached: shown on the Sources page */
  lost?(cause: string, count: number): void;
};

export type ServicesOptions = {
  /** as `openDatabase` gives it */
  database: Knex;
  catalog: CatalogService;
  auth: AuthService;
  events: EventsService;
  clock: Clock;
  logger: LoggerService;
  config: RootConfigService;
  factProviders?: readonly FactProvider[];
  clueProviders?: readonly ClueProvider[];
};

export interface Services {
  /** the mirror of the catalog; give it to intake like any other source */
  source: PullSource;
  /** what intake hands over from other sources' reports, by section */
  sections: {
    [Section in keyof Pick<ReportSections, 'names' | 'facts' | 'clues'>]: (
      statements: ReportSections[Section],
      from: ReportOrigin,
    ) => Promise<void>;
  };
  list: ServiceListReader;
  dossiers: DossierReader;
  /** everything that can call or be called, in a few words each */
  directory: DirectoryReader;
  /** for features that keep lists of their own */
  fleet: FleetReader;
  aliases: AliasReader & AliasDecisions;
  /** all services as sources are asked about them, in pages, ordered by ref */
  asked(options?: { pageSize?: number }): AsyncIterable<AskedService[]>;
  /** before `start`; the part shows up in every dossier under its word */
  registerPart(part: DossierPart): void;
  /** before `start`; the part shows up in every row of the Fleet under its word */
  registerRowPart(part: RowPart): void;
  /** a feature has news about these: their dossiers and rows are made again */
  changed(refs: readonly ServiceRef[]): Promise<void>;
  /** a feature has something else to show in every row: all are read again soon */
  rowsChanged(word: RowWord): Promise<void>;
  /** holds once the catalog has been mirrored for the first time */
  readiness: ReadinessCheck;
  /** subscribes to events and begins the background work; needed once a replica */
  start(): Promise<void>;
  /** ends it and waits for what is under way */
  stop(): Promise<void>;
}

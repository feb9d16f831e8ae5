import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Instant,
  Millis,
  ServiceRef,
  TimelineMark,
} from '@sightline/backstage-plugin-sightline-common';
import {
  ContractBroker,
  ContractsReport,
  FactProvider,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { ContractsReader } from './ContractsReader';
import { ApiCatalog } from './engine/apis';
import { Traffic } from './engine/Traffic';
import { PacticipantNames } from './mirror/createMirrorReader';
import { MirrorOrigin } from './mirror/MirrorStore';
import { createContractsPart } from './telling/contractsPart';
import { ContractsRow } from './telling/contractsRow';

export type ContractsOptions = {
  /** as `openDatabase` gives it */
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  contractBrokers: readonly ContractBroker[];
  names: PacticipantNames;
  catalog: { read(): Promise<ApiCatalog> };
  /** who was seen speaking to whom */
  traffic(): Promise<Traffic>;
  /** contracts of these are different */
  changed(refs: readonly ServiceRef[]): Promise<void>;
  /** what can be said of contracts is different of every service, also without any */
  rowsChanged(): Promise<void>;
  /**
   * Asks a source before its time, because its broker has told of something: in a round
   * that begins only now, and to its end.
   */
  askAnew(source: string): Promise<unknown>;
  /** between two rounds that webhooks lead to; 5 s when left out */
  webhookRest?: Millis;
};

export interface Contracts {
  /** what intake hands over from sources' reports */
  sections: {
    contracts(report: ContractsReport, from: MirrorOrigin): Promise<void>;
  };
  reader: ContractsReader;
  catalog: ContractsOptions['catalog'];
  /** what scorecards and pages can know of contracts */
  facts: FactProvider;
  /** what every dossier says about contracts */
  part: ReturnType<typeof createContractsPart>;
  /** what every row of the Fleet says about contracts */
  row: ContractsRow;
  /** what happened to contracts, for time lines */
  marks: {
    read(
      service: ServiceRef,
      range: { from: Instant; to: Instant },
    ): Promise<TimelineMark[]>;
  };
  /** whether a webhook shows the secret of its broker; if so, the broker is asked soon */
  told(broker: string, secret: string | undefined): boolean;
  /** begins the background work; needed once a replica */
  start(): Promise<void>;
  /** ends it and waits for what is under way */
  stop(): Promise<void>;
}

import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import {
  FactProvider,
  WorkloadsReport,
} from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { WorkloadNames } from './reading/serviceNames';
import { WorkloadsOrigin } from './store/WorkloadStore';
import { createWorkloadsPart } from './telling/workloadsPart';
import { createWorkloadRows } from './telling/workloadRows';
import { WorkloadsReader } from './WorkloadsReader';

/** What is known of services beside what runs of them. */
export type WorkloadsFleet = {
  /** those that do not exist are left out */
  inBrief(
    refs: readonly ServiceRef[],
  ): Promise<
    ReadonlyMap<ServiceRef, { title: string; owner?: { ref: string } }>
  >;
};

export type WorkloadsOptions = {
  /** as `openDatabase` gives it */
  database: Knex;
  clock: Clock;
  logger: LoggerService;
  names: WorkloadNames;
  fleet: WorkloadsFleet;
  /** those that are set up: what others left behind is not shown */
  sources: readonly { id: string }[];
  /** people see something else of these */
  changed(refs: readonly ServiceRef[]): Promise<void>;
  /** how services are is known again, though nothing may have changed */
  healthChanged(): Promise<void>;
};

export interface Workloads {
  /** what intake hands over from sources' reports */
  sections: {
    workloads(report: WorkloadsReport, from: WorkloadsOrigin): Promise<void>;
  };
  reader: WorkloadsReader;
  fleet: WorkloadsFleet;
  /** what scorecards and pages can know of workloads */
  facts: FactProvider;
  /** what every dossier says about workloads */
  part: ReturnType<typeof createWorkloadsPart>;
  /** what every row of the Fleet says about workloads */
  rows: ReturnType<typeof createWorkloadRows>;
  /** deploys, for time lines */
  marks: { read: WorkloadsReader['marks'] };
  /** begins the background work; needed once a replica */
  start(): Promise<void>;
  /** ends it and waits for what is under way */
  stop(): Promise<void>;
}

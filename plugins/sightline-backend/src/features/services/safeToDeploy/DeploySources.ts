import {
  CallParty,
  ContractVerdict,
  Evidence,
  ObjectiveStatus,
  ServiceContracts,
  ServiceRef,
  SourceStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { FleetReader } from '../fleetReader';
import { RolloutTold } from './engine/Told';

/** What the feature of contracts is asked. */
export interface AskedContracts {
  /** whether any broker was ever mirrored */
  isKnown(): Promise<boolean>;
  ofService(ref: ServiceRef): Promise<OwnContracts>;
  /** one for each name of the service on brokers */
  verdictsOf(
    ref: ServiceRef,
    asked: { version: string; environment: string },
  ): Promise<ContractVerdict[]>;
}

export type OwnContracts = Pick<
  ServiceContracts,
  'providers' | 'consumers' | 'deployed' | 'environments'
>;

/** What the feature of objectives is asked. */
export interface AskedObjectives {
  /** worst first; services without objectives are left out */
  ofServices(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, ObjectiveStatus[]>>;
}

/** What the feature of workloads is asked. */
export interface AskedWorkloads {
  /** whether any cluster was ever seen */
  isKnown(): Promise<boolean>;
  /** by cluster; empty where none is known to run it */
  rolloutOf(ref: ServiceRef): Promise<RolloutTold[]>;
}

/** What the feature of calls is asked. */
export interface AskedCalls {
  needs(): Promise<{
    /** undefined while nobody ever reported calls */
    evidence?: Evidence;
    /** undefined for a service that was never seen calling or being called */
    of(service: ServiceRef):
      | readonly {
          party: Pick<CallParty, 'entity' | 'owner' | 'name'>;
          depth: number;
        }[]
      | undefined;
  }>;
}

/** Everybody who is asked before answering; handed in by the wiring. */
export type DeploySources = {
  fleet: Pick<FleetReader, 'inBrief'>;
  contracts: AskedContracts;
  slo: AskedObjectives;
  workloads: AskedWorkloads;
  calls: AskedCalls;
  /** which sources there are, whether they have said anything or not */
  statuses: {
    list(): Promise<
      readonly Pick<
        SourceStatus,
        'id' | 'title' | 'state' | 'lastSuccessAt' | 'freshFor'
      >[]
    >;
  };
};

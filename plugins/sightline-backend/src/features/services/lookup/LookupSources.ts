import {
  ServiceRef,
  Workload,
} from '@sightline/backstage-plugin-sightline-common';
import { LookupClue } from './engine/Subject';
import { TraceClue } from './engine/LookupIndex';

/** What the feature of workloads is asked. */
export interface AskedWorkloads {
  /** whether any cluster was ever seen */
  isKnown(): Promise<boolean>;
  /** services that no cluster runs are left out */
  running(
    refs: readonly ServiceRef[],
  ): Promise<
    ReadonlyMap<
      ServiceRef,
      { workloads: readonly Pick<Workload, 'key' | 'images' | 'troubles'>[] }
    >
  >;
}

/** What the feature of calls is asked. */
export interface AskedCalls {
  /** hosts, stores and topics by service, and the traces kept as examples */
  clues(): Promise<{
    services: ReadonlyMap<ServiceRef, readonly LookupClue[]>;
    traces: ReadonlyMap<string, readonly TraceClue[]>;
  }>;
}

/** Features that know more words for a service; handed in by the wiring. */
export type LookupSources = { workloads: AskedWorkloads; calls: AskedCalls };

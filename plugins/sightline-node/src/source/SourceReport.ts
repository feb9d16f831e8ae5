import {
  FactReading,
  OutsideName,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { ContractsReport } from '../contracts/ContractBroker';
import { Measurement } from '../indicators/Indicator';
import { DiscoveredObjective } from '../indicators/IndicatorSource';
import { OnCallReport } from '../oncall/OnCallReport';
import { WorkloadsReport } from '../workloads/WorkloadsReport';
import type { CallsReport } from '../spans/engine/CallsReport';

/** A word by which people may look for a service: a host, an image, a topic… @public */
export type Clue = {
  service: ServiceRef;
  /** what kind of word it is, for the reason shown with a match: `host`, `image` */
  kind: string;
  value: string;
};

/**
 * What a source can say, by section. A feature that understands a new kind of
 * statement adds its section here; intake hands each section to whoever
 * registered for it and knows none of them itself.
 * @public
 */
export interface ReportSections {
  /** names the outside system uses for services */
  names: OutsideName[];
  /** typed values about services, for scorecards and pages */
  facts: { service: ServiceRef; facts: FactReading[] }[];
  clues: Clue[];
  /**
   * who called whom, counted by whoever saw the spans; of several reports each is
   * kept by itself, one after the other
   */
  calls: CallsReport | CallsReport[];
  /** what came of objectives that are in force */
  measurements: Measurement[];
  /** all objectives the system has rules for: those it no longer names are gone */
  discoveredObjectives: DiscoveredObjective[];
  /** everything a broker of contracts knows */
  contracts: ContractsReport;
  /** what runs in a cluster */
  workloads: WorkloadsReport;
  /** who is on call, for which teams and services */
  oncall: OnCallReport;
}

/** @public */
export type SectionName = keyof ReportSections;

/** One answer of a source; sections it has nothing to say about are left out. @public */
export type SourceReport = Partial<ReportSections>;

import {
  DeploysPage,
  SafeToDeploy,
  ServiceRef,
  ServiceWorkloads,
  operations,
} from '@sightline/backstage-plugin-sightline-common';
import type { AskOptions, PageOptions } from './SightlineApi';

/** Whose deploys, and of which stretch of time. @public */
export type DeploysQuery = Omit<
  NonNullable<operations['getDeploys']['parameters']['query']>,
  keyof PageOptions
>;
/** What would be deployed, and where; left out: whatever, and where it matters most. @public */
export type SafeQuestion = Omit<
  NonNullable<operations['getSafeToDeploy']['parameters']['query']>,
  'exit'
>;

/** What the portal asks about what runs. @public */
export interface WorkloadsApi {
  getServiceWorkloads(
    service: ServiceRef,
    options?: AskOptions<ServiceWorkloads>,
  ): Promise<ServiceWorkloads>;
  getDeploys(
    query: DeploysQuery & PageOptions,
    options?: AskOptions<DeploysPage>,
  ): Promise<DeploysPage>;
  getSafeToDeploy(
    service: ServiceRef,
    question: SafeQuestion,
    options?: AskOptions<SafeToDeploy>,
  ): Promise<SafeToDeploy>;
  /** Where a pipeline asks the same: it answers with a status, for `curl --fail`. */
  whereToAskIfSafe(
    service: ServiceRef,
    question: SafeQuestion,
  ): Promise<string>;
}

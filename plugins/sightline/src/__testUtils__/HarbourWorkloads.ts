import {
  DeploysPage,
  SafeToDeploy,
  ServiceRef,
  ServiceWorkloads,
} from '@sightline/backstage-plugin-sightline-common';
import { DeploysQuery, PageOptions, SafeQuestion } from '../api';

/** What a fake backend answers about what runs; what is left out is not known to it. */
export type HarbourWorkloads = {
  getServiceWorkloads?(service: ServiceRef): ServiceWorkloads;
  getDeploys?(query: DeploysQuery & PageOptions): DeploysPage;
  getSafeToDeploy?(service: ServiceRef, question: SafeQuestion): SafeToDeploy;
  whereToAskIfSafe?(service: ServiceRef, question: SafeQuestion): string;
};

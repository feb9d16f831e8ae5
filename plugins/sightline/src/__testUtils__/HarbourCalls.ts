import {
  BlastRadius,
  CallMap,
  DependencyDrift,
  Journey,
  JourneysPage,
  ServiceCalls,
  ServiceRef,
  Suspects,
} from '@sightline/backstage-plugin-sightline-common';
import { CallMapQuery, CallsQuery, JourneysQuery } from '../api';

/** What a fake backend answers about calls; what is left out is not known to it. */
export type HarbourCalls = {
  getCallMap?(query: CallMapQuery): CallMap;
  getServiceCalls?(service: ServiceRef, query: CallsQuery): ServiceCalls;
  getDependencyDrift?(service: ServiceRef): DependencyDrift;
  getBlastRadius?(service: ServiceRef, query: CallsQuery): BlastRadius;
  getSuspects?(service: ServiceRef, query: CallsQuery): Suspects;
  getJourneys?(query: JourneysQuery): JourneysPage;
  getJourney?(id: string, query: CallsQuery): Journey;
};

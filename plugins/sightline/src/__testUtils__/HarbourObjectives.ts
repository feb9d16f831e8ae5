import {
  ObjectiveHistory,
  ObjectiveProblem,
  ObjectivesPage,
  ServiceObjectives,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { HistoryRange, ObjectivesQuery, PageOptions } from '../api';

/** What a fake backend answers about objectives; what is left out is not known to it. */
export type HarbourObjectives = {
  getObjectives?(query: ObjectivesQuery & PageOptions): ObjectivesPage;
  getObjectivesCsv?(query: ObjectivesQuery): Blob;
  getObjectiveProblems?(): ObjectiveProblem[];
  getServiceObjectives?(service: ServiceRef): ServiceObjectives;
  getObjectiveHistory?(
    service: ServiceRef,
    objective: string,
    range: HistoryRange,
  ): ObjectiveHistory;
};

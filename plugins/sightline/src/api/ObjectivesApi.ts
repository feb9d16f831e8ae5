import {
  ObjectiveHistory,
  ObjectiveProblem,
  ObjectivesPage,
  ServiceObjectives,
  ServiceRef,
  operations,
} from '@sightline/backstage-plugin-sightline-common';
import type { AskOptions, PageOptions } from './SightlineApi';

type QueryOf<Op extends keyof operations> = NonNullable<
  operations[Op]['parameters']['query']
>;

/** What objectives are filtered and sorted by, without paging. @public */
export type ObjectivesQuery = QueryOf<'getObjectivesCsv'>;
/** Which part of the past; left out: the objective's window, until now. @public */
export type HistoryRange = QueryOf<'getObjectiveHistory'>;

/** What the portal asks about objectives. @public */
export interface ObjectivesApi {
  getObjectives(
    query: ObjectivesQuery & PageOptions,
    options?: AskOptions<ObjectivesPage>,
  ): Promise<ObjectivesPage>;
  getObjectivesCsv(
    query: ObjectivesQuery,
    options?: { signal?: AbortSignal },
  ): Promise<Blob>;
  /** Documents that cannot be read as they stand. */
  getObjectiveProblems(
    options?: AskOptions<ObjectiveProblem[]>,
  ): Promise<ObjectiveProblem[]>;
  getServiceObjectives(
    service: ServiceRef,
    options?: AskOptions<ServiceObjectives>,
  ): Promise<ServiceObjectives>;
  /** `objective` is its name within the service. */
  getObjectiveHistory(
    service: ServiceRef,
    objective: string,
    query: HistoryRange,
    options?: AskOptions<ObjectiveHistory>,
  ): Promise<ObjectiveHistory>;
}

import { useApi } from '@backstage/core-plugin-api';
import {
  ObjectiveRow,
  ObjectivesPage,
  ObjectiveState,
} from '@sightline/backstage-plugin-sightline-common';
import { ObjectivesQuery, sightlineApiRef, usePages } from '../../api';

const EVERY = 30_000;
/** The first page is small to be there soon; the next are few and large. */
const FIRST_PAGE = 60;
const PAGE = 200;

const none: ObjectivesPage = {
  items: [],
  total: 0,
  of: 0,
  states: { page: 0, ticket: 0, exhausted: 0, unknown: 0, met: 0 },
  problems: 0,
};

/** The objectives in some of the states; for no state nothing is asked. */
export function useObjectives(
  query: ObjectivesQuery,
  states: ObjectiveState[],
) {
  const api = useApi(sightlineApiRef);
  return usePages<ObjectiveRow, ObjectivesPage>(
    JSON.stringify([query, states]),
    (cursor, options) =>
      states.length === 0
        ? Promise.resolve(none)
        : api.getObjectives(
            {
              ...query,
              state: states,
              cursor,
              limit: cursor ? PAGE : FIRST_PAGE,
            },
            options,
          ),
    { every: EVERY },
  );
}

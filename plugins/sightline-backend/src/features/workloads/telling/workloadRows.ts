import {
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { WorkloadsReader } from '../WorkloadsReader';

/** News come at once; this often, for the age of what is shown. */
const rowsEvery: Millis = 120_000;

/** What a row of the Fleet says about how a service runs, and when it was deployed. */
export const createWorkloadRows = (reader: Pick<WorkloadsReader, 'inShort'>) =>
  [
    {
      ...{ word: 'health' as const, every: rowsEvery },
      async read(refs: readonly ServiceRef[]) {
        const short = await reader.inShort(refs);
        return new Map(
          [...short].map(([ref, { health }]) => [ref, health] as const),
        );
      },
    },
    {
      ...{ word: 'lastDeploy' as const, every: rowsEvery },
      async read(refs: readonly ServiceRef[]) {
        const short = await reader.inShort(refs);
        return new Map(
          [...short].flatMap(([ref, { lastDeploy }]) =>
            lastDeploy ? [[ref, lastDeploy] as const] : [],
          ),
        );
      },
    },
  ] as const;

import {
  Millis,
  onCallSummary,
  OnCallSummary,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { OnCallReader } from '../OnCallReader';

/** Hand-overs are told of at once; this often, for the age of what is shown. */
const rowsEvery: Millis = 240_000;

/** What a row of the Fleet says about who is on call. */
export const createOnCallRow = (
  reader: Pick<OnCallReader, 'ofServices' | 'isKept'>,
) => ({
  ...{ word: 'onCall' as const, every: rowsEvery },
  async read(refs: readonly ServiceRef[]) {
    // Where nothing is set up a column of nobodies would say nothing.
    if (!(await reader.isKept())) return new Map<ServiceRef, OnCallSummary>();
    const all = await reader.ofServices(refs);
    return new Map(
      [...all].map(([ref, now]) => [ref, onCallSummary(now)] as const),
    );
  },
});

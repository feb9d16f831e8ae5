import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { breathe, chunks } from '../../../../platform/chunks';
import { TraceClue } from '../engine/LookupIndex';
import { LookupClue } from '../engine/Subject';
import { workloadClues } from '../engine/workloadClues';
import { LookupSources } from '../LookupSources';

/** What other features know to lead to services. */
export type MoreClues = {
  services: ReadonlyMap<ServiceRef, readonly LookupClue[]>;
  traces: ReadonlyMap<string, readonly TraceClue[]>;
};

const CHUNK = 200;

/** Asks calls and workloads about all services, a few at a time. */
export const readMore = async (
  { calls, workloads }: LookupSources,
  refs: readonly ServiceRef[],
): Promise<MoreClues> => {
  const called = await calls.clues();
  const services = new Map<ServiceRef, readonly LookupClue[]>(called.services);
  if (!(await workloads.isKnown())) {
    return { services, traces: called.traces };
  }
  for (const chunk of chunks(refs, CHUNK)) {
    for (const [ref, running] of await workloads.running(chunk)) {
      const seen = workloadClues(running.workloads);
      services.set(ref, [...(services.get(ref) ?? []), ...seen]);
    }
    await breathe();
  }
  return { services, traces: called.traces };
};

import { Fault } from '@sightline/backstage-plugin-sightline-common';
import { ok, Outcome } from '@sightline/backstage-plugin-sightline-node';
import { isFinal, Refusal, Sampling } from '../TraceBackend';

/** How many spans a trace has; `partial` says in Tempo's words why these are not all. */
export type FetchedTrace = { spans: number; partial?: string };

const refusalsAtMost = 3;

const gone = 'traces that were found, and gone when they were asked for';

/**
 * Fetches one trace after the other. One that cannot be had is said in a note;
 * after a few the rest is left where it is. A refusal is the answer when it is
 * for all, or when not one trace could be had.
 */
export const fetchTraces = async (
  ids: readonly string[],
  { traces, isOver, lost }: Sampling,
  fetchTrace: (id: string) => Promise<Outcome<FetchedTrace>>,
): Promise<Outcome<void>> => {
  const refusals: Refusal[] = [];
  const notes = new Set<string>();
  let fetched = 0;
  for (const [nth, id] of ids.entries()) {
    if (refusals.length >= refusalsAtMost || isOver()) {
      lost('traces that were found, and not asked for', ids.length - nth);
      break;
    }
    if (!traces.claim(id)) continue;
    const answer = await fetchTrace(id);
    if (answer.outcome === 'ok') {
      const { spans, partial } = answer.value;
      fetched += 1;
      if (spans === 0) lost(gone, 1);
      if (partial !== undefined) {
        lost('traces that came incomplete', 1);
        notes.add(`Traces came incomplete: ${partial.slice(0, 200)}`);
      }
    } else if (answer.fault.kind === 'not-found') {
      lost(gone, 1);
    } else {
      if (isFinal(answer)) return answer;
      refusals.push(answer);
      notes.add(wordsOf(answer.fault));
    }
  }
  return fetched === 0 && refusals.length > 0
    ? refusals[0]
    : ok(undefined, [...notes]);
};

const wordsOf = ({ words }: Fault) => `A trace could not be had: ${words}`;

import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  CallsPart,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { Asker } from '../backends/Asker';
import { Refusal, TraceBackend } from '../backends/TraceBackend';
import { dependencyReport } from './dependencyReport';
import { TimeWindow } from './engine/windowAt';

export type NamesInsteadOptions = {
  backend: TraceBackend;
  asker: Asker;
  window: TimeWindow;
  context: AskContext;
  now: () => Instant;
};

/**
 * Who calls whom by the back-end's own word: better than nothing where traces
 * cannot be had. The refusal stands where there is not even that.
 */
export const namesInstead = async (
  refusal: Refusal,
  { backend, asker, window, context: { lost }, now }: NamesInsteadOptions,
): Promise<Outcome<CallsPart>> => {
  const answer = await backend.dependencies?.(asker, window);
  if (answer?.outcome !== 'ok') return refusal;
  const why = `Traces cannot be asked for, so there are names alone, without operations, errors and durations: ${refusal.fault.words}`;
  const part = dependencyReport(answer.value, { now: now(), lost });
  return ok(part, [why, ...(answer.notes ?? [])]);
};

import { Fault, Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import {
  isFinal,
  Refusal,
  Sampling,
  stopped,
  TraceBackend,
} from '../backends/TraceBackend';

export type SampleServicesOptions = {
  backend: TraceBackend;
  services: readonly string[];
  sampling: Omit<Sampling, 'isOver'>;
  context: AskContext;
  now: () => Instant;
};

const searchesAtOnce = 4;
const refusalsAtMost = 5;
/** Of the time there is; what comes after is needed to hand over what was found. */
const shareOfTime = 0.8;

/**
 * Asks for traces of each service, a few at once. What was had when the time is
 * nearly up, or when the other side has refused too often, is an answer with
 * notes; a refusal is the answer only when there was nothing else.
 */
export const sampleServices = async (
  options: SampleServicesOptions,
): Promise<Outcome<void>> => {
  const { backend, services, sampling, context, now } = options;
  const { traces, lost } = sampling;
  const waiting = [...services];
  const refusals: Refusal[] = [];
  const notes = new Set<string>();
  const enough = now() + (context.deadline - now()) * shareOfTime;
  let isRefused = false;

  const isOver = () =>
    isRefused || context.signal.aborted || traces.isFull || now() >= enough;

  const work = async () => {
    while (!isOver()) {
      const service = waiting.shift();
      if (service === undefined) return;
      const answer = await backend.sample(service, { ...sampling, isOver });
      if (answer.outcome === 'ok') answer.notes?.forEach(one => notes.add(one));
      else {
        refusals.push(answer);
        isRefused ||= isFinal(answer) || refusals.length >= refusalsAtMost;
      }
    }
  };
  await Promise.all(Array.from({ length: searchesAtOnce }, work));

  if (context.signal.aborted) return refusals[0] ?? stopped;
  const asked = services.length - waiting.length;
  if (refusals.length > 0 && traces.isEmpty) {
    return refusals.find(isFinal) ?? refusals[0];
  }
  if (waiting.length > 0) {
    lost('services whose traces were not asked for in time', waiting.length);
  }
  const refused = refusals.map(({ fault }) => fault);
  return ok(undefined, [...notes, ...inWords(refused, asked)]);
};

const inWords = (refused: readonly Fault[], asked: number): string[] =>
  refused.length === 0
    ? []
    : [
        `Traces of ${refused.length} of ${asked} services could not be had: ${refused[0].words}`,
      ];

import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  CallsPart,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { Asker } from '../backends/Asker';
import { serviceNames } from '../backends/serviceNames';
import { TraceBackend } from '../backends/TraceBackend';
import { BackendConfig } from '../readTracesConfig';
import { servicesOfTurn } from './engine/servicesOfTurn';
import { TimeWindow } from './engine/windowAt';
import { SampledTraces } from './SampledTraces';
import { sampleServices } from './sampleServices';

export type SampleWindowOptions = {
  backend: TraceBackend;
  config: Pick<BackendConfig, 'leaveOut' | 'atMost'>;
  /** names of services, as the back-end gave them */
  names: readonly unknown[];
  asker: Asker;
  window: TimeWindow;
  context: AskContext;
  now: () => Instant;
};

/** The calls in some traces of a window: of each service whose turn it is, a few. */
export const sampleWindow = async (
  options: SampleWindowOptions,
): Promise<Outcome<CallsPart>> => {
  const { backend, config, asker, window, context, now } = options;
  const losses = createLosses();
  const { lost } = losses;
  const traces = new SampledTraces({
    window,
    tracesAtMost: config.atMost.traces,
    now: now(),
    lost,
  });
  const atMost = config.atMost.tracesOfAService;
  const sampled = await sampleServices({
    ...{ backend, context, now },
    services: servicesToAsk(options, lost),
    sampling: { asker, window, atMost, traces, lost },
  });
  if (sampled.outcome !== 'ok') return sampled;
  const part = await traces.finish();
  losses.tell(context);
  return ok(part, sampled.notes);
};

const servicesToAsk = (
  { config: { leaveOut, atMost }, names, window }: SampleWindowOptions,
  lost: (cause: string, count: number) => void,
) => {
  const wanted = serviceNames(names, lost).filter(
    name => !leaveOut.includes(name),
  );
  const services = servicesOfTurn(wanted, {
    window: window.number,
    atMost: atMost.services,
  });
  const others = wanted.length - services.length;
  if (others > 0) lost('services whose turn it was not', others);
  return services;
};

// What a question that fails leaves out is not lost: it is asked again.
const createLosses = () => {
  const losses: [string, number][] = [];
  return {
    lost: (cause: string, count: number) => {
      losses.push([cause, count]);
    },
    tell: ({ lost }: AskContext) =>
      losses.forEach(([cause, count]) => lost(cause, count)),
  };
};

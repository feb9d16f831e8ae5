import { Outcome } from '@sightline/backstage-plugin-sightline-node';
import { TimeWindow } from '../sampling/engine/windowAt';
import { SampledTraces } from '../sampling/SampledTraces';
import { Asker } from './Asker';

/** An answer that is none. */
export type Refusal = Exclude<Outcome<never>, { outcome: 'ok' }>;

/** Who called whom, as the back-end itself worked it out. */
export type Dependency = { caller: string; callee: string };

/** What a source needs of a system that keeps traces. */
export interface TraceBackend {
  readonly title: string;
  /** names of services with traces, as they came; the first question of a round */
  services(asker: Asker, window: TimeWindow): Promise<Outcome<unknown[]>>;
  /** hands traces of one service to the sample */
  sample(service: string, sampling: Sampling): Promise<Outcome<void>>;
  /** for when traces cannot be asked for */
  dependencies?(
    asker: Asker,
    window: TimeWindow,
  ): Promise<Outcome<Dependency[]>>;
}

export type Sampling = {
  asker: Asker;
  window: TimeWindow;
  /** traces of the service at most */
  atMost: number;
  traces: SampledTraces;
  /** whether to ask for nothing more: the time is nearly up, or there are enough */
  isOver(): boolean;
  lost: (cause: string, count: number) => void;
};

/** A refusal that the next question would get as well. */
export const isFinal = (answer: Outcome<unknown>): boolean =>
  answer.outcome !== 'ok' &&
  ['not-authorised', 'rate-limited'].includes(answer.fault.kind);

/** What there is to say when nobody waits any more. */
export const stopped: Refusal = {
  outcome: 'retry',
  fault: {
    kind: 'timeout',
    words: 'Stopped before all traces had been asked for',
  },
};

/** Said of a search that came back full: how many more there are, nobody says. */
export const cutSearch = 'searches with more traces than were asked for';

import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Source } from '@sightline/backstage-plugin-sightline-node';
import { IntakeStore } from '../store/IntakeStore';
import { RunningSource } from './RunningSource';

/** One way of running a source: pulled, watched or told. */
export interface Runner {
  /** returns when everything is arranged, not when the source has answered */
  start(): Promise<void>;
  /** writes down what has gathered in memory */
  flush(): Promise<void>;
  /** aborts what is under way and waits for it */
  stop(): Promise<void>;
}

export const flushLosses = async (
  { source, losses }: RunningSource<Source>,
  store: IntakeStore,
  now: Instant,
): Promise<void> => {
  const taken = losses.take();
  try {
    await store.addLosses(source.id, taken, now);
  } catch (error) {
    losses.putBack(taken);
    throw error;
  }
};

import type { Truth } from '../engine/Truth.ts';
import type { Served } from '../serving/listenHere.ts';
import { serveBroker } from './api/serveBroker.ts';
import { createBroker } from './model/createBroker.ts';

/** Harbour's contracts over the HTTP API of a Pact Broker. */
export const startPact = (options: {
  port: number;
  truth: Truth;
  startMs: number;
}): Promise<Served> => {
  const { port, truth, startMs } = options;
  return serveBroker({ port, broker: createBroker(truth, startMs) });
};

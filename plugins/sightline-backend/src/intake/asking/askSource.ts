import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { PullSource } from '@sightline/backstage-plugin-sightline-node';
import { Clock } from '../../platform/clock';
import { IntakeTelemetry } from '../IntakeTelemetry';
import { SourceSettings } from '../readIntakeConfig';
import { Ask, Question } from './Ask';
import { bulkheaded } from './bulkheaded';
import { CircuitCell, circuitBroken } from './circuitBroken';
import { coalesced } from './coalesced';
import { measured } from './measured';
import { neverThrowing } from './neverThrowing';
import { retried } from './retried';
import { timed } from './timed';

export type AskSourceOptions = {
  source: PullSource;
  settings: SourceSettings;
  cell: CircuitCell;
  clock: Clock;
  elapsed: () => Millis;
  random: () => number;
  telemetry: IntakeTelemetry;
  onLate: () => void;
};

/**
 * A source with everything around it. From the inside out: what it throws
 * becomes an outcome; it is tried again within its deadline; at the deadline it
 * is over; a source that keeps failing is left alone; it never gets more than
 * its own places; equal questions are one; all of it is measured.
 */
export const askSource = (options: AskSourceOptions): Ask => {
  const { source, settings, cell, clock, random } = options;
  const ask: Ask = async ({ services }, context) =>
    source.pull(services, context);
  const patient = retried(neverThrowing(ask), {
    settings: settings.retry,
    clock,
    random,
  });
  const limited = timed(patient, {
    timeout: settings.timeout,
    clock,
    onLate: options.onLate,
  });
  const broken = circuitBroken(limited, {
    cell,
    settings: settings.circuit,
    clock,
  });
  const inPlaces = bulkheaded(broken, settings.concurrency);
  const shared = coalesced(inPlaces, (question: Question) => question.key);
  return measured(shared, {
    source: source.id,
    telemetry: options.telemetry,
    elapsed: options.elapsed,
  });
};

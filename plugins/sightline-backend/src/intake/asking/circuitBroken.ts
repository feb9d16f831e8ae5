import { retry } from '@sightline/backstage-plugin-sightline-node';
import { Clock } from '../../platform/clock';
import {
  afterBadAnswer,
  afterGoodAnswer,
  Circuit,
  CircuitSettings,
  circuitState,
  triedAgainAt,
} from '../engine/circuit';
import { durationInWords } from '../engine/inWords';
import { Ask } from './Ask';

/** Where the circuit of one source is kept; all its questions share it. */
export type CircuitCell = {
  circuit: Circuit;
  /** a half-open circuit lets one question through at a time */
  probing: boolean;
};

export type CircuitBrokenOptions = {
  cell: CircuitCell;
  settings: CircuitSettings;
  clock: Clock;
};

/** Does not ask a source that has just failed too often; tries it with one question after a while. */
export const circuitBroken =
  (ask: Ask, { cell, settings, clock }: CircuitBrokenOptions): Ask =>
  async (question, context) => {
    const state = circuitState(cell.circuit, clock());
    if (state === 'open' || (state === 'half-open' && cell.probing)) {
      const until = triedAgainAt(cell.circuit, clock());
      const when = until
        ? ` for ${durationInWords(until - clock())} more`
        : ' until it has answered one question';
      return retry({
        kind: 'rate-limited',
        words: `Not asked: it failed ${cell.circuit.failures} times in a row and is left alone${when}`,
      });
    }
    const probe = state === 'half-open';
    if (probe) cell.probing = true;
    try {
      const answer = await ask(question, context);
      // Being stopped by us says nothing about the source.
      if (!context.signal.aborted) {
        cell.circuit =
          answer.outcome === 'ok'
            ? afterGoodAnswer()
            : afterBadAnswer(cell.circuit, settings, clock());
      }
      return answer;
    } finally {
      if (probe) cell.probing = false;
    }
  };

import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { retry } from '@sightline/backstage-plugin-sightline-node';
import { Clock } from '../../platform/clock';
import { longestTimer } from '../../platform/resilience/waiting';
import { durationInWords } from '../engine/inWords';
import { Ask } from './Ask';

export type TimedOptions = {
  timeout: Millis;
  clock: Clock;
  /** a source ignored its signal, and answered when nobody waited any more */
  onLate: () => void;
};

/**
 * Gives a question its deadline. At the deadline the signal is aborted and the
 * question is over, whether the source listens or not; what it answers later
 * is dropped and counted.
 *
 * The timer runs on the machine's stopwatch, not on its clock: setting the
 * clock forwards or back neither ends nor prolongs a question.
 */
export const timed =
  (ask: Ask, { timeout, clock, onLate }: TimedOptions): Ask =>
  async (question, context) => {
    const own = new AbortController();
    const signal = AbortSignal.any([context.signal, own.signal]);
    // The round's own end comes as an abort: its deadline is a time of day, and
    // would be over at once when the clock is set forwards in the middle of it.
    const deadline = clock() + timeout;
    let over = false;

    let giveUp = () => {};
    const given = new Promise<void>(resolve => {
      giveUp = resolve;
    });
    const timer = setTimeout(
      () => own.abort(),
      Math.min(timeout, longestTimer),
    );
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();

    const answer = ask(question, { ...context, signal, deadline }).then(
      outcome => {
        if (over) onLate();
        return outcome;
      },
    );
    // The source gets one turn of the event loop to say itself why it stopped.
    const aborted = given.then(
      () => new Promise<void>(resolve => setImmediate(resolve)),
    );
    try {
      return (await Promise.race([answer, aborted])) ?? tooLate();
    } finally {
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      answer.catch(() => {});
    }

    function tooLate() {
      return retry({
        kind: 'timeout',
        words: own.signal.aborted
          ? `No answer within ${durationInWords(timeout)}`
          : 'Stopped before an answer came',
      });
    }
  };

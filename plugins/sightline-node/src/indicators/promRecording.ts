import { promQuestions, summed } from './promQuestions';
import { promDuration, promTextFor } from './promText';
import {
  recordedAnswers,
  recordedEvery,
  recordedNames,
  recordedOf,
} from './recording';

/**
 * What whoever writes recording rules must say as whoever asks does. Engines take
 * it as an argument.
 * @public
 */
export const promRecording = {
  durationOf: promDuration,
  textFor: promTextFor,
  questionsOf: promQuestions,
  summed,
  recordedOf,
  every: recordedEvery,
  answers: recordedAnswers,
  names: recordedNames,
} as const;

/** @public */
export type PromRecording = typeof promRecording;

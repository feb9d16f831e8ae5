import type { Launch } from '../Launch.ts';
import type { Tally } from './tally.ts';

export const stepNames = [
  'types',
  'lint',
  'format',
  'guards',
  'unit',
  'browser',
] as const;

export type StepName = (typeof stepNames)[number];

export type StepResult = {
  ok: boolean;
  /** Follows the step's name in its line, such as "192 tests". */
  note?: string;
  /** the useful part of the output, for a failure */
  output?: string[];
  /** tests that the step ran, besides being a check itself */
  tests?: Tally;
  /** why those of the tests that are counted as skipped were left out */
  skipped?: string[];
};

export type StepContext = {
  launch: Launch;
  /** what is being done within the step */
  show(phase: string, detail?: string): void;
  paths: string[];
};

/** One check of `npm test`: something that passes or fails, or says why it did not run. */
export type Step = {
  name: StepName;
  title: string;
  /** what shows a progress of its own and must come first */
  prepare?(launch: Launch): Promise<void>;
  run(context: StepContext): Promise<StepResult | { skippedBecause: string }>;
};

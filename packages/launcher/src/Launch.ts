import type { ProgressOutput } from './Progress.ts';
import type { Family } from './processes/Family.ts';

/** What every command of the launcher works with. */
export type Launch = {
  /** the checkout */
  root: string;
  /** Yarn's script inside .toolchain */
  yarn: string;
  /** npm as a command with its first arguments, where there is one */
  npm: string[] | undefined;
  family: Family;
  out: ProgressOutput;
  /** From now on, Ctrl-C is the ordinary end of what we do. */
  upAndRunning(): void;
};

import type { Family } from './Family.ts';

/** A terminal sends Ctrl-C to npm and to us, and npm passes it on: one press, two signals. */
const SAME_PRESS_MS = 700;

/**
 * Ctrl-C, `kill` or a closed terminal: end the children in order and leave. A second
 * Ctrl-C does not wait.
 */
export function stopOnSignal(options: {
  family: Family;
  /** asked when a signal comes: ending a running portal is no failure */
  exitCode: () => number;
  say: (text: string) => void;
}): { stop: (reason?: string) => void } {
  const { family, exitCode, say } = options;
  let firstAt: number | undefined;

  const stop = (reason = 'Stopping.') => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      say(`\n${reason}`);
      family.stopAll().then(() => {
        say('Stopped.');
        process.exit(exitCode());
      });
    } else if (Date.now() - firstAt > SAME_PRESS_MS) {
      family.killAll();
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop());
  }
  return { stop };
}

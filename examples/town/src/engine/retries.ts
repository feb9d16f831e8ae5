import type { Call } from './Truth.ts';
import type { Random } from './random.ts';

const attemptsOf = (call: Call) => call.retry?.attempts ?? 1;

/** The chance that a call fails for good: every attempt of it. */
export const finalErrors = (call: Call): number =>
  call.errors ** attemptsOf(call);

/** Attempts a call takes on average: 1 + q + q² + … for q errors an attempt. */
export function meanAttempts(call: Call): number {
  let mean = 0;
  for (let i = 0; i < attemptsOf(call); i++) mean += call.errors ** i;
  return mean;
}

/** How often a parent call comes to make this call, on average. */
export const meanCalls = (call: Call): number =>
  (call.share ?? 1) * (call.retry ? meanAttempts(call) : call.times);

/** How many attempts this call takes, knowing how it ends. */
export function drawAttempts(
  call: Call,
  failed: boolean,
  random: Random,
): number {
  const most = attemptsOf(call);
  if (failed) return most;
  // The k-th attempt succeeds after k - 1 failures: (1 - q)·qᵏ⁻¹, given that one does.
  let left = random.next() * (1 - finalErrors(call));
  for (let k = 1; k < most; k++) {
    left -= (1 - call.errors) * call.errors ** (k - 1);
    if (left < 0) return k;
  }
  return most;
}

import { median } from '../harness/statistics';

/**
 * Processor time rather than the clock's: other processes on the machine do not
 * count, our own garbage collection does, on whatever thread.
 */
const cpuSeconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** Each candidate in turn, round after round; the median of what each took. */
export const alternate = (
  candidates: Record<string, () => void>,
  rounds: number,
): Record<string, number> => {
  const taken = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(candidates)) {
      globalThis.gc?.();
      taken.set(name, [...(taken.get(name) ?? []), cpuSeconds(work)]);
    }
  }
  return Object.fromEntries(
    [...taken].map(([name, all]) => [name, median(all)]),
  );
};

const UNITS: Record<string, number> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `-95m` of the truth: before the town's start. */
export function momentOf(text: string, startMs: number): number {
  const [, count, unit] = /^-(\d+)([mhd])$/.exec(text) ?? [];
  if (unit === undefined) throw new Error(`"${text}" is no moment: say -95m.`);
  return startMs - Number(count) * UNITS[unit];
}

/** `30d` of the truth in milliseconds. */
export const lengthOf = (text: string): number => -momentOf(`-${text}`, 0);

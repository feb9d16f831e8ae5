const MINUTE = 60_000;
const DAY = 86_400_000;

/** Every few minutes, or once a day: `every` apart, so long after midnight UTC. */
function beatOf(schedule: string): { everyMs: number; afterMs: number } {
  const [, minutes] = /^\*\/(\d+) \* \* \* \*$/.exec(schedule) ?? [];
  if (minutes) return { everyMs: Number(minutes) * MINUTE, afterMs: 0 };
  const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(schedule) ?? [];
  if (!hour) throw new Error(`"${schedule}" is no schedule the town can keep.`);
  const afterMs = (Number(hour) * 60 + Number(minute)) * MINUTE;
  return { everyMs: DAY, afterMs };
}

/** The last times a schedule came round, the newest first. */
export function lastTimes(
  schedule: string,
  nowMs: number,
  count: number,
): number[] {
  const { everyMs, afterMs } = beatOf(schedule);
  const rounds = Math.floor((nowMs - afterMs) / everyMs);
  return Array.from(
    { length: count },
    (_, back) => (rounds - back) * everyMs + afterMs,
  );
}

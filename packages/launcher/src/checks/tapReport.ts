import type { Tally } from './tally.ts';

/** The closing lines of a TAP report: "# pass 3". */
export function readTap(text: string): Tally {
  const count = (name: string) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

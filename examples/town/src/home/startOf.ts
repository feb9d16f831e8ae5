import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LastPage } from './Diary.ts';

/** Who comes back sooner was hardly away. */
const BRIEF_MS = 15 * 60_000;

/**
 * The moment that the truth's times count from. A town that comes back at once keeps
 * it, so that what began 50 minutes before the start does not begin anew; after a
 * longer pause it is now.
 */
export function startOf(home: string, page: LastPage, nowMs: number): number {
  const file = join(home, 'start.json');
  const kept = wasBrieflyAway(page, nowMs) ? keptStart(file) : undefined;
  if (kept !== undefined && kept <= nowMs) return kept;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.next`, `${JSON.stringify({ startMs: nowMs })}\n`);
  renameSync(`${file}.next`, file);
  return nowMs;
}

const wasBrieflyAway = (page: LastPage, nowMs: number) =>
  typeof page === 'object' &&
  Math.abs(nowMs - page.atMicros / 1000) <= BRIEF_MS;

/** Without a file, or with one that makes no sense, nothing is kept. */
function keptStart(file: string): number | undefined {
  try {
    const { startMs } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isFinite(startMs) ? startMs : undefined;
  } catch {
    return undefined;
  }
}

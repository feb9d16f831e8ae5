import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const MAX_DEPTH = 6;
const POLL_MS = 1_000;

/** A process by number and start time: numbers are used again. */
type Ancestor = { pid: number; startedAt: string };

/** What /proc/PID/stat says; the name in parentheses may itself hold blanks and parentheses. */
export function parseStat(
  text: string,
):
  | { name: string; state: string; parent: number; startedAt: string }
  | undefined {
  const parts = /^\d+ \((.*)\) (\S) (\d+) (.*)$/s.exec(text.trim());
  if (!parts) return undefined;
  // "starttime" is field 22; the rest begins with field 5.
  const startedAt = parts[4].split(' ')[22 - 5];
  return {
    name: parts[1],
    state: parts[2],
    parent: Number(parts[3]),
    startedAt,
  };
}

/** npm names itself "npm start"; Yarn is a script that some Node runs. */
export function isPackageManager(name: string, commandLine: string[]): boolean {
  if (/^(npm|npx|yarn)\b/.test(name)) return true;
  const [program = '', script = ''] = commandLine;
  return (
    /^node/.test(basename(program)) &&
    /^(npm|npx|yarn)(-cli|-[\d.]+)?(\.c?js)?$/.test(basename(script))
  );
}

function readProcess(pid: number) {
  try {
    const stat = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return stat && { ...stat, commandLine: commandLine.split('\0') };
  } catch {
    return undefined; // gone, or no /proc on this system
  }
}

/**
 *   npm start ── sh -c ── node launch.mjs ── node launch.mjs (24) ── backend
 *   └────────────────── watched ───────┘    └ we are here
 *
 * Everybody up to the nearest package manager, or just the parent of a launcher that
 * moved to another Node. A shell further up may end without meaning us.
 */
function findAncestors(hopped: boolean): Ancestor[] {
  const found: Ancestor[] = [];
  let pid = process.ppid;
  for (let depth = 0; depth < MAX_DEPTH && pid > 1; depth++) {
    const ancestor = readProcess(pid);
    if (!ancestor) break;
    found.push({ pid, startedAt: ancestor.startedAt });
    if (isPackageManager(ancestor.name, ancestor.commandLine)) return found;
    pid = ancestor.parent;
  }
  return hopped ? found.slice(0, 1) : [];
}

function isAlive({ pid, startedAt }: Ancestor): boolean {
  const now = readProcess(pid);
  return now?.startedAt === startedAt && now.state !== 'Z';
}

/** Calls back once when somebody between us and the package manager has been killed. */
export function watchAncestors(options: {
  hopped: boolean;
  onGone: () => void;
}): void {
  const ancestors = findAncestors(options.hopped);
  if (ancestors.length === 0) return;
  const timer = setInterval(() => {
    if (ancestors.every(isAlive)) return;
    clearInterval(timer);
    options.onGone();
  }, POLL_MS);
  timer.unref();
}

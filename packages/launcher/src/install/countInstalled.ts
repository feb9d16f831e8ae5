import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

function countEntries(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).length;
}

function countModules(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder)
    .map(name => (name[0] === '@' ? countEntries(join(folder, name)) : 1))
    .reduce((sum, count) => sum + count, 0);
}

/** Yarn counts only on a terminal, so we look at what it leaves behind. */
export function countInstalled(root: string): {
  describe(phase: string): string;
} {
  const cache = join(homedir(), '.yarn', 'berry', 'cache');
  const cachedBefore = countEntries(cache);
  return {
    describe(phase) {
      if (phase.startsWith('fetching')) {
        const fetched = countEntries(cache) - cachedBefore;
        return fetched > 0 ? `${fetched} so far` : '';
      }
      if (phase.startsWith('linking')) {
        return `${countModules(join(root, 'node_modules'))} so far`;
      }
      return '';
    },
  };
}

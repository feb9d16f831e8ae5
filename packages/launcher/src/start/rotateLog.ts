import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** Where to write now; what was written last time stays beside it. */
export function rotateLog(root: string, name: string): string {
  const log = join(root, `.local/logs/${name}.log`);
  if (existsSync(log)) {
    renameSync(log, join(root, `.local/logs/${name}.previous.log`));
  }
  return log;
}

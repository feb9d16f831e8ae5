import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Tree } from './Tree.ts';

/** Runs a tool of node_modules with this Node, from the root; its output when it failed. */
export function runTool(
  tree: Tree,
  script: string,
  args: string[],
): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(tree.root, 'node_modules', script), ...args],
    { cwd: tree.root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return status === 0
    ? undefined
    : `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim();
}

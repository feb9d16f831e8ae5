import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository as the guards see it; paths are relative to its root, with `/`. */
export type Tree = {
  root: string;
  /** What git knows or would add; nothing that .gitignore names. */
  files: string[];
  /** Also true of what git ignores, node_modules say. */
  has(path: string): boolean;
  read(path: string): string;
};

export function gitTree(root: string): Tree {
  const listing = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const has = (path: string) => existsSync(join(root, path));
  return {
    root,
    // A file that was deleted but is not staged is still listed.
    files: [...new Set(listing.split('\0'))].filter(Boolean).filter(has).sort(),
    has,
    read: path => readFileSync(join(root, path), 'utf8'),
  };
}

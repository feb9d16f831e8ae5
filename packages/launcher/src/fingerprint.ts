import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';

/** One hash over names and contents; files that do not exist count as such. */
export function fingerprint(options: {
  root: string;
  files: string[];
  also?: string[];
}): string {
  const hash = createHash('sha256');
  for (const file of [...options.files].sort()) {
    const path = join(options.root, file);
    hash.update(`${file}\0`);
    hash.update(existsSync(path) ? readFileSync(path) : 'missing');
    hash.update('\0');
  }
  for (const text of options.also ?? []) hash.update(`${text}\0`);
  return hash.digest('hex');
}

/** All files below a folder, relative to the root, without those that `skip` names. */
export function filesBelow(options: {
  root: string;
  folder: string;
  skip: (name: string) => boolean;
}): string[] {
  const { root, folder, skip } = options;
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => !skip(entry.name))
    .flatMap(entry => {
      const path = join(root, folder, entry.name);
      const name = relative(root, path);
      if (entry.isDirectory()) return filesBelow({ root, folder: name, skip });
      return entry.isFile() ? [name] : [];
    });
}

/** Remembers what a folder was made from. Written last, so that half a result has none. */
export type Stamp = {
  matches(fingerprint: string): boolean;
  write(fingerprint: string): void;
  remove(): void;
};

export function stampFile(path: string): Stamp {
  return {
    matches: wanted =>
      existsSync(path) && readFileSync(path, 'utf8').trim() === wanted,
    write: wanted => writeFileSync(path, `${wanted}\n`),
    remove: () => rmSync(path, { force: true }),
  };
}

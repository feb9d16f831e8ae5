import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { longestFile, ReadFile, tooLong } from './ReadFile';

const faults: Record<string, string> = {
  ENOENT: 'There is no such file',
  ENOTDIR: 'There is no such file',
  EACCES: 'This process may not read it',
  EPERM: 'This process may not read it',
  ELOOP: 'Its links lead in a circle',
};

const faultOf = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return faults[code] ?? `It cannot be read: ${message}`;
};

const isWithin = async (
  roots: readonly string[],
  path: string,
): Promise<boolean> => {
  for (const root of roots) {
    const real = await realpath(root).catch(() => undefined);
    const way = real === undefined ? '..' : relative(real, path);
    if (!way.startsWith('..') && !isAbsolute(way)) return true;
  }
  return false;
};

/** Reads files of this machine below some folders, wherever links may lead. */
export const createLocalFiles =
  (options: {
    roots: readonly string[];
    /** where the configuration names folders */
    foldersKey: string;
  }): ReadFile =>
  async (address, { version }) => {
    try {
      const path = await realpath(address);
      if (!(await isWithin(options.roots, path))) {
        return { fault: 'It leads out of the folders that may be read' };
      }
      const { mtimeMs, size, isFile } = await about(path);
      if (!isFile) return { fault: isFolder(options.foldersKey) };
      if (size > longestFile) return { fault: tooLong(size) };
      const now = `${path} ${mtimeMs} ${size}`;
      return now === version
        ? { unchanged: true }
        : { text: await readFile(path, 'utf8'), version: now };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  };

const isFolder = (foldersKey: string) =>
  `It is a folder; name a file, or put the folder under ${foldersKey}`;

const about = async (path: string) => {
  const stats = await stat(path);
  const { mtimeMs, size } = stats;
  return { mtimeMs, size, isFile: stats.isFile() };
};

const isYaml = (name: string) => /\.ya?ml$/i.test(name);

/** Deeper than this nobody files anything, and a link may lead in a circle. */
const DEEPEST = 8;

export type FolderListing = { files: string[] } | { fault: string };

/** All YAML files below a folder, in the order of their paths. */
export const listFolder = async (folder: string): Promise<FolderListing> => {
  const files: string[] = [];
  const look = async (path: string, depth: number): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries) {
      const below = join(path, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) await look(below, depth + 1);
      else if (!entry.isDirectory() && isYaml(entry.name)) files.push(below);
    }
  };
  try {
    await look(folder, 1);
    return { files: files.sort() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return { fault: isMissing ? 'There is no such folder' : faultOf(error) };
  }
};

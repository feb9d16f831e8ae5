import {
  readFile,
  readlink,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Who works in a folder. */
export type Holder = {
  /** machine and, where there are such, the space in which process numbers count */
  place: string;
  pid: number;
  /** tells a process from an earlier one with its number */
  since: number;
};

export type FolderLockOptions = {
  folder: string;
  self: Holder;
  /** whether a process of this place still runs */
  isRunning: (pid: number) => boolean;
  wait: (milliseconds: number) => Promise<void>;
};

/** How often a holder shows that it lives. */
export const beatEvery = 2_000;
/** A holder that did not show it that often is gone. */
const beatsMissed = 5;
/** Of two that come for the same dead holder, the later one's word stands. */
const settleFor = 200;

/**
 * One process at a time works in a folder: two that write the same log would
 * both be wrong about what is in it. A file says who does, and its time, set
 * anew every two seconds, that he lives; that works on every disk, from one
 * machine to another, and even on a full one.
 *
 * ```
 *   nobody's file       ─▶ write it
 *   dead process's file ─▶ write over it; still mine a moment later? mine
 *   anybody else's      ─▶ wait; ten seconds without a sign of life is dead
 * ```
 */
export class FolderLock {
  private readonly path: string;
  private readonly name: string;

  constructor(private readonly options: FolderLockOptions) {
    this.path = join(options.folder, 'in-use.json');
    this.name = JSON.stringify(options.self);
  }

  /** Resolves when the folder is ours; says once for whom it waits. */
  async take(waitFor: (holder: string) => void) {
    let last = '';
    for (let missed = 0; ; ) {
      if (await this.createFile()) return;
      const file = await this.readFile();
      if (!file) continue;
      if (last === '' && !this.isGone(file.text)) waitFor(nameOf(file.text));
      missed = `${file.text}${file.beat}` === last ? missed + 1 : 0;
      last = `${file.text}${file.beat}`;
      if (this.isGone(file.text) || missed >= beatsMissed) {
        await this.overwrite();
        await this.options.wait(settleFor);
        if ((await this.readFile())?.text === this.name) return;
        missed = 0;
      } else await this.options.wait(beatEvery);
    }
  }

  /** Shows that we live. Rejects when the folder is no longer ours. */
  async beat() {
    const file = await this.readFile();
    if (file?.text !== this.name) {
      throw new Error(
        `${this.options.folder} was taken over by ${nameOf(file?.text ?? '')}`,
      );
    }
    const now = new Date();
    await utimes(this.path, now, now);
  }

  async release() {
    const file = await this.readFile();
    if (file?.text === this.name) await rm(this.path, { force: true });
  }

  private async createFile(): Promise<boolean> {
    try {
      await writeFile(this.path, this.name, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      await rm(this.path, { force: true });
      throw error;
    }
  }

  private async overwrite() {
    const { pid, since } = this.options.self;
    const next = `${this.path}.${pid}-${since}`;
    await writeFile(next, this.name);
    await rename(next, this.path);
  }

  private async readFile() {
    try {
      const text = await readFile(this.path, 'utf8');
      return { text, beat: (await stat(this.path)).mtimeMs };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private isGone(text: string): boolean {
    const { self, isRunning } = this.options;
    const holder = holderOf(text);
    if (holder?.place !== self.place) return false;
    // Our own number: either we are it, or it had it before us.
    return holder.pid === self.pid || !isRunning(holder.pid!);
  }
}

const holderOf = (text: string): Partial<Holder> | undefined => {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
};

const nameOf = (text: string): string => {
  const { pid, place } = holderOf(text) ?? {};
  return pid === undefined ? 'another process' : `process ${pid} on ${place}`;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

/** The lock of this process. In containers several have the same number, and a space of their own each. */
export const lockForProcess = async (
  options: Pick<FolderLockOptions, 'folder' | 'wait'>,
) => {
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return new FolderLock({
    ...options,
    isRunning,
    self: {
      place: [hostname(), space].filter(Boolean).join(' '),
      pid: process.pid,
      since: Math.round(performance.timeOrigin),
    },
  });
};

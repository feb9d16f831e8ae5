import { statfs } from 'node:fs/promises';

export type DiskRoomOptions = {
  /** bytes that nobody uses on the disk that has this folder */
  free(folder: string): Promise<number>;
  folder: string;
  /** left free for the checkpoint, and for whoever else writes there */
  reserve: number;
};

/** What a program without special rights may still write. */
export const freeBytes = async (folder: string) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/**
 * Whether there is room on the disk, without asking it for every body. A write
 * that fails half way costs reading the whole log again; asking first costs
 * nothing and lets go on at once when there is room again.
 */
export class DiskRoom {
  private left = Infinity;
  private isShort = false;

  constructor(private readonly options: DiskRoomOptions) {}

  /** Asks the disk. Of one that does not answer we learn only by writing that it is full. */
  async look() {
    const { free, folder, reserve } = this.options;
    this.left = await free(folder).catch(() => Infinity);
    // More room to begin again than to end: not on and off with every body.
    if (this.left < reserve) this.isShort = true;
    else if (this.left >= 1.5 * reserve) this.isShort = false;
  }

  has(bytes: number): boolean {
    return !this.isShort && this.left - bytes >= this.options.reserve;
  }

  /** So many were written since it looked. */
  use(bytes: number) {
    this.left -= bytes;
  }
}

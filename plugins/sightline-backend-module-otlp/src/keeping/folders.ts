import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts on the disk which files stand in a folder. Windows does that by itself, and refuses to be asked. */
export const syncFolder = async (path: string) => {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** A folder that is still there after a power cut, as are the folders it stands in. */
export const makeFolder = async (path: string) => {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) {
    // Who may write into a folder may not always read it: then it is as safe as it can be.
    await syncFolder(dirname(made)).catch(() => {});
  }
};

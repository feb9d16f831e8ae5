import { statfs } from 'node:fs/promises';
import { Advice } from '../Advice.ts';

const GIB = 1024 ** 3;
/** node_modules 1.5, Yarn's cache 0.9, the built app and the portal's data. */
const NEEDED_BYTES = 3 * GIB;

export async function checkSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= NEEDED_BYTES) return;
  throw new Advice(
    `Only ${(free / GIB).toFixed(1)} GB are free on the disk of ${folder}.`,
    'The packages need about 3 GB: free some space and run this again.',
  );
}

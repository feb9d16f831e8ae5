import { resolve } from 'node:path';

/** Where the portal keeps what survives a restart. */
export const dataFolder = (root: string): string =>
  resolve(root, process.env.SIGHTLINE_DATA || '.local/data');

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { readTruth } from '@sightline/town';

const { resolve } = createRequire(import.meta.url);

/** The town of Harbour as it really is. */
export const truth = readTruth(
  dirname(resolve('@sightline/town/package.json')),
);

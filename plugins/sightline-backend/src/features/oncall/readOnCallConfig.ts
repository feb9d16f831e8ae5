import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  duration,
  readSection,
} from '@sightline/backstage-plugin-sightline-node/config';
import { resolve } from 'node:path';
import { z } from 'zod';
import { OnCallConfig } from './OnCallConfig';

const DAY = 86_400_000;

const often = duration({
  least: 1_000,
  most: DAY,
  words: "1 second to 1 day, such as '5m'",
});

const countWords = 'it must be a whole number from 1 to 5000';

const rotations = z.strictObject({
  folders: z.array(z.string().min(1)).default([]),
  every: often.prefault('1m'),
  remoteEvery: often.prefault('5m'),
  atMost: z
    .number({ error: countWords })
    .int({ error: countWords })
    .min(1, { error: countWords })
    .max(5_000, { error: countWords })
    .default(1_000),
});

/** Reads `sightline.oncall.rotations`; throws one error that names every wrong key and its value. */
export const readOnCallConfig = (
  root: Pick<RootConfigService, 'getOptional'>,
): OnCallConfig => {
  const said = readSection(root, 'sightline.oncall.rotations', rotations);
  return {
    ...said,
    // As the catalog reads `file` locations: from where the process runs.
    folders: said.folders.map(folder => resolve(folder)),
  };
};

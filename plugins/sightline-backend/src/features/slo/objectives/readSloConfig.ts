import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  duration,
  readSection,
} from '@sightline/backstage-plugin-sightline-node/config';
import { resolve } from 'node:path';
import { z } from 'zod';
import { count, flag, share } from './config/settings';
import { templates } from './config/templates';
import { tiers, withUsualTargets } from './config/tiers';
import { SloConfig } from './SloConfig';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const often = duration({
  least: 1_000,
  most: DAY,
  words: "1 second to 1 day, such as '5m'",
});

const openslo = z.strictObject({
  folders: z.array(z.string().min(1)).default([]),
  every: often.prefault('1m'),
  remoteEvery: often.prefault('5m'),
});

const alertWindow = duration({
  least: MINUTE,
  most: 30 * DAY,
  words: "1 minute to 30 days, such as '1h'",
});

const alert = z
  .strictObject({
    severity: z.enum(['page', 'ticket'], {
      error: 'it must be page or ticket',
    }),
    long: alertWindow,
    short: alertWindow,
    budgetShare: share,
  })
  .refine(({ long, short }) => short < long, {
    error: 'short must be shorter than long, such as a twelfth of it',
  });

const slo = z.strictObject({
  ...{ tiers, templates },
  calls: z.strictObject({ enabled: flag.default(true) }).prefault({}),
  openslo: openslo.prefault({}),
  alerts: z.array(alert).optional(),
  minimumBadEvents: z
    .number({ error: 'it must be a number from 0 to 1000' })
    .min(0, { error: 'it must be a number from 0 to 1000' })
    .max(1000, { error: 'it must be a number from 0 to 1000' })
    .default(1),
  notifications: z.strictObject({ enabled: flag.default(false) }).prefault({}),
  atMost: z
    .strictObject({
      documents: count(1, 20_000).default(2_000),
      objectivesPerService: count(1, 200).default(20),
    })
    .prefault({}),
});

/** Reads `sightline.slo`; throws one error that names every wrong key and its value. */
export const readSloConfig = (
  root: Pick<RootConfigService, 'getOptional'>,
): SloConfig => {
  const {
    tiers: saidTiers,
    openslo: saidOpenSlo,
    ...rest
  } = readSection(root, 'sightline.slo', slo);
  return {
    ...rest,
    tiers: withUsualTargets(saidTiers),
    openslo: {
      ...saidOpenSlo,
      // As the catalog reads `file` locations: from where the process runs.
      folders: saidOpenSlo.folders.map(folder => resolve(folder)),
    },
  };
};

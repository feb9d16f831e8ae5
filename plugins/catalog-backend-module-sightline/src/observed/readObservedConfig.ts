import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Millis } from '@sightline/backstage-plugin-sightline-common';

export type ObservedSettings = {
  /** how often Sightline is asked */
  every: Millis;
  /** relations of each of the two kinds that an entity may have */
  atMost: number;
};

const root = 'catalog.sightline.observedDependencies';
const bounds = { least: 10_000, most: 3_600_000 };

/** Reads `catalog.sightline.observedDependencies`; undefined while it is off. */
export const readObservedConfig = (
  config: RootConfigService,
): ObservedSettings | undefined => {
  const said = config.getOptionalConfig(root);
  if (!said?.getOptionalBoolean('enabled')) return undefined;
  return { every: readEvery(said), atMost: readAtMost(said) };
};

const readEvery = (said: Config): Millis => {
  if (!said.has('every')) return 60_000;
  const every = durationToMilliseconds(
    readDurationFromConfig(said, { key: 'every' }),
  );
  if (every >= bounds.least && every <= bounds.most) return every;
  const got = JSON.stringify(said.get('every'));
  throw new Error(`${root}.every must be 10 seconds to 1 hour, not ${got}`);
};

const readAtMost = (said: Config): number => {
  const atMost = said.getOptionalNumber('atMost') ?? 200;
  if (Number.isInteger(atMost) && atMost >= 1) return atMost;
  throw new Error(
    `${root}.atMost must be a whole number above 0, not ${atMost}`,
  );
};

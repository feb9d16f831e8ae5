import { Config, readDurationFromConfig } from '@backstage/config';
import { HumanDuration } from '@backstage/types';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { Duration } from 'luxon';

export const toMillis = (duration: HumanDuration): Millis =>
  Duration.fromObject(duration).toMillis();

type Read<T> = { value?: T; problem?: string };

const durationForms = "such as '30s', 'PT5M' or { minutes: 5 }";

const readDuration = (
  config: Config,
  key: string,
  least: { ms: Millis; words: string },
): Read<Millis> => {
  const allowed = `it must be at least ${least.words}, ${durationForms}`;
  try {
    const value = toMillis(readDurationFromConfig(config, { key }));
    return value >= least.ms ? { value } : { problem: allowed };
  } catch {
    return { problem: allowed };
  }
};

const readCount = (value: unknown, least: number): Read<number> =>
  typeof value === 'number' && Number.isInteger(value) && value >= least
    ? { value }
    : { problem: `it must be a whole number of at least ${least}` };

/**
 * Reads settings from one place in app-config and collects what is wrong, so
 * that an operator sees all mistakes at once.
 */
export const settingsAt = (
  config: Config | undefined,
  path: string,
  problems: string[],
) => {
  const take = <T>(key: string, read: () => Read<T>): T | undefined => {
    if (!config?.has(key)) {
      return undefined;
    }
    const { value, problem } = read();
    if (problem) {
      const got = JSON.stringify(config.get(key));
      problems.push(`${path}.${key}: got ${got}; ${problem}`);
    }
    return value;
  };
  return {
    duration: (key: string, least = { ms: 1000, words: '1 second' }) =>
      take(key, () => readDuration(config!, key, least)),
    count: (key: string, least = 1) =>
      take(key, () => readCount(config!.get(key), least)),
    flag: (key: string) =>
      take<boolean>(key, () => {
        const value = config!.get(key);
        return typeof value === 'boolean'
          ? { value }
          : { problem: 'it must be true or false' };
      }),
  };
};

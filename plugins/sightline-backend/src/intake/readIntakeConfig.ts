import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  Source,
  SourceDefaults,
} from '@sightline/backstage-plugin-sightline-node';
import { BackoffSettings } from './engine/backoff';
import { CircuitSettings } from './engine/circuit';
import { nearest } from '../platform/engine/nearest';
import { settingsAt, toMillis } from './settings';

/** How one source is run; every value is set. */
export type SourceSettings = {
  enabled: boolean;
  every: Millis;
  /** one question, retries included */
  timeout: Millis;
  /** for how long an answer may be believed */
  freshFor: Millis;
  /** services asked about in one question; the whole fleet when left out */
  batch?: number;
  concurrency: number;
  retry: BackoffSettings;
  circuit: CircuitSettings;
  /** on demand, a failed source is not asked again for this long */
  negativeCache: { for: Millis };
};

export type IntakeConfig = {
  sources: ReadonlyMap<string, SourceSettings>;
  /** the first turns of all sources are spread over this long */
  spread: Millis;
  /** what an operator should know but need not stop for */
  warnings: string[];
};

const none = { ms: 0, words: '0 seconds' };
const aMilli = { ms: 1, words: '1 millisecond' };

type Given = Partial<
  Omit<SourceSettings, 'retry' | 'circuit' | 'negativeCache'>
> & {
  attempts?: number;
  first?: Millis;
  longest?: Millis;
  failures?: number;
  openFor?: Millis;
  negativeFor?: Millis;
};

const readGiven = (
  config: Config | undefined,
  path: string,
  problems: string[],
): Given => {
  const at = (key: string) =>
    settingsAt(config?.getOptionalConfig(key), `${path}.${key}`, problems);
  const here = settingsAt(config, path, problems);
  return {
    enabled: here.flag('enabled'),
    every: here.duration('every'),
    timeout: here.duration('timeout', { ms: 100, words: '100 milliseconds' }),
    freshFor: here.duration('freshFor'),
    batch: here.count('batch'),
    concurrency: here.count('concurrency'),
    attempts: at('retry').count('attempts'),
    first: at('retry').duration('first', aMilli),
    longest: at('retry').duration('longest', aMilli),
    failures: at('circuit').count('failures'),
    openFor: at('circuit').duration('openFor'),
    negativeFor: at('negativeCache').duration('for', none),
  };
};

const broughtAlong = (defaults: SourceDefaults = {}): Given => ({
  every: defaults.every && toMillis(defaults.every),
  timeout: defaults.timeout && toMillis(defaults.timeout),
  freshFor: defaults.freshFor && toMillis(defaults.freshFor),
  batch: defaults.batch,
  concurrency: defaults.concurrency,
});

// The nearest word wins: the source's own entry, what its author brings along,
// the operator's defaults for all.
const decide = (layers: Given[]): SourceSettings => {
  const pick = <K extends keyof Given>(key: K): Given[K] =>
    layers.find(layer => layer[key] !== undefined)?.[key];
  const every = pick('every') ?? 60_000;
  return {
    enabled: pick('enabled') ?? true,
    every,
    timeout: pick('timeout') ?? 30_000,
    freshFor: pick('freshFor') ?? every * 3,
    batch: pick('batch'),
    concurrency: pick('concurrency') ?? 2,
    retry: {
      attempts: pick('attempts') ?? 3,
      first: pick('first') ?? 500,
      longest: pick('longest') ?? 10_000,
    },
    circuit: {
      failures: pick('failures') ?? 5,
      openFor: pick('openFor') ?? 60_000,
    },
    negativeCache: { for: pick('negativeFor') ?? 10_000 },
  };
};

const unknownSources = (config: Config | undefined, ids: readonly string[]) =>
  (config?.keys() ?? [])
    .filter(key => !ids.some(id => id === key || id.startsWith(`${key}:`)))
    .map(key => {
      const meant = nearest(key, ids);
      const known = ids.length > 0 ? ids.join(', ') : 'none';
      return `sightline.sources.${key}: there is no such source${
        meant ? `; did you mean '${meant}'?` : ''
      } (installed: ${known})`;
    });

/**
 * Reads `sightline.intake` and `sightline.sources` once, at start. Throws one
 * error that names every wrong key, its value and what is allowed.
 *
 * An entry `pact` holds for all of `pact:<name>`; an entry `pact:payments` for
 * that one only, before the other.
 */
export const readIntakeConfig = (
  root: Config,
  sources: readonly Source[],
): IntakeConfig => {
  const problems: string[] = [];
  const intake = root.getOptionalConfig('sightline.intake');
  const entries = root.getOptionalConfig('sightline.sources');
  const forAll = readGiven(intake, 'sightline.intake', problems);

  const settings = sources.map(({ id, defaults }) => {
    const keys = [id, ...(id.includes(':') ? [id.split(':')[0]] : [])];
    const own = keys.map(key =>
      readGiven(
        entries?.getOptionalConfig(key),
        `sightline.sources.${key}`,
        problems,
      ),
    );
    const decided = decide([...own, broughtAlong(defaults), forAll]);
    if (decided.freshFor < decided.every) {
      problems.push(
        `sightline.sources.${id}.freshFor: ${decided.freshFor} ms is shorter than every (${decided.every} ms); it must be at least as long, or every answer is stale before the next`,
      );
    }
    return [id, decided] as const;
  });
  const spread = settingsAt(intake, 'sightline.intake', problems).duration(
    'spread',
    none,
  );
  if (problems.length > 0) {
    throw new InputError(
      `app-config is wrong in ${problems.length} place(s):\n- ${[
        ...new Set(problems),
      ].join('\n- ')}`,
    );
  }
  return {
    sources: new Map(settings),
    spread: spread ?? 10_000,
    warnings: unknownSources(
      entries,
      sources.map(({ id }) => id),
    ),
  };
};

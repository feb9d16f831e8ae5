import { LoggerService } from '@backstage/backend-plugin-api';
import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { changedRefs } from './changedRefs';
import { refreshKeyOf } from './createObservedProcessor';
import { ReadPairs } from './readPairs';
import { createSnapshotBuilder, LeftOut, Seen, Snapshot } from './Snapshot';

export type RoundOptions = {
  readPairs: ReadPairs;
  /** what the catalog shows at the moment */
  readShown(): Promise<ReadonlyMap<string, Seen>>;
  /** has the catalog process again who carries one of these keys */
  refresh(keys: string[]): Promise<void>;
  atMost: number;
  /** pairs that are read at all */
  pairsAtMost?: number;
  now(): Instant;
  logger: LoggerService;
};

/** Keys in one statement of the catalog's database. */
const KEYS = 500;
/** Fifty for each of 10,000 services: some 50 MB. */
const manyPairs = 500_000;

/**
 * One turn: what Sightline saw becomes the latest snapshot, and entities whose
 * relations differ are processed again.
 *
 * ```
 *   Sightline ──▶ snapshot ──▶ processor
 *                   │ differs from what was announced
 *                   └──▶ refresh
 * ```
 *
 * A turn that fails leaves the snapshot before it standing; what could not be
 * announced is announced by the next turn.
 */
export const createObservedRound = (options: RoundOptions) => {
  const { readPairs, readShown, refresh, atMost, now, logger } = options;
  const { pairsAtMost = manyPairs } = options;
  const words = createWords(logger);
  let latest: Snapshot | undefined;
  let announced: ReadonlyMap<string, Seen> | undefined;

  const read = async (signal: AbortSignal) => {
    const at = now();
    const builder = createSnapshotBuilder(atMost);
    let isCut = false;
    for await (const pairs of readPairs(signal)) {
      const room = pairsAtMost - builder.size();
      isCut = pairs.length > room;
      builder.add(pairs.slice(0, room));
      if (isCut) break;
    }
    const snapshot = builder.build(at);
    words.tellLeftOut(
      leftOutWords(snapshot.leftOut, atMost, isCut ? pairsAtMost : undefined),
    );
    return snapshot;
  };

  const announce = async ({ seen }: Snapshot) => {
    const changed = changedRefs(announced ?? (await readShown()), seen);
    for (let at = 0; at < changed.length; at += KEYS) {
      await refresh(changed.slice(at, at + KEYS).map(refreshKeyOf));
    }
    announced = seen;
    if (changed.length > 0) {
      logger.debug(`Observed dependencies of ${changed.length} changed`);
    }
  };

  return {
    latest: () => latest,
    async run(signal: AbortSignal): Promise<void> {
      try {
        latest = await read(signal);
        await announce(latest);
        words.tellWell();
      } catch (error) {
        words.tellTrouble(error, latest);
        throw error;
      }
    },
  };
};

/** Says once what goes on for long. */
const createWords = (logger: LoggerService) => {
  let isTroubled = false;
  let told = '';
  return {
    tellTrouble(error: unknown, latest: Snapshot | undefined) {
      const kept = latest
        ? `those of ${new Date(latest.at).toISOString()} stay`
        : 'those shown before stay';
      const say = isTroubled ? logger.debug : logger.warn;
      say.call(
        logger,
        `Observed dependencies cannot be brought up to date, ${kept}: ${error}`,
      );
      isTroubled = true;
    },
    tellWell() {
      if (isTroubled) logger.info('Observed dependencies are up to date again');
      isTroubled = false;
    },
    tellLeftOut(words: string) {
      if (words !== '' && words !== told) logger.warn(words);
      told = words;
    },
  };
};

const leftOutWords = (
  { dependsOn, dependencyOf, malformed }: LeftOut,
  atMost: number,
  cutAt: number | undefined,
): string => {
  const parts = [
    dependsOn > 0 &&
      `${dependsOn} of entities that lean on more than ${atMost}`,
    dependencyOf > 0 &&
      `${dependencyOf} at entities on which more than ${atMost} lean`,
    malformed > 0 && `${malformed} that name no entity`,
    cutAt !== undefined && `all beyond the first ${cutAt}`,
  ].filter(Boolean);
  return parts.length > 0
    ? `Observed dependencies were left out: ${parts.join('; ')}`
    : '';
};

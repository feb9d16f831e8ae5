import { IsoTime } from '@sightline/backstage-plugin-sightline-common';
import type { DocumentProblem } from '../../../../platform/engine/documents/DocumentProblem';
import { ReadRotation, RotationsOfFile } from './readRotations';

/** A rotation as it is in force: of the newest text, or of the last that could be read. */
export type KeptRotation = ReadRotation & {
  outdated?: { problem: string; since: IsoTime };
};

/** What is kept of a file. */
export type KeptRotationFile = {
  rotations: KeptRotation[];
  problems: DocumentProblem[];
};

type Problem = RotationsOfFile['problems'][number];

/** What became of a rotation that the newest text has no readable form of. */
const spoiltBy = (
  { rotation: { id } }: KeptRotation,
  problems: readonly Problem[],
): Problem | undefined =>
  problems.find(({ rotation }) => rotation === id) ??
  // Where some document of the file cannot be read at all, it may be this one.
  problems.find(({ rotation }) => rotation === undefined);

/**
 * What is in force after a file was read anew: a new version that cannot be read
 * never takes the place of one that works.
 *
 * ```
 *   newest text has it          → the newest
 *   …and it cannot be read      → the last that could be, marked outdated
 *   …and it is not there at all → withdrawn
 * ```
 */
export const keepReadable = (
  before: KeptRotationFile | undefined,
  reading: RotationsOfFile,
  now: IsoTime,
): KeptRotationFile => {
  const fresh = new Set(reading.rotations.map(({ rotation }) => rotation.id));
  const stale = (before?.rotations ?? []).flatMap((one): KeptRotation[] => {
    if (fresh.has(one.rotation.id)) return [];
    const problem = spoiltBy(one, reading.problems);
    if (!problem) return [];
    const since = one.outdated?.since ?? now;
    const words = `line ${problem.line}: ${problem.words}`;
    return [{ ...one, outdated: { problem: words, since } }];
  });
  return {
    rotations: [...reading.rotations, ...stale],
    problems: reading.problems,
  };
};

/** The same for a file that could not be had: all it said stays. */
export const keepUnread = (
  before: KeptRotationFile | undefined,
  words: string,
  now: IsoTime,
): KeptRotationFile =>
  keepReadable(before, { rotations: [], problems: [{ line: 1, words }] }, now);

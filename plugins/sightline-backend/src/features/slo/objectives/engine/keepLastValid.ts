import { IsoTime } from '@sightline/backstage-plugin-sightline-common';
import { DocumentProblem } from './openslo/DocumentProblem';
import { FileReading } from './openslo/readOpenSlo';
import { DocumentSlo } from './openslo/readSlo';

/** An SLO as it is in force: of the newest version, or of the last that could be read. */
export type KeptSlo = DocumentSlo & {
  outdated?: { problem: string; since: IsoTime };
};

export type KeptProblem = DocumentProblem & { since: IsoTime };

/** What is kept of a file. */
export type KeptFile = {
  slos: KeptSlo[];
  problems: KeptProblem[];
  notes: KeptProblem[];
};

const isSame = (a: DocumentProblem, b: DocumentProblem) =>
  a.words === b.words && a.path === b.path && a.slo === b.slo;

const dated = (
  problems: readonly DocumentProblem[],
  before: readonly KeptProblem[],
  now: IsoTime,
): KeptProblem[] =>
  problems.map(problem => ({
    ...problem,
    since: before.find(old => isSame(old, problem))?.since ?? now,
  }));

/** What became of an SLO that the newest version has no readable form of. */
const spoiltBy = (
  { name }: KeptSlo,
  problems: readonly DocumentProblem[],
): DocumentProblem | undefined =>
  problems.find(({ slo }) => slo === name) ??
  // Where some document of the file cannot be read at all, it may be this one.
  problems.find(({ slo }) => slo === undefined);

/**
 * What is in force after a file was read anew.
 *
 * ```
 *   newest version has it       → the newest
 *   …and it cannot be read      → the last that could be, marked outdated
 *   …and it is not there at all → gone
 * ```
 */
export const keepLastValid = (
  before: KeptFile | undefined,
  reading: FileReading,
  now: IsoTime,
): KeptFile => {
  const fresh = new Set(reading.slos.map(({ name }) => name));
  const stale = (before?.slos ?? []).flatMap((slo): KeptSlo[] => {
    const problem = fresh.has(slo.name)
      ? undefined
      : spoiltBy(slo, reading.problems);
    const since = slo.outdated?.since ?? now;
    return problem
      ? [{ ...slo, outdated: { problem: problem.words, since } }]
      : [];
  });
  return {
    slos: [...reading.slos, ...stale],
    problems: dated(reading.problems, before?.problems ?? [], now),
    notes: dated(reading.notes, before?.notes ?? [], now),
  };
};

/** The same for a file that could not be had: all it said stays. */
export const keepUnread = (
  before: KeptFile | undefined,
  words: string,
  now: IsoTime,
): KeptFile =>
  keepLastValid(
    before,
    { slos: [], problems: [{ line: 1, words }], notes: before?.notes ?? [] },
    now,
  );

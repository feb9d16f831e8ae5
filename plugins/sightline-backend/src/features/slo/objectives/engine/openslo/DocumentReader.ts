import { z } from 'zod';
import { readAs } from '../readAs';
import { DocumentProblem, Path, writePath } from './DocumentProblem';
import { YamlDocument } from './readYaml';

/** Reads the parts of one document and gathers all that is wrong with them. */
export type DocumentReader = {
  /** the part as the schema has it; undefined when it is none, which is then a problem */
  part<T>(schema: z.ZodType<T>, value: unknown, at: Path): T | undefined;
  problem(at: Path, words: string): void;
  note(at: Path, words: string): void;
  problems: DocumentProblem[];
  notes: DocumentProblem[];
};

const partReader =
  (problem: DocumentReader['problem']): DocumentReader['part'] =>
  (schema, value, at) => {
    const read = readAs(schema, value);
    read.issues?.forEach(({ path, words }) => problem([...at, ...path], words));
    return read.value;
  };

export const createDocumentReader = (
  document: YamlDocument,
  slo?: string,
): DocumentReader => {
  const problems: DocumentProblem[] = [];
  const notes: DocumentProblem[] = [];
  const found = (at: Path, words: string): DocumentProblem => ({
    line: document.lineOf(at),
    ...(at.length > 0 && { path: writePath(at) }),
    words,
    ...(slo !== undefined && { slo }),
  });
  const problem = (at: Path, words: string) => {
    problems.push(found(at, words));
  };
  return {
    ...{ problems, notes, problem },
    note: (at, words) => notes.push(found(at, words)),
    part: partReader(problem),
  };
};

/**
 * Reads what another document holds on behalf of one that refers to it: what is
 * wrong there spoils the one that refers, and is said where the name stands.
 */
export const readerOfReferenced = (
  outer: DocumentReader,
  at: Path,
  there: { what: string; place: string; document: YamlDocument },
): DocumentReader => {
  const place = (path: Path) =>
    `${there.what} (${there.place}, line ${there.document.lineOf(path)})`;
  const problem = (path: Path, words: string) =>
    outer.problem(at, `In ${place(path)}: ${words}`);
  return {
    ...{ problems: outer.problems, notes: outer.notes, problem },
    note: (path, words) => outer.note(at, `In ${place(path)}: ${words}`),
    part: partReader(problem),
  };
};

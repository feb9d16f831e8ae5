import { z } from 'zod';
import { DocumentProblem, Path, writePath } from './DocumentProblem';
import { readAs } from './readAs';
import { YamlDocument } from './readYaml';

/** Reads the parts of one document and gathers all that is wrong with them. */
export type DocumentReader<P extends DocumentProblem = DocumentProblem> = {
  /** the part as the schema has it; undefined when it is none, which is then a problem */
  part<T>(schema: z.ZodType<T>, value: unknown, at: Path): T | undefined;
  problem(at: Path, words: string): void;
  note(at: Path, words: string): void;
  problems: P[];
  notes: P[];
};

export const partReader =
  (problem: DocumentReader['problem']): DocumentReader['part'] =>
  (schema, value, at) => {
    const read = readAs(schema, value);
    read.issues?.forEach(({ path, words }) => problem([...at, ...path], words));
    return read.value;
  };

/** With what each problem of the document says beside its own words. */
export const createDocumentReader = <Beside extends object>(
  document: YamlDocument,
  beside: Beside,
): DocumentReader<DocumentProblem & Beside> => {
  const problems: (DocumentProblem & Beside)[] = [];
  const notes: (DocumentProblem & Beside)[] = [];
  const found = (at: Path, words: string) => ({
    line: document.lineOf(at),
    ...(at.length > 0 && { path: writePath(at) }),
    words,
    ...beside,
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

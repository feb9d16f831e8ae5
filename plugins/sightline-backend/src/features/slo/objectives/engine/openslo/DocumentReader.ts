import {
  createDocumentReader as createReader,
  DocumentReader as Reader,
  partReader,
} from '../../../../../platform/engine/documents/DocumentReader';
import { Path } from '../../../../../platform/engine/documents/DocumentProblem';
import { YamlDocument } from '../../../../../platform/engine/documents/readYaml';
import { DocumentProblem } from './DocumentProblem';

/** Reads the parts of one OpenSLO document. */
export type DocumentReader = Reader<DocumentProblem>;

export const createDocumentReader = (
  document: YamlDocument,
  slo?: string,
): DocumentReader =>
  createReader<{ slo?: string }>(document, slo === undefined ? {} : { slo });

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

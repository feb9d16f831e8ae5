import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
} from 'yaml';
import { DocumentProblem, Path } from './DocumentProblem';

/** One of the documents that `---` separates in a file. */
export type YamlDocument = {
  /** without entries that have no value: `description:` says nothing */
  value: unknown;
  /** of the value at a path, or of the nearest above it that is there */
  lineOf(path: Path): number;
};

export type YamlReading = {
  documents: YamlDocument[];
  /** what is no YAML */
  problems: DocumentProblem[];
};

/** A file that is no YAML at all makes an error of nearly every line. */
const ERRORS_SHOWN = 3;

const withoutNothing = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(withoutNothing);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([key, item]) => [key, withoutNothing(item)]),
  );
};

/** Where a step leads: what is there, and where its line begins. */
const stepInto = (node: unknown, step: PropertyKey) => {
  if (isMap(node)) {
    const pair = node.items.find(
      ({ key }) => isScalar(key) && key.value === step,
    );
    return pair && { next: pair.value, at: pair.key };
  }
  if (isSeq(node) && typeof step === 'number') {
    const next = node.items[step];
    return next === undefined ? undefined : { next, at: next };
  }
  return undefined;
};

const startOf = (node: unknown): number | undefined =>
  isNode(node) ? (node as Node).range?.[0] : undefined;

const lineFinder =
  (contents: unknown, lineAt: (offset: number) => number) =>
  (path: Path): number => {
    let node = contents;
    let offset = startOf(contents) ?? 0;
    for (const step of path) {
      const found = stepInto(node, step);
      if (!found) break;
      offset = startOf(found.at) ?? offset;
      node = found.next;
    }
    return lineAt(offset);
  };

const errorsOf = (
  document: Document.Parsed,
  lineAt: (offset: number) => number,
): DocumentProblem[] =>
  document.errors.slice(0, ERRORS_SHOWN).map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    words: `This is not YAML: ${message}`,
  }));

const unreadable = (line: number, error: unknown): DocumentProblem => ({
  line,
  words: `This cannot be read as YAML: ${(error as Error).message}`,
});

/** Aliases that lead nowhere, or multiply without end, show only here. */
const valueOf = (
  document: Document.Parsed,
): { value: unknown } | { error: unknown } => {
  try {
    return { value: withoutNothing(document.toJS()) };
  } catch (error) {
    return { error };
  }
};

const readAll = (text: string): YamlReading => {
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const documents: YamlDocument[] = [];
  const problems: DocumentProblem[] = [];
  for (const parsed of parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  })) {
    if (parsed.errors.length > 0) {
      problems.push(...errorsOf(parsed, lineAt));
      continue;
    }
    const { contents } = parsed;
    const read = valueOf(parsed);
    if ('error' in read) {
      problems.push(unreadable(lineAt(startOf(contents) ?? 0), read.error));
    } else if (read.value !== null && read.value !== undefined) {
      const { value } = read;
      documents.push({ value, lineOf: lineFinder(contents, lineAt) });
    }
  }
  return { documents, problems };
};

/** Reads YAML whoever wrote it: nothing in a file can make this throw. */
export const readYaml = (text: string): YamlReading => {
  try {
    return readAll(text);
  } catch (error) {
    // Brackets a thousand levels deep.
    return { documents: [], problems: [unreadable(1, error)] };
  }
};

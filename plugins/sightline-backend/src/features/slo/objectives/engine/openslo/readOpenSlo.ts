import { DocumentProblem } from './DocumentProblem';
import {
  indexObjects,
  ObjectIndex,
  ObjectsOfFile,
  readObjects,
} from './objects';
import { DocumentSlo, readSlo } from './readSlo';

/** What came of reading one file. */
export type FileReading = {
  slos: DocumentSlo[];
  problems: DocumentProblem[];
  notes: DocumentProblem[];
};

/** A file, and those it may refer to; its own objects come before theirs. */
export type OpenSloFile = {
  name: string;
  /** as people know it */
  place: string;
  text: string;
  /** names of files whose objects it may refer to */
  with: readonly string[];
};

const nothing: ObjectsOfFile = { objects: [], problems: [], notes: [] };

const twice = (slos: readonly DocumentSlo[]): DocumentProblem[] =>
  slos
    .filter((slo, at) => slos.findIndex(({ name }) => name === slo.name) < at)
    .map(({ name, line }) => ({
      line,
      path: 'metadata.name',
      words: `The SLO '${name}' is in this file twice; give them names of their own`,
      slo: name,
    }));

const readOne = (
  { objects, problems, notes }: ObjectsOfFile,
  index: ObjectIndex,
): FileReading => {
  const readings = objects
    .filter(({ kind }) => kind === 'SLO')
    .map(object => readSlo(object, index));
  const slos = readings.flatMap(({ slo }) => slo ?? []);
  const repeated = twice(slos);
  return {
    slos: slos.filter(({ name }) => !repeated.some(({ slo }) => slo === name)),
    problems: [
      ...problems,
      ...readings.flatMap(reading => reading.problems),
      ...repeated,
    ].sort((one, other) => one.line - other.line),
    notes: [...notes, ...readings.flatMap(reading => reading.notes)],
  };
};

/**
 * Reads OpenSLO files, whatever is in them: nothing throws. Each is read when it
 * is asked for, so that whoever reads many may let others have a turn.
 *
 * ```
 *   text ─▶ YAML documents ─▶ objects by kind and name ─▶ SLOs with what they refer to
 *             └ problems        └ problems                  └ problems, by SLO
 * ```
 */
export const openSloReader = (
  files: readonly OpenSloFile[],
): ((name: string) => FileReading) => {
  const byName = new Map(files.map(file => [file.name, file]));
  const read = new Map<string, ObjectsOfFile>();
  const objectsOf = (name: string): ObjectsOfFile => {
    const known = read.get(name);
    if (known) return known;
    const file = byName.get(name);
    const objects = file
      ? readObjects({ file: name, place: file.place }, file.text)
      : nothing;
    read.set(name, objects);
    return objects;
  };
  /** By the very list of files: those of a folder all have the same. */
  const indexes = new Map<readonly string[], ObjectIndex>();
  const indexOf = (names: readonly string[]): ObjectIndex => {
    const known = indexes.get(names);
    if (known) return known;
    const index = indexObjects(names.flatMap(name => objectsOf(name).objects));
    indexes.set(names, index);
    return index;
  };
  return name => {
    const names = byName.get(name)?.with ?? [];
    const index = indexOf(names.includes(name) ? names : [name, ...names]);
    return readOne(objectsOf(name), index);
  };
};

import { z } from 'zod';
import { nearest } from '../../../../../platform/engine/nearest';
import { DocumentProblem } from './DocumentProblem';
import { createDocumentReader, DocumentReader } from './DocumentReader';
import {
  readYaml,
  YamlDocument,
} from '../../../../../platform/engine/documents/readYaml';
import { metadata } from './schema';

/** What we read; an AlertNotificationTarget is known, and counts for nothing here. */
const kinds = [
  'SLO',
  'SLI',
  'AlertPolicy',
  'AlertCondition',
  'Service',
  'DataSource',
] as const;
export type ObjectKind = (typeof kinds)[number];

export type ObjectMetadata = z.infer<typeof metadata>;

/** One OpenSLO object whose envelope could be read. */
export type OpenSloObject = {
  kind: ObjectKind;
  metadata: ObjectMetadata;
  spec: unknown;
  file: string;
  /** the file, as people know it */
  place: string;
  document: YamlDocument;
};

export type ObjectsOfFile = {
  objects: OpenSloObject[];
  problems: DocumentProblem[];
  notes: DocumentProblem[];
};

const otherVersions: readonly [RegExp, string][] = [
  [
    /^openslo\.com\/v2|^openslo\/v2/,
    'OpenSLO v2 is a draft that may change; write it as openslo/v1',
  ],
  [
    /^openslo\/v1(alpha|beta)/,
    'write it as openslo/v1: see the changes of its specification',
  ],
  [/^openslo/, 'write openslo/v1'],
];

type Envelope = {
  apiVersion?: unknown;
  kind?: unknown;
  metadata?: unknown;
  spec?: unknown;
};

const envelopeOf = ({ value }: YamlDocument): Envelope =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};

/** Whether it is OpenSLO of our version; what is OpenSLO of another is a problem. */
const isOurs = ({ apiVersion }: Envelope, reader: DocumentReader): boolean => {
  if (apiVersion === 'openslo/v1') {
    return true;
  }
  const said = String(apiVersion);
  const advice = otherVersions.find(([version]) => version.test(said))?.[1];
  if (advice) {
    reader.problem(['apiVersion'], `apiVersion is ${said}; ${advice}`);
  } else {
    reader.note(
      [],
      'This document is no OpenSLO, as its apiVersion is not openslo/v1; it is passed over',
    );
  }
  return false;
};

const kindOf = ({ kind }: Envelope, reader: DocumentReader) => {
  const known = kinds.find(one => one === kind);
  if (known) {
    return known;
  }
  if (kind === 'AlertNotificationTarget') {
    reader.note(
      ['kind'],
      'AlertNotificationTarget is passed over: who is told is the owner in the catalog',
    );
    return undefined;
  }
  const meant = nearest(String(kind), kinds);
  const instead = meant ? `did you mean ${meant}?` : 'write one of';
  reader.problem(
    ['kind'],
    `kind is ${JSON.stringify(kind)}; ${instead}${
      meant ? '' : ` ${kinds.join(', ')}`
    }`,
  );
  return undefined;
};

const readObject = (
  document: YamlDocument,
  { file, place }: Pick<OpenSloObject, 'file' | 'place'>,
): ObjectsOfFile & { isForeign: boolean } => {
  const reader = createDocumentReader(document);
  const { problems, notes } = reader;
  const envelope = envelopeOf(document);
  const ours = isOurs(envelope, reader);
  const kind = ours ? kindOf(envelope, reader) : undefined;
  const about = kind && reader.part(metadata, envelope.metadata, ['metadata']);
  const objects: OpenSloObject[] =
    kind && about
      ? [{ kind, metadata: about, spec: envelope.spec, file, place, document }]
      : [];
  const isForeign = !ours && problems.length === 0;
  return { objects, problems, notes, isForeign };
};

/** Takes a file apart: each object by itself, so that one that is wrong spoils no other. */
export const readObjects = (
  from: Pick<OpenSloObject, 'file' | 'place'>,
  text: string,
): ObjectsOfFile => {
  const yaml = readYaml(text);
  const read = yaml.documents.map(document => readObject(document, from));
  const problems = [...yaml.problems, ...read.flatMap(one => one.problems)];
  if (problems.length === 0 && read.every(({ isForeign }) => isForeign)) {
    const words =
      'There is no OpenSLO in this file; write documents that begin with apiVersion: openslo/v1';
    return { objects: [], problems: [{ line: 1, words }], notes: [] };
  }
  return {
    objects: read.flatMap(({ objects }) => objects),
    problems,
    notes: read.flatMap(({ notes }) => notes),
  };
};

export type ObjectIndex = {
  find(
    kind: ObjectKind,
    name: string,
    near: string,
  ): { object: OpenSloObject } | { words: string };
};

const keyOf = (kind: string, name: string) => `${kind}\n${name}`;

/** Objects by kind and name; those of one's own file come before those of others. */
export const indexObjects = (
  objects: readonly OpenSloObject[],
): ObjectIndex => {
  const byKey = new Map<string, OpenSloObject[]>();
  for (const object of objects) {
    const key = keyOf(object.kind, object.metadata.name);
    byKey.set(key, [...(byKey.get(key) ?? []), object]);
  }
  const namesOf = (kind: string) => [
    ...new Set(
      objects
        .filter(object => object.kind === kind)
        .map(object => object.metadata.name),
    ),
  ];
  return {
    find(kind, name, near) {
      const all = byKey.get(keyOf(kind, name)) ?? [];
      const own = all.filter(({ file }) => file === near);
      const [object, second] = own.length > 0 ? own : all;
      if (!object) {
        const meant = nearest(name, namesOf(kind));
        const instead = meant ? `did you mean '${meant}'?` : 'write it there';
        return {
          words: `names the ${kind} '${name}', which is in none of the files read with this one; ${instead}`,
        };
      }
      return second
        ? {
            words: `names the ${kind} '${name}', which is there twice; give them names of their own`,
          }
        : { object };
    },
  };
};

import type { Rotation } from '@sightline/backstage-plugin-sightline-common';
import {
  DocumentProblem,
  writePath,
} from '../../../../platform/engine/documents/DocumentProblem';
import { createDocumentReader } from '../../../../platform/engine/documents/DocumentReader';
import {
  readYaml,
  YamlDocument,
} from '../../../../platform/engine/documents/readYaml';
import { toRef } from './mentions';
import { readOverrides } from './readOverrides';
import { readVersions } from './readVersions';
import type { RotationDocument } from './RotationDocument';
import { metadata as metadataSchema, spec as specSchema } from './schema';

/** A user whom a rotation names, and the line that does. */
export type NamedUser = { ref: string; line: number; path: string };

/** A rotation that can be read, with what its author should know. */
export type ReadRotation = {
  rotation: Rotation;
  line: number;
  /** everybody it names; see `unknownUsers` */
  users: NamedUser[];
  /** what is allowed and most likely not meant: an empty layer, overrides that overlap */
  warnings: DocumentProblem[];
};

export type RotationsOfFile = {
  rotations: ReadRotation[];
  /** what cannot be read; a rotation with one of these is not in the list */
  problems: (DocumentProblem & {
    /** id of the rotation it spoils, where that could be read */
    rotation?: string;
  })[];
};

const API_VERSION = 'sightline.dev/v1';

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

const idOf = (named: { name: string; namespace?: string }) =>
  `rotation:${named.namespace ?? 'default'}/${named.name}`.toLowerCase();

/** Each once, where it is named first. */
const usersOf = (
  { mentions }: RotationDocument,
  document: YamlDocument,
): NamedUser[] => {
  const seen = new Map<string, NamedUser>();
  for (const { ref, path } of mentions) {
    if (!seen.has(ref)) {
      const line = document.lineOf(path);
      seen.set(ref, { ref, line, path: writePath(path) });
    }
  }
  return [...seen.values()];
};

const readSpec = (
  document: YamlDocument,
  said: unknown,
  about: { id: string; name: string; title?: string; namespace: string },
): RotationsOfFile => {
  const { id, name, title, namespace } = about;
  const reader = createDocumentReader(document, { rotation: id });
  const spec = reader.part(specSchema, said, ['spec']);
  if (!spec) return { rotations: [], problems: reader.problems };
  const { team: group, timezone: timeZone, overrides, ...versions } = spec;
  const read = { reader, namespace, timeZone, mentions: [] };
  const team = toRef(group, { kind: 'group', namespace });
  if (!team) {
    const words = `team is '${group}', which is no group; write its name, such as payments`;
    reader.problem(['spec', 'team'], words);
  }
  const rotation: Rotation = {
    ...{ id, title: title ?? name, team: team ?? '', timeZone },
    versions: readVersions(read, versions),
    overrides: readOverrides(read, overrides ?? [], id),
  };
  const line = document.lineOf([]);
  const users = usersOf(read, document);
  const warnings = reader.notes.map(({ rotation: _, ...note }) => note);
  return {
    rotations:
      reader.problems.length > 0 ? [] : [{ rotation, line, users, warnings }],
    problems: reader.problems,
  };
};

const readOne = (document: YamlDocument): RotationsOfFile => {
  const { apiVersion, kind, metadata, spec } = envelopeOf(document);
  const reader = createDocumentReader(document, {});
  const nothing = { rotations: [], problems: reader.problems };
  if (apiVersion !== API_VERSION || kind !== 'Rotation') {
    reader.problem(
      [],
      `This document is no rotation; it has to begin with apiVersion: ${API_VERSION} and kind: Rotation`,
    );
    return nothing;
  }
  const named = reader.part(metadataSchema, metadata, ['metadata']);
  if (!named) return nothing;
  const { name, title, namespace = 'default' } = named;
  return readSpec(document, spec, {
    ...{ id: idOf(named), name, title, namespace },
  });
};

const twice = (
  rotations: readonly ReadRotation[],
): RotationsOfFile['problems'] =>
  rotations
    .filter(({ rotation: { id } }, at) =>
      rotations.slice(0, at).some(one => one.rotation.id === id),
    )
    .map(({ rotation: { id }, line }) => ({
      ...{ line, path: 'metadata.name', rotation: id },
      words: `${id} is in this file twice; give them names of their own`,
    }));

/**
 * Reads a file of rotations, whatever is in it: nothing throws, and one that is
 * wrong spoils no other.
 *
 * ```
 *   text ─▶ YAML documents ─▶ parts ─▶ versions, overrides ─▶ rotations
 *             └ problems        └ problems    └ problems, warnings
 * ```
 */
export const readRotations = (text: string): RotationsOfFile => {
  const yaml = readYaml(text);
  const read = yaml.documents.map(readOne);
  const rotations = read.flatMap(one => one.rotations);
  const repeated = twice(rotations);
  return {
    rotations: rotations.filter(
      ({ rotation }) =>
        !repeated.some(({ rotation: id }) => id === rotation.id),
    ),
    problems: [
      ...yaml.problems,
      ...read.flatMap(({ problems }) => problems),
      ...repeated,
    ].sort((a, b) => a.line - b.line),
  };
};

import { Path } from '../../../../../platform/engine/documents/DocumentProblem';
import { DocumentReader, readerOfReferenced } from './DocumentReader';
import { ObjectIndex, ObjectKind, ObjectMetadata } from './objects';

/** A part of a document, wherever it is written. */
export type FoundPart = {
  spec: unknown;
  /** of its spec, in the document it is written in */
  at: Path;
  metadata?: Partial<ObjectMetadata>;
  /** tells what is wrong with it */
  reader: DocumentReader;
};

/** A part that is written out where it is used, or in a document that a name leads to. */
export const inlineOrNamed = (
  said: { inline: unknown; name: unknown },
  context: {
    kind: ObjectKind;
    /** the key of the name, and of what stands there inline */
    keys: { name: Path; inline: Path };
    reader: DocumentReader;
    index: ObjectIndex;
    file: string;
  },
): FoundPart | undefined => {
  const { kind, keys, reader, index, file } = context;
  if (said.name === undefined) {
    const inline = (said.inline ?? {}) as Record<string, unknown>;
    return {
      spec: inline.spec,
      at: [...keys.inline, 'spec'],
      metadata: inline.metadata as FoundPart['metadata'],
      reader,
    };
  }
  const found = index.find(kind, String(said.name), file);
  if ('words' in found) {
    reader.problem(
      keys.name,
      `${String(keys.name[keys.name.length - 1])} ${found.words}`,
    );
    return undefined;
  }
  const { spec, metadata } = found.object;
  return {
    spec,
    at: ['spec'],
    metadata,
    reader: readerOfReferenced(reader, keys.name, {
      ...found.object,
      what: `the ${kind} '${metadata.name}'`,
    }),
  };
};

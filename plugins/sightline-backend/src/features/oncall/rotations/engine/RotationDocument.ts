import type { DocumentReader } from '../../../../platform/engine/documents/DocumentReader';
import type { Path } from '../../../../platform/engine/documents/DocumentProblem';
import { Mention, toRef } from './mentions';

/** What one document is read with. */
export type RotationDocument = {
  reader: DocumentReader;
  /** of entities that are named without one */
  namespace: string;
  /** IANA, where nothing else is said */
  timeZone: string;
  /** users that are named, and where */
  mentions: Mention[];
};

/** The ref of a user that is named; a problem where it can be none. */
export const readUser = (
  { reader, namespace, mentions }: RotationDocument,
  text: string,
  path: Path,
): string => {
  const ref = toRef(text, { kind: 'user', namespace });
  if (!ref) {
    reader.problem(
      path,
      `'${text}' is no user; write a name such as ana.markovic, or user:default/ana.markovic`,
    );
    return '';
  }
  mentions.push({ ref, path });
  return ref;
};

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Path } from '../../../../platform/engine/documents/DocumentProblem';

/** A user that a document names, and where. */
export type Mention = { ref: string; path: Path };

/** The ref in the one spelling that can be compared; undefined for another kind, or none. */
export const toRef = (
  text: string,
  { kind, namespace }: { kind: 'user' | 'group'; namespace: string },
): string | undefined => {
  try {
    const parsed = parseEntityRef(text, {
      ...{ defaultKind: kind, defaultNamespace: namespace },
    });
    const ref = stringifyEntityRef(parsed);
    return ref.startsWith(`${kind}:`) ? ref : undefined;
  } catch {
    return undefined;
  }
};

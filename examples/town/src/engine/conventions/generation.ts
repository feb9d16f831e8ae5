import type { Attributes } from '../Span.ts';
import type { Generation } from '../Truth.ts';

type Names = { both?: Attributes; old?: Attributes; new?: Attributes };

/**
 * The attributes a library of this generation writes. `dup` is the migration's
 * middle: it writes both, and where one name has an old and a new value, the new.
 */
export function inGeneration(generation: Generation, names: Names): Attributes {
  return {
    ...names.both,
    ...(generation !== 'new' && names.old),
    ...(generation !== 'old' && names.new),
  };
}

/** What a span says because of a convention, beside its times and its family. */
export type Wording = {
  scope: string;
  name: string;
  attributes: Attributes;
  /** OpenTelemetry's word for the failure, if it failed */
  errorType?: string;
};

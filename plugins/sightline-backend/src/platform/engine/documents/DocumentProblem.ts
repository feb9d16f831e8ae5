/** Something in a file that cannot be read, in words that say what to write instead. */
export type DocumentProblem = {
  line: number;
  /** `spec.objectives[0].target` */
  path?: string;
  words: string;
};

/** A step on the way from a document's root to a value. */
export type Path = readonly PropertyKey[];

/** @example `spec.objectives[0].target` */
export const writePath = (path: Path): string =>
  path
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      return at === 0 ? String(step) : `.${String(step)}`;
    })
    .join('');

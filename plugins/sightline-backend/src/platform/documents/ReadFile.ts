/** What was had of a file. */
export type ReadText =
  | { text: string; version?: string }
  /** as it was when it had this version */
  | { unchanged: true }
  /** in words, why it was not had */
  | { fault: string };

/** Where files are read, on this machine or behind an address. */
export type ReadFile = (
  address: string,
  options: { version?: string; signal: AbortSignal },
) => Promise<ReadText>;

/** More than this no file has that people write. */
export const longestFile = 128 * 1024;

export const tooLong = (length: number): string =>
  `It has ${length} bytes, and at most ${longestFile} are read; write several files`;

import { ResponseError } from '@backstage/errors';

/** Why an answer did not come, as far as a reader must tell them apart. @public */
export type ProblemKind =
  | 'forbidden'
  | 'signed-out'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'busy'
  | 'unavailable'
  | 'broken';

/** A failure in words that a person can act on. @public */
export class Problem extends Error {
  readonly kind: ProblemKind;
  /** true when asking again later may help without anyone changing anything */
  readonly passing: boolean;

  constructor(kind: ProblemKind, words: string, cause?: unknown) {
    super(words, { cause });
    this.name = 'Problem';
    this.kind = kind;
    this.passing = kind === 'unavailable' || kind === 'busy';
  }
}

const words: Record<ProblemKind, string> = {
  forbidden: 'You may not see this.',
  'signed-out': 'Your session has ended. Sign in again.',
  'not-found': 'Sightline does not know this.',
  invalid: 'Sightline did not understand the question.',
  conflict: 'Somebody else changed this in the meantime.',
  busy: 'Sightline is asked too much at the moment.',
  unavailable: 'Sightline’s backend does not answer.',
  broken: 'Sightline’s backend failed to answer.',
};

const kindOfStatus = (status: number): ProblemKind => {
  const exact: Record<number, ProblemKind> = {
    400: 'invalid',
    401: 'signed-out',
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    422: 'invalid',
    429: 'busy',
    502: 'unavailable',
    503: 'unavailable',
    504: 'unavailable',
  };
  return exact[status] ?? 'broken';
};

/** Server messages help where the reader can mend the question; elsewhere ours do. */
const saysMore: ProblemKind[] = ['invalid', 'conflict', 'not-found'];

const fromResponseError = (error: ResponseError): Problem => {
  const kind = kindOfStatus(error.statusCode);
  const said = error.body?.error?.message;
  const more = said && saysMore.includes(kind) ? ` ${said}` : '';
  return new Problem(kind, `${words[kind]}${more}`, error);
};

/** By name alone: not every environment counts a DOMException among the errors. */
export const isAbort = (error: unknown): boolean =>
  (error as { name?: string } | undefined)?.name === 'AbortError';

/** `fetch` rejects with a TypeError when no answer came at all. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) {
    return error;
  }
  if (error instanceof Error && error.name === 'ResponseError') {
    return fromResponseError(error as ResponseError);
  }
  if (error instanceof TypeError) {
    return new Problem('unavailable', words.unavailable, error);
  }
  return new Problem('broken', words.broken, error);
};

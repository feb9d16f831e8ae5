/** What is wrong with a query, as Prometheus sorts it: the text itself (400), or what it came to (422). */
export class PromqlError extends Error {
  readonly kind: 'bad_data' | 'execution';

  constructor(kind: 'bad_data' | 'execution', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** `1:16: parse error: unclosed left parenthesis` */
export function parseError(text: string, at: number, message: string) {
  const before = text.slice(0, at).split('\n');
  const column = before[before.length - 1].length + 1;
  return new PromqlError(
    'bad_data',
    `${before.length}:${column}: parse error: ${message}`,
  );
}

export const executionError = (message: string) =>
  new PromqlError('execution', message);

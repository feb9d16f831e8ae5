import { setImmediate } from 'node:timers/promises';

/** Splits a list so that no statement grows with the fleet. */
export function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) {
    yield items.slice(at, at + size);
  }
}

/** Asks in chunks and joins the answers. */
export const inChunks = async <T, R>(
  items: readonly T[],
  size: number,
  ask: (chunk: T[]) => PromiseLike<R[]>,
): Promise<R[]> => {
  const answers: R[] = [];
  for (const chunk of chunks(items, size)) {
    answers.push(...(await ask(chunk)));
  }
  return answers;
};

/**
 * Lets others have a turn. SQLite's driver answers at once, so that a long row
 * of statements would otherwise keep every request waiting until its end.
 */
export const breathe = (): Promise<void> => setImmediate();

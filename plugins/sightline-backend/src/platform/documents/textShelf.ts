import { Millis } from '@sightline/backstage-plugin-sightline-common';
import { createHash } from 'node:crypto';
import { Clock } from '../clock';
import { ReadFile } from './ReadFile';
import { FileTarget } from './targets';

/** The text of a file as it was had last, and what hinders having it now. */
export type ShelvedText = {
  text?: string;
  /** of the text */
  hash?: string;
  fault?: string;
};

type Entry = ShelvedText & { version?: string; readAt: number };

export type TextShelfOptions = {
  readers: Record<FileTarget['kind'], ReadFile>;
  clock: Clock;
  /** how long a text from behind an address is taken for the newest */
  remoteEvery: Millis;
};

/** Files at the same time: enough for a few hundred, and no burden for a host of repositories. */
const AT_ONCE = 8;

const hashOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url');

/** Does something for each, a few at the same time. */
const forEachOf = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

/**
 * Texts of files, read anew only where they changed. They are kept in memory, as
 * many as are wanted, so that a file can be read again when only one of those it
 * refers to is another.
 */
export const createTextShelf = (options: TextShelfOptions) => {
  const { readers, clock, remoteEvery } = options;
  const shelf = new Map<string, Entry>();

  const isYoung = ({ kind, address }: FileTarget) => {
    const entry = shelf.get(address);
    return (
      kind === 'remote' &&
      entry !== undefined &&
      clock() - entry.readAt < remoteEvery
    );
  };

  const readOne = async (target: FileTarget, signal: AbortSignal) => {
    if (signal.aborted || isYoung(target)) return;
    const { address, kind } = target;
    const before = shelf.get(address);
    const { text, hash, version } = before ?? { readAt: 0 };
    const got = await readers[kind](address, {
      ...(version !== undefined && { version }),
      signal,
    });
    // What was cut short says nothing about the file.
    if (signal.aborted) return;
    const readAt = clock();
    if ('text' in got) {
      shelf.set(address, { ...got, hash: hashOf(got.text), readAt });
    } else if ('fault' in got) {
      shelf.set(address, { text, hash, version, fault: got.fault, readAt });
    } else {
      shelf.set(address, { text, hash, version, readAt });
    }
  };

  return {
    /** Looks at all of them, and forgets every other. */
    async refresh(
      targets: readonly FileTarget[],
      signal: AbortSignal,
    ): Promise<void> {
      const wanted = new Set(targets.map(({ address }) => address));
      for (const address of shelf.keys()) {
        if (!wanted.has(address)) shelf.delete(address);
      }
      await forEachOf(targets, target => readOne(target, signal));
    },
    get: (address: string): ShelvedText | undefined => shelf.get(address),
  };
};

export type TextShelf = ReturnType<typeof createTextShelf>;

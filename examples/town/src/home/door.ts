import { rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { UsageError } from '../arguments.ts';

const PATIENCE_MS = 10_000;

/** Systems take a hundred letters and a few as the name of a socket. */
const LONGEST_ADDRESS = 100;

function addressOf(home: string): string {
  const whole = join(home, 'door');
  const fromHere = relative(process.cwd(), whole);
  const address = fromHere.length < whole.length ? fromHere : whole;
  if (Buffer.byteLength(address) <= LONGEST_ADDRESS) return address;
  throw new UsageError(`--home is too long for a socket in it: ${home}`);
}

/**
 * A socket in the town's home, so that one process at a time lives there and others
 * can ask it something. The system forgets it with the process that opened it.
 */
export function openDoor(
  home: string,
  answer: (question: string) => string,
): Promise<{ close(): void }> {
  const address = addressOf(home);
  // Who was killed left its name behind.
  rmSync(address, { force: true });
  const server = createServer({ allowHalfOpen: true }, socket => {
    text(socket)
      .then(question => socket.end(answer(question)))
      .catch(() => socket.destroy());
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(address, () => {
      server.unref();
      resolve({ close: () => server.close() });
    });
  });
}

/** Asks whoever lives there; undefined when nobody does. */
export async function knock(
  home: string,
  question: string,
): Promise<string | undefined> {
  const socket = await reach(addressOf(home));
  if (!socket) return undefined;
  socket.setTimeout(PATIENCE_MS, () =>
    socket.destroy(new Error(`The town in ${home} does not answer.`)),
  );
  socket.end(question);
  return text(socket);
}

const NOBODY = ['ENOENT', 'ECONNREFUSED', 'ENOTDIR'];

function reach(address: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ path: address, allowHalfOpen: true });
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) =>
      NOBODY.includes(error.code ?? '') ? resolve(undefined) : reject(error),
    );
  });
}

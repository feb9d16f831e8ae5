import { createServer } from 'node:net';
import { Advice } from '../Advice.ts';
import { describePortOwner, findPortOwner } from './portOwner.ts';

const HOST = '127.0.0.1';

/** Listens for a moment: the only question whose answer is certain. Port 0 means any. */
function tryToListen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address ? address.port : port),
      );
    });
  });
}

export const findFreePort = () => tryToListen(0);

export async function requireFreePort(port: number): Promise<void> {
  const wayOut = `Choose another one, for instance: npm start -- --port ${
    port < 65_535 ? port + 3 : 7010
  }`;
  try {
    await tryToListen(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new Advice(
        `Port ${port} is for the system's administrator only.`,
        wayOut,
      );
    }
    throw new Advice(
      `Port ${port} is taken by ${describePortOwner(findPortOwner(port))}.`,
      wayOut,
    );
  }
}

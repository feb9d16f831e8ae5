import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../arguments.ts';

const HOST = '127.0.0.1';

export type Served = { url: string; close(): void };

/** Answers on this machine alone. Port 0 means any that is free. */
export async function listenHere(options: {
  port: number;
  /** what the port was said with, for who chose one that is taken */
  option: string;
  listener: RequestListener;
}): Promise<Served> {
  const { port, option, listener } = options;
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new UsageError(`${option} ${port} is taken by another program.`)
          : error,
      ),
    );
    server.listen(port, HOST, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${given}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

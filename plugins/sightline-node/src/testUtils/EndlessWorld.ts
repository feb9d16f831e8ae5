import { once } from 'node:events';
import { createServer, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

const gigabyte = 1024 ** 3;
const piece = Buffer.alloc(256 * 1024, ' ');

const stream = async (
  response: ServerResponse,
  onSent: (bytes: number) => void,
) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const closed = once(response, 'close');
  response.write('[');
  for (let sent = 0; sent < gigabyte; sent += piece.byteLength) {
    if (response.destroyed) return;
    const flows = response.write(piece);
    onSent(piece.byteLength);
    if (!flows) {
      await Promise.race([closed, once(response, 'drain')]);
    }
  }
  response.end(']');
};

/** Answers every request with a gigabyte of JSON, piece by piece. @public */
export const startEndlessWorld = async (): Promise<{
  url: string;
  /** bytes handed to the network so far */
  readonly sent: number;
  stop(): Promise<void>;
}> => {
  let sent = 0;
  const server = createServer((_, response) => {
    stream(response, bytes => {
      sent += bytes;
    }).catch(() => response.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get sent() {
      return sent;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

const CLUSTER = /^\/k8s\/clusters\/([^/?]+)/;

/**
 * Stands before the clusters of the town, so that one of them can go away while the
 * others stay:
 *
 *     portal ──▶ gate ──▶ clusters of the town
 *                 ▲
 *                 └── PUT /gone/harbour-us1, DELETE /gone/harbour-us1
 *
 * Whoever talks to one that goes is cut off in the middle of a sentence.
 */
export async function openGate(options: { port: number; behind: string }) {
  const gone = new Set<string>();
  const talking = new Map<Socket, string>();

  const gateKeeper = ({ method, url = '/' }: IncomingMessage): boolean => {
    const [, name] = /^\/gone\/([^/]+)$/.exec(url) ?? [];
    if (name === undefined) return false;
    if (method === 'DELETE') gone.delete(name);
    else gone.add(name);
    talking.forEach((cluster, socket) => {
      if (gone.has(cluster)) socket.destroy();
    });
    return true;
  };

  const server = createServer((asked, answer) => {
    if (gateKeeper(asked)) {
      answer.end();
      return;
    }
    const { socket, method, headers, url = '/' } = asked;
    const [, cluster = ''] = CLUSTER.exec(url) ?? [];
    if (gone.has(cluster)) {
      socket.destroy();
      return;
    }
    talking.set(socket, cluster);
    socket.once('close', () => talking.delete(socket));
    const through = request(
      `${options.behind}${url}`,
      { method, headers },
      told => {
        answer.writeHead(told.statusCode ?? 502, told.headers).flushHeaders();
        told.pipe(answer);
      },
    );
    through.on('error', () => socket.destroy());
    answer.once('close', () => through.destroy());
    asked.pipe(through);
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
}

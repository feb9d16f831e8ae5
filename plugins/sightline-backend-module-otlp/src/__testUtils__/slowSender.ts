import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Begins a request and leaves it to the test to end it. With `announced`, so
 * many bytes are promised; without, the body comes in chunks of unknown number.
 */
export const slowSender = (
  port: number,
  options: { announced?: number; first?: string },
) => {
  const { announced, first = '' } = options;
  const socket = connect(port, '127.0.0.1');
  const length =
    announced === undefined
      ? 'Transfer-Encoding: chunked'
      : `Content-Length: ${announced}`;
  const head = [
    'POST /otlp/v1/traces HTTP/1.1',
    'Host: x',
    'Content-Type: application/x-protobuf',
    length,
    '\r\n',
  ].join('\r\n');
  const chunk =
    announced === undefined
      ? `${first.length.toString(16)}\r\n${first}\r\n`
      : first;
  socket.on('error', () => {});
  const sent = new Promise<void>(resolve => {
    socket.write(head + (first ? chunk : ''), () => resolve());
  });
  const answer = once(socket, 'data').then(([bytes]) => {
    const text = String(bytes);
    return {
      status: Number(/^HTTP\/1.1 (\d+)/.exec(text)?.[1]),
      retryAfter: /^Retry-After: (.*)\r$/im.exec(text)?.[1],
      connection: /^Connection: (.*)\r$/im.exec(text)?.[1],
    };
  });
  answer.catch(() => {});
  return {
    sent,
    answer,
    write: (text: string) => socket.write(text),
    /** Breaks the connection. */
    end: () => socket.destroy(),
    closed: new Promise(resolve => socket.once('close', resolve)),
  };
};

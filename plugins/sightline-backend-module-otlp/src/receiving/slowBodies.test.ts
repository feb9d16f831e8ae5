import { once } from 'node:events';
import { connect } from 'node:net';
import { createReceiver, Receiver } from '../__testUtils__/receivers';
import { slowSender } from '../__testUtils__/slowSender';

const mebibyte = 2 ** 20;

describe('a receiver of bodies that do not come as they should', () => {
  let receiver: Receiver;
  afterEach(() => receiver.close());

  it('does not wait for one that comes drop by drop', async () => {
    receiver = await createReceiver({ bodyWithin: 50 });
    const sender = slowSender(receiver.port, { announced: 1000, first: 'abc' });
    expect(await sender.answer).toMatchObject({
      status: 408,
      connection: 'close',
    });
    await sender.closed;
    expect(receiver.log).toEqual([
      'Traces refused (408): The body took longer than 50 ms',
    ]);
    expect(receiver.refused).toEqual([408]);
  });

  it('gives up one that is broken off, which is sent again', async () => {
    const log: string[] = [];
    let heard = () => {};
    const said = new Promise<void>(resolve => {
      heard = resolve;
    });
    receiver = await createReceiver({
      logger: {
        warn: words => {
          log.push(words);
          heard();
        },
      },
    });
    const sender = slowSender(receiver.port, { announced: 1000, first: 'abc' });
    await sender.sent;
    sender.end();
    await said;
    expect(log).toEqual(['Traces refused (400): The body was broken off']);
    expect(receiver.refused).toEqual([]);
    expect(await receiver.counted()).toBe(0);
  });

  it('lets who sends too much read the answer, and use the connection again', async () => {
    receiver = await createReceiver({ bodyAtMost: 4 * mebibyte });
    const socket = connect(receiver.port, '127.0.0.1');
    const request = (bytes: number) =>
      Buffer.concat([
        Buffer.from(
          `POST /otlp/v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\nContent-Length: ${bytes}\r\n\r\n`,
        ),
        Buffer.alloc(bytes),
      ]);
    socket.write(request(4 * mebibyte + 1));
    const [refused] = await once(socket, 'data');
    expect(String(refused)).toContain('HTTP/1.1 413');
    socket.write(request(0));
    const [taken] = await once(socket, 'data');
    expect(String(taken)).toContain('HTTP/1.1 200');
    socket.destroy();
  });

  it('cuts off who goes on and on after the answer', async () => {
    receiver = await createReceiver();
    const sender = slowSender(receiver.port, { first: 'x'.repeat(70_000) });
    expect(await sender.answer).toMatchObject({ status: 413 });
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const goOn = setInterval(() => sender.write(chunk), 1);
    await sender.closed;
    clearInterval(goOn);
    expect(receiver.refused).toEqual([413]);
  });
});

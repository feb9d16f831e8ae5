import { json, protobuf } from '../__testUtils__/post';
import { createReceiver, Receiver } from '../__testUtils__/receivers';
import { slowSender } from '../__testUtils__/slowSender';
import { requestOfSpans } from '../__testUtils__/spans';
import { SpanTaker } from './SpanTaker';

const never = async () => {
  throw new Error('never asked');
};
const idle: SpanTaker = {
  whyNot: undefined,
  bytesUnderWay: 0,
  take: never,
  refused: never,
};

describe('a receiver that is busy', () => {
  let receiver: Receiver;
  afterEach(() => receiver.close());

  it.each([
    ['not ready', 503, { whyNot: 'The disk is full' }, 'The disk is full'],
    ['busy', 429, { bytesUnderWay: 10 ** 9 }, 'Too much at once'],
  ])(
    'asks senders to wait, before reading, when it is %s',
    async (_, status, state, message) => {
      receiver = await createReceiver({ spans: { ...idle, ...state } });
      const socket = slowSender(receiver.port, { announced: 1000 });
      expect(await socket.answer).toMatchObject({ status, retryAfter: '5' });
      socket.end();

      const answer = await receiver.send(requestOfSpans(0, 1), json);
      expect(answer).toMatchObject({ status, retryAfter: '5' });
      expect(JSON.parse(answer.bytes.toString())).toEqual({
        code: status === 503 ? 14 : 8,
        message,
      });
    },
  );

  it('says once a minute, however many it refuses', async () => {
    receiver = await createReceiver({ spans: { ...idle, whyNot: 'Not yet' } });
    for (let n = 0; n < 20; n++) await receiver.send('', protobuf);
    expect(receiver.log).toEqual(['Traces refused (503): Not yet']);
  });

  it('keeps no memory for those who announce much and send nothing', async () => {
    receiver = await createReceiver();
    const announcing = Array.from({ length: 50 }, () =>
      slowSender(receiver.port, { announced: 60_000 }),
    );
    await Promise.all(announcing.map(({ sent }) => sent));
    const answer = await receiver.send(requestOfSpans(0, 1), json);
    announcing.forEach(({ end }) => end());
    expect(answer.status).toBe(200);
  });

  it('stops reading when more comes than there is memory for, and goes on when it is free again', async () => {
    receiver = await createReceiver();
    const senders = Array.from({ length: 3 }, () =>
      slowSender(receiver.port, { first: 'x'.repeat(60_000) }),
    );
    const answers = senders.map(({ answer }) => answer);
    expect(await Promise.race(answers)).toMatchObject({
      status: 429,
      retryAfter: '5',
    });
    senders.forEach(({ end }) => end());
    const again = async (): Promise<number> => {
      const { status } = await receiver.send(requestOfSpans(0, 1), json);
      return status === 429 ? again() : status;
    };
    expect(await again()).toBe(200);
    expect(await receiver.counted()).toBe(1);
  });
});

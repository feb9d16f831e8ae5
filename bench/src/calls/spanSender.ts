import { percentile } from '../harness/statistics';
import { createTraffic, spansOfARequest, TrafficName } from './traffic';

/** What a sender is told on its command line. */
export type SenderOptions = {
  traffic: TrafficName;
  spansPerSecond: number;
  seconds: number;
};

/** And when it may begin. */
export type SenderTarget = { url: string; token: string };

/** What it says: that it may begin, and how it went. */
export type SenderWord = { ready: true } | { result: SenderResult };

export type SenderResult = {
  /** spans that were answered with 200 */
  taken: number;
  /** spans of requests that were answered otherwise, or not */
  refused: number;
  /** milliseconds from when a request was due to its answer */
  p99: number;
};

/** Made before the clock runs, as far as memory goes; the rest on the way. */
const bodiesAhead = 1_500;

const main = async () => {
  const options: SenderOptions = JSON.parse(process.argv[2]);
  const { traffic, spansPerSecond, seconds } = options;
  const requests = Math.ceil((spansPerSecond * seconds) / spansOfARequest);
  const gap = (1000 * spansOfARequest) / spansPerSecond;
  const bodyOf = createTraffic(traffic);
  const ahead = Array.from(
    { length: Math.min(requests, bodiesAhead) },
    (_, n) => bodyOf(n),
  );
  const say = (word: SenderWord) =>
    new Promise(resolve => process.send!(word, resolve));
  await say({ ready: true });
  const { url, token } = await new Promise<SenderTarget>(resolve =>
    process.once('message', resolve),
  );

  const result = { taken: 0, refused: 0 };
  const took: number[] = [];

  const send = async (body: Uint8Array, due: number) => {
    const status = await fetch(url, {
      method: 'POST',
      body: body as Uint8Array<ArrayBuffer>,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/x-protobuf',
        'content-encoding': 'gzip',
      },
    }).then(
      async response => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    took.push(performance.now() - due);
    result[status === 200 ? 'taken' : 'refused'] += spansOfARequest;
  };

  const begun = performance.now();
  const sending: Promise<void>[] = [];
  for (let n = 0; n < requests; n++) {
    const due = begun + n * gap;
    const wait = due - performance.now();
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
    sending.push(send(ahead[n] ?? bodyOf(n), due));
  }
  await Promise.all(sending);
  await say({ result: { ...result, p99: percentile(took, 0.99) } });
  process.disconnect();
};

main();

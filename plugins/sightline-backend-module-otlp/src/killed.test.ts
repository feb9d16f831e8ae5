import { createWorld } from './__testUtils__/pipelines';
import { ReceiverLives } from './__testUtils__/ReceiverLives';
import { requestOfSpans } from './__testUtils__/spans';

/** Each takes a second or two; `SIGHTLINE_KILLS=50` for the long form. */
const kills = Number(process.env.SIGHTLINE_KILLS ?? 3);
const spansOfARequest = 20;

describe('a receiver that is killed under load', () => {
  jest.setTimeout(60_000 + kills * 15_000);

  it(`has counted every span that it said is safe, once, after ${kills} kills`, async () => {
    const receiver = new ReceiverLives({ folder: createWorld().folder });
    const { keeper } = receiver;
    let requests = 0;
    let killed = 0;

    const sender = async () => {
      while (killed < kills) {
        const first = requests * spansOfARequest;
        requests += 1;
        await receiver.sendUntilSafe(requestOfSpans(first, spansOfARequest));
      }
    };
    const killer = async () => {
      for (; killed < kills; killed++) {
        const before = keeper.kept.length;
        // At another point of its work each time: after so many reports.
        const reports = 1 + ((killed * 7) % 5);
        await receiver.until(() => keeper.kept.length >= before + reports);
        // And somewhere between two of them, which come every 20 ms.
        await new Promise(resolve => setTimeout(resolve, Math.random() * 20));
        await receiver.kill();
      }
    };
    await Promise.all([sender(), sender(), sender(), killer()]);

    const wanted = requests * spansOfARequest;
    await receiver.until(() => keeper.calls >= wanted);
    await receiver.end();
    expect(keeper.calls).toBe(wanted);
  });
});

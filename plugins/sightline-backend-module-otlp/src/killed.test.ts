import { createKilledReceiver } from './__testUtils__/killedReceiver';
import { Keeper } from './__testUtils__/Keeper';
import { createWorld } from './__testUtils__/pipelines';
import { requestOfSpans } from './__testUtils__/spans';

/** Each takes a second or two; `SIGHTLINE_KILLS=50` for the long form. */
const kills = Number(process.env.SIGHTLINE_KILLS ?? 3);
const spansOfARequest = 20;

describe('a receiver that is killed under load', () => {
  jest.setTimeout(50_000 + kills * 3_000);

  it(`has counted every span that it said is safe, once, after ${kills} kills`, async () => {
    const { folder } = createWorld();
    const keeper = new Keeper();
    const receiver = createKilledReceiver(folder, keeper);
    let requests = 0;
    let killed = 0;

    // As exporters do: a request is repeated, as it was, until it is answered.
    const sender = async () => {
      while (killed < kills) {
        const first = requests * spansOfARequest;
        requests += 1;
        while (!(await receiver.send(requestOfSpans(first, spansOfARequest)))) {
          await new Promise(setImmediate);
        }
      }
    };
    const killer = async () => {
      for (; killed < kills; killed++) {
        const before = keeper.kept.length;
        // At another point of its work each time: after so many reports.
        const reports = 1 + ((killed * 7) % 5);
        await receiver.until(() => keeper.kept.length >= before + reports);
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

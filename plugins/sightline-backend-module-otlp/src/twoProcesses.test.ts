import { createWorld } from './__testUtils__/pipelines';
import { ReceiverLives } from './__testUtils__/ReceiverLives';
import { requestOfSpans } from './__testUtils__/spans';

describe('two receivers in the same folder', () => {
  jest.setTimeout(60_000);

  it('work one after the other, and what the first took the second counts', async () => {
    const { folder } = createWorld();
    const first = new ReceiverLives({ folder });
    const { keeper } = first;
    await first.sendUntilSafe(requestOfSpans(0, 5));
    const second = new ReceiverLives({ folder }, keeper);
    await second.until(() => second.notOpened !== undefined);
    expect(second.log).toEqual([
      expect.stringMatching(
        /^No traces are taken: process \d+ on .* works in .*/,
      ),
    ]);
    expect(await second.send(requestOfSpans(5, 5))).toBe(false);
    await first.until(() => keeper.calls === 5);
    await first.sendUntilSafe(requestOfSpans(5, 5));
    await first.end('SIGTERM');

    await second.sendUntilSafe(requestOfSpans(5, 5));
    await second.sendUntilSafe(requestOfSpans(10, 1));
    await second.until(() => keeper.calls >= 11);
    await second.end();
    expect(keeper.calls).toBe(11);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from './__testUtils__/post';
import { ReceiverLives } from './__testUtils__/ReceiverLives';
import { requestOfSpans } from './__testUtils__/spans';

const mebibyte = 2 ** 20;

/** A disk of this size; `undefined` where this process may not make one. */
const smallDisk = (mebibytes: number): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder];
  if (spawnSync('mount', options).status === 0) return folder;
  rmdirSync(folder);
  return undefined;
};

const disk = smallDisk(64);
const onADisk = disk ? describe : describe.skip;
const title = 'a receiver whose disk is full';

onADisk(disk ? title : `${title} (no disk may be mounted here)`, () => {
  jest.setTimeout(60_000);

  let receiver: ReceiverLives | undefined;
  afterEach(async () => {
    await receiver?.end();
  });
  afterAll(() => {
    spawnSync('umount', [disk!]);
    rmdirSync(disk!);
  });

  const other = () => join(disk!, 'what somebody else keeps there');
  const spansOfARequest = 20;
  let sent = 0;
  const next = () => {
    const request = requestOfSpans(sent, spansOfARequest);
    sent += spansOfARequest;
    return request;
  };

  it('says 503 and when to come again, loses nothing, and goes on when there is room', async () => {
    receiver = new ReceiverLives({ folder: join(disk!, 'otlp') });
    await receiver.sendUntilSafe(next());
    writeFileSync(other(), Buffer.alloc(40 * mebibyte));

    let refused = next();
    while (await receiver.send(refused)) refused = next();
    expect(await receiver.ask(refused, json)).toMatchObject({
      status: 503,
      retryAfter: '5',
    });
    const words = `No traces are taken: The disk with ${disk}/otlp has less than 32 MiB left`;
    await receiver.until(() => receiver!.log.includes(words));

    // Somebody else takes the reserve too, and it is killed then.
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk!, 'the rest')}`]);
    expect(await receiver.send(refused)).toBe(false);
    await receiver.kill();
    await receiver.until(() => /the disk is full/.test(`${receiver!.log}`));
    expect(await receiver.send(refused)).toBe(false);

    rmSync(join(disk!, 'the rest'));
    rmSync(other());
    await receiver.sendUntilSafe(refused);
    await receiver.until(() => receiver!.keeper.calls >= sent);
    expect(receiver.keeper.calls).toBe(sent);
    expect(receiver.log).toContain('Traces are taken again');
  });
});

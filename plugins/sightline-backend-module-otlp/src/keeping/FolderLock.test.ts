import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FolderLock, Holder, lockForProcess } from './FolderLock';

const here = 'here pid:[1]';

describe('FolderLock', () => {
  let folder: string;
  let running: Set<number>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    running = new Set();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = () => join(folder, 'in-use.json');
  const holder = () => JSON.parse(readFileSync(file(), 'utf8'));
  const process = (pid: number, place = here): Holder => ({
    ...{ pid, place, since: pid * 1000 },
  });

  /** A lock whose waits end at once, after what the test does in them. */
  const lockOf = (
    self: Holder,
    during: () => Promise<unknown> = async () => {},
  ) => {
    const waits: number[] = [];
    const waitedFor: string[] = [];
    const lock = new FolderLock({
      folder,
      self,
      isRunning: pid => running.has(pid),
      wait: async milliseconds => {
        waits.push(milliseconds);
        await during();
      },
    });
    const take = () => lock.take(words => waitedFor.push(words));
    running.add(self.pid);
    return { lock, take, waits, waitedFor };
  };

  it('is taken at once where nobody is, and after who left', async () => {
    const first = lockOf(process(1));
    await first.take();
    expect(holder()).toEqual(process(1));
    await first.lock.release();

    const second = lockOf(process(2));
    await second.take();
    expect(holder()).toEqual(process(2));
    expect([...first.waits, ...second.waits]).toEqual([]);
  });

  it('is taken from a process that has died here', async () => {
    await lockOf(process(1)).take();
    running.delete(1);
    const second = lockOf(process(2));
    await second.take();
    expect(holder()).toEqual(process(2));
    expect(second.waitedFor).toEqual([]);
  });

  it('is taken from a process that had our number before us', async () => {
    await lockOf({ ...process(1), since: 7 }).take();
    await lockOf(process(1)).take();
    expect(holder()).toEqual(process(1));
  });

  it('waits for one that lives, as long as it does', async () => {
    const first = lockOf(process(1));
    await first.take();
    let looks = 0;
    const second = lockOf(process(2), async () => {
      looks += 1;
      await wait(5);
      if (looks < 20) await first.lock.beat();
      else await first.lock.release();
    });
    await second.take();
    expect(holder()).toEqual(process(2));
    expect(looks).toBe(20);
    expect(second.waitedFor).toEqual([`process 1 on ${here}`]);
  });

  it('takes one elsewhere for dead that shows no life for ten seconds', async () => {
    await lockOf(process(1, 'there')).take();
    const second = lockOf(process(2));
    await second.take();
    expect(holder()).toEqual(process(2));
    expect(second.waits.reduce((sum, ms) => sum + ms, 0)).toBe(10_200);
  });

  it('is one process’s when two come for the same dead one', async () => {
    await lockOf(process(1)).take();
    running.delete(1);
    let later: Promise<void> | undefined;
    const second = lockOf(process(2), async () => {
      later ??= lockOf(process(3)).take();
      await later;
      running.delete(3);
    });
    await second.take();
    expect(second.waits.length).toBeGreaterThan(1);
    expect(holder()).toEqual(process(2));
  });

  it('tells who lost it', async () => {
    const { lock, take } = lockOf(process(1));
    await take();
    await lock.beat();
    writeFileSync(file(), JSON.stringify(process(2, 'there')));
    await expect(lock.beat()).rejects.toThrow(
      `${folder} was taken over by process 2 on there`,
    );
    await lock.release();
    expect(holder()).toEqual(process(2, 'there'));
  });

  it('does not trust a file that a crash left half written', async () => {
    writeFileSync(file(), '{"pid"');
    const { take, waitedFor } = lockOf(process(1));
    await take();
    expect(waitedFor).toEqual(['another process']);
    expect(holder()).toEqual(process(1));
  });

  it('knows the process it is in', async () => {
    const lock = await lockForProcess({ folder, wait });
    await lock.take(() => {});
    expect(holder().pid).toBe(globalThis.process.pid);
    await lock.release();
  });
});

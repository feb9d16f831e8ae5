import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createWorld, json } from '../__testUtils__/pipelines';
import { requestOfSpans } from '../__testUtils__/spans';
import { frameHeader, readFrames } from './frames';

const mebibyte = 2 ** 20;
const later = 60_000;
const safe = { taken: 'safe', rejected: 0 };

describe('SpanPipeline, when the disk is not what it was,', () => {
  let world: ReturnType<typeof createWorld>;
  beforeEach(() => {
    world = createWorld();
  });
  afterEach(() => world.end());

  const segments = () => join(world.folder, 'segments');
  const segment = (at = 0) =>
    join(segments(), readdirSync(segments()).sort()[at]);
  const checkpoint = () => join(world.folder, 'checkpoint.json');

  /** A life in which so many requests were taken, five spans each. */
  const lifeWith = async (...requests: number[]) => {
    const pipeline = await world.live();
    for (const request of requests) {
      await pipeline.take(json(requestOfSpans(request * 5, 5)));
    }
    return pipeline;
  };
  const countedBy = async (pipeline: Awaited<ReturnType<typeof lifeWith>>) => {
    world.now += later;
    await pipeline.advance();
    return world.keeper.calls;
  };

  it('counts what stands behind a damage, and says how much is gone', async () => {
    await lifeWith(0, 1, 2, 3);
    const bytes = readFileSync(segment());
    bytes[Math.floor(bytes.length / 3)] ^= 0xff;
    writeFileSync(segment(), bytes);

    expect(await countedBy(await world.live())).toBe(15);
    expect(world.losses).toEqual({
      'batches that the disk did not give back': 1,
    });
  });

  it('counts what stands behind a file that is gone, and says how much is gone with it', async () => {
    await lifeWith(0, 1);
    await lifeWith(2, 3, 4);
    await lifeWith(5);
    rmSync(segment(1));

    expect(await countedBy(await world.live())).toBe(15);
    expect(world.losses).toEqual({
      'batches that the disk did not give back': 3,
    });
  });

  it('misses nothing that was counted before it was damaged', async () => {
    const first = await lifeWith(0, 1, 2);
    await countedBy(first);
    await first.take(json(requestOfSpans(15, 5)));
    const bytes = readFileSync(segment());
    bytes[30] ^= 0xff;
    writeFileSync(segment(), bytes);

    expect(await countedBy(await world.live())).toBe(20);
    expect(world.losses).toEqual({});
  });

  it('goes on without a batch that it could read once and no longer can', async () => {
    await lifeWith(0, 1);
    const [, second] = readFrames(readFileSync(segment())).frames;
    const body = Buffer.from('written by a version that knew more');
    writeFileSync(
      segment(),
      Buffer.concat(
        [{ ...second, id: 0, body }, second].flatMap(frame => [
          frameHeader(frame),
          frame.body,
        ]),
      ),
    );
    expect(await countedBy(await world.live())).toBe(5);
    expect(world.losses).toEqual({ 'batches that can no longer be read': 1 });
  });

  it('does not guess what a damaged checkpoint said', async () => {
    await countedBy(await lifeWith(0));
    for (const text of ['', '{"writer":"w"', '{"writer":7}', 'null']) {
      writeFileSync(checkpoint(), text);
      await expect(world.live()).rejects.toThrow(
        `${checkpoint()} is damaged, so nobody knows what was counted`,
      );
    }
  });

  it('hands nothing over that is not written down, and tries again', async () => {
    const pipeline = await lifeWith(0);
    mkdirSync(`${checkpoint()}.next`);
    await expect(countedBy(pipeline)).rejects.toThrow('EISDIR');
    expect(await pipeline.take(json(requestOfSpans(5, 5)))).toEqual(safe);
    await expect(countedBy(pipeline)).rejects.toThrow('EISDIR');
    expect(world.keeper.kept).toEqual([]);

    rmdirSync(`${checkpoint()}.next`);
    expect(await countedBy(pipeline)).toBe(5);
    expect(await countedBy(pipeline)).toBe(10);
  });

  it('counts nothing more in a life in which a write failed, and all of it in the next', async () => {
    const pipeline = await world.live();
    rmdirSync(segments());
    expect(await pipeline.take(json(requestOfSpans(0, 5)))).toEqual({
      taken: 'not-now',
      words: expect.stringContaining('ENOENT: no such file or directory'),
    });
    expect(pipeline.broken).toEqual(pipeline.whyNot());
    await expect(countedBy(pipeline)).rejects.toThrow('ENOENT');
    expect(world.keeper.kept).toEqual([]);

    const next = await world.live();
    expect(await next.take(json(requestOfSpans(0, 5)))).toEqual(safe);
    expect(await countedBy(next)).toBe(5);
  });

  it('takes nothing for which there is no room, and goes on when there is', async () => {
    const pipeline = await world.live();
    const takes = async (free: number) => {
      world.free = free;
      await pipeline.watch();
      return pipeline.take(json(requestOfSpans(0, 1)));
    };
    expect(await takes(31 * mebibyte)).toEqual({
      taken: 'not-now',
      words: `The disk with ${world.folder} has less than 32 MiB left`,
    });
    expect(readdirSync(segments())).toEqual([]);
    expect(await takes(32 * mebibyte + 10)).toMatchObject({ taken: 'not-now' });
    expect(await takes(100 * mebibyte)).toEqual(safe);
    expect(pipeline.broken).toBeUndefined();
  });
});

import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createWorld, json } from '../__testUtils__/pipelines';
import { requestOfSpans } from '../__testUtils__/spans';

const later = 60_000;
const safe = { taken: 'safe', rejected: 0 };

describe('SpanPipeline', () => {
  const worlds: ReturnType<typeof createWorld>[] = [];
  const createdWorld = (...options: Parameters<typeof createWorld>) => {
    const world = createWorld(...options);
    worlds.push(world);
    return world;
  };
  afterEach(() => Promise.all(worlds.splice(0).map(world => world.end())));

  it('hands over what it counted when the spans have waited long enough', async () => {
    const world = createdWorld();
    const pipeline = await world.live();
    expect(await pipeline.take(json(requestOfSpans(0, 5)))).toEqual(safe);
    await pipeline.advance();
    expect(world.keeper.calls).toBe(0);

    world.now += later;
    await pipeline.advance();
    expect(world.keeper.calls).toBe(5);
    await pipeline.close();
  });

  it('counts after a crash what it had said is safe', async () => {
    const world = createdWorld();
    await (await world.live()).take(json(requestOfSpans(0, 5)));

    const next = await world.live();
    await next.take(json(requestOfSpans(5, 3)));
    world.now += later;
    await next.advance();
    expect(world.keeper.calls).toBe(8);
  });

  it('counts once what was sent again after a crash that swallowed the answer', async () => {
    const world = createdWorld();
    await (await world.live()).take(json(requestOfSpans(0, 5)));

    const next = await world.live();
    await next.take(json(requestOfSpans(0, 5)));
    world.now += later;
    await next.advance();
    expect(world.keeper.calls).toBe(5);
    expect(world.losses).toEqual({
      'spans that were sent again: counted once': 5,
    });
  });

  it('counts nothing again that was handed over before a crash', async () => {
    const world = createdWorld();
    const first = await world.live();
    await first.take(json(requestOfSpans(0, 5)));
    world.now += later;
    await first.advance();
    await first.take(json(requestOfSpans(5, 2)));

    const second = await world.live();
    world.now += later;
    await second.advance();
    await second.advance();
    expect(world.keeper.calls).toBe(7);
  });

  it('hands over again, under the same number, what nobody confirmed', async () => {
    let heard = 0;
    const world = createdWorld({
      report: async report => {
        heard += 1;
        world.keeper.keep(report);
        if (heard === 1) throw new Error('gone before it could say so');
      },
    });
    const first = await world.live();
    await first.take(json(requestOfSpans(0, 5)));
    world.now += later;
    await expect(first.advance()).rejects.toThrow('gone');

    const second = await world.live();
    await second.advance();
    expect(heard).toBeGreaterThan(1);
    expect(world.keeper.calls).toBe(5);
  });

  it('reads a log that breaks off in the middle of a frame up to there', async () => {
    const world = createdWorld();
    await (await world.live()).take(json(requestOfSpans(0, 5)));
    const segments = join(world.folder, 'segments');
    const [segment] = readdirSync(segments);
    appendFileSync(join(segments, segment), Buffer.alloc(40, 9));

    const next = await world.live();
    await next.take(json(requestOfSpans(5, 1)));
    const last = await world.live();
    world.now += later;
    await last.advance();
    expect(world.keeper.calls).toBe(6);
  });

  it('deletes what is counted and can no longer be sent again', async () => {
    const world = createdWorld();
    const first = await world.live();
    await first.take(json(requestOfSpans(0, 5)));
    await first.close();
    const second = await world.live();
    world.now += later;
    await second.advance();
    expect(readdirSync(join(world.folder, 'segments'))).toHaveLength(1);

    await second.take(json(requestOfSpans(5, 1)));
    world.now += 10 * later;
    await second.advance();
    expect(readdirSync(join(world.folder, 'segments'))).toHaveLength(1);
    await second.close();
    const third = await world.live();
    await third.advance();
    await third.take(json(requestOfSpans(6, 1)));
    world.now += later;
    await third.advance();
    expect(world.keeper.calls).toBe(7);
  });

  it('asks senders to wait when the log is full', async () => {
    const world = createdWorld({ logAtMost: 10 });
    const pipeline = await world.live();
    await pipeline.take(json(requestOfSpans(0, 1)));
    expect(await pipeline.take(json(requestOfSpans(1, 1)))).toEqual({
      taken: 'not-now',
      words:
        'What was received and is not counted yet is as much as it may be (sightline.otlp.log)',
    });
  });
});

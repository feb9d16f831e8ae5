import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createWorld, json } from '../__testUtils__/pipelines';
import { requestOfSpans } from '../__testUtils__/spans';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('SpanPipeline, when the clock is set,', () => {
  let world: ReturnType<typeof createWorld>;
  beforeEach(() => {
    world = createWorld();
  });
  afterEach(() => world.end());

  it('back a little, stands still until the clock has caught up', async () => {
    const pipeline = await world.live();
    await pipeline.take(json(requestOfSpans(0, 5)));
    world.now -= minute / 2;
    await pipeline.watch();
    expect(pipeline.broken).toBeUndefined();
    await pipeline.take(json(requestOfSpans(5, 2)));
    world.now += 1.5 * minute;
    await pipeline.advance();
    expect(world.keeper.calls).toBe(7);
  });

  it('back a day, begins anew and counts in the time that it is now', async () => {
    const pipeline = await world.live();
    await pipeline.take(json(requestOfSpans(0, 5)));
    world.now -= day;
    await pipeline.watch();
    expect(pipeline.broken).toBe('The clock was set back');

    const next = await world.live();
    expect(next.whyNot()).toBeUndefined();
    await next.take(json(requestOfSpans(0, 5)));
    await next.take(json(requestOfSpans(5, 2)));
    world.now += minute;
    await next.advance();
    expect(world.keeper.calls).toBe(7);
    const minutes = world.keeper.kept.flatMap(({ edges }) =>
      edges.map(edge => edge.minute),
    );
    expect(Math.max(...minutes)).toBeLessThanOrEqual(world.now);
  });

  it('back a day, deletes what it wrote before as soon as what it writes now', async () => {
    const first = await world.live();
    await first.take(json(requestOfSpans(0, 5)));
    world.now -= day;
    const next = await world.live();
    world.now += minute;
    await next.advance();
    world.now += 10 * minute;
    await next.advance();
    expect(readdirSync(join(world.folder, 'segments'))).toEqual([]);
  });

  it('ahead a day, counts at once and goes on', async () => {
    const pipeline = await world.live();
    await pipeline.take(json(requestOfSpans(0, 5)));
    world.now += day;
    await pipeline.watch();
    await pipeline.advance();
    await pipeline.take(json(requestOfSpans(5, 2)));
    world.now += minute;
    await pipeline.advance();
    expect(world.keeper.calls).toBe(7);
  });
});

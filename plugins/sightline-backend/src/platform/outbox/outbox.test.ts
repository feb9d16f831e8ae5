import { EventParams } from '@backstage/plugin-events-node';
import * as fc from 'fast-check';
import { Knex } from 'knex';
import { useTestDatabases } from '../__testUtils__/testDatabases';
import { createOutbox } from './outbox';
import { pruneOutbox } from './prune';
import { createOutboxRelay } from './relay';

jest.setTimeout(60_000);

type Events = { 'test.a': { n: number }; 'test.b': { n: number } };

const databases = useTestDatabases();
const HOUR = 3_600_000;

describe.each(databases.ids)('the outbox on %s', id => {
  const build = async () => {
    const database = await databases.open(id);
    const time = { now: 1_000_000 };
    const clock = () => time.now;
    const published: EventParams[] = [];
    const failure: { at?: number } = {};
    const events = {
      publish: async (event: EventParams) => {
        published.push(event);
        if (published.length === failure.at) {
          throw new Error('crash');
        }
      },
      subscribe: async () => {},
    };
    const outbox = createOutbox<Events>({ clock });
    const relay = (holder: string) =>
      createOutboxRelay({ database, events, clock, holder });
    const append = (n: number, topic: keyof Events = 'test.a') =>
      database.transaction(trx =>
        outbox.append(trx, [{ topic, payload: { n } }]),
      );
    return { database, time, clock, published, failure, outbox, relay, append };
  };

  const numbers = (published: EventParams[]) =>
    published.map(event => (event.eventPayload as { n: number }).n);

  it('publishes in order, once, with an id to tell a repetition by', async () => {
    const { append, relay, published } = await build();
    await append(1);
    await append(2, 'test.b');
    const first = relay('first');
    expect([await first.run(), await first.run()]).toEqual([2, 0]);
    const [a, b] = published.map(event => event.metadata?.id);
    expect(published).toEqual([
      { topic: 'test.a', eventPayload: { n: 1, id: a }, metadata: { id: a } },
      { topic: 'test.b', eventPayload: { n: 2, id: b }, metadata: { id: b } },
    ]);
    expect(a).not.toBe(b);
  });

  it('says nothing about a change that was rolled back', async () => {
    const { database, outbox, relay, published } = await build();
    const change = database.transaction(async trx => {
      await outbox.append(trx, [{ topic: 'test.a', payload: { n: 1 } }]);
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    await relay('first').run();
    expect(published).toEqual([]);
  });

  it('publishes each event once though two relays run at the same time', async () => {
    const { append, relay, published } = await build();
    for (let n = 0; n < 30; n += 1) {
      await append(n);
    }
    await Promise.all([relay('first').run(), relay('second').run()]);
    await relay('second').run();
    expect(numbers(published)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  it('loses nothing and keeps the order when it crashes between publishing and marking', async () => {
    const { database, append, relay, published, failure, time } = await build();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        async (count, crashAt) => {
          await (database as Knex)('outbox_event').delete();
          published.length = 0;
          for (let n = 1; n <= count; n += 1) {
            await append(n);
          }
          failure.at = crashAt;
          await relay('crashing')
            .run()
            .catch(() => {});
          failure.at = undefined;
          time.now += HOUR;
          await relay('another').run();
          const said = numbers(published);
          const firsts = said.filter((n, at) => said.indexOf(n) === at);
          expect(firsts).toEqual(
            Array.from({ length: count }, (_, at) => at + 1),
          );
          expect(said.length - count).toBe(crashAt <= count ? 1 : 0);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('takes over from a relay that died holding the lease', async () => {
    const { database, append, relay, published, time } = await build();
    await append(1);
    await database('outbox_lease').update({
      holder: 'dead',
      until: time.now + 30_000,
    });
    expect(await relay('alive').run()).toBe(0);
    time.now += 30_001;
    expect(await relay('alive').run()).toBe(1);
    expect(numbers(published)).toEqual([1]);
  });

  it('forgets what was published a day ago, and counts what it drops beyond the cap', async () => {
    const { database, append, relay, clock, time } = await build();
    await append(1);
    await relay('first').run();
    time.now += 25 * HOUR;
    for (let n = 2; n <= 6; n += 1) {
      await append(n, n % 2 ? 'test.a' : 'test.b');
    }
    const lost = await pruneOutbox({ database, clock, cap: 2 });
    expect(lost).toEqual(
      new Map([
        ['test.a', 1],
        ['test.b', 2],
      ]),
    );
    await append(7);
    await pruneOutbox({ database, clock, cap: 2 });
    const kept = await database('outbox_event').orderBy('id').select('payload');
    expect(kept.map(row => JSON.parse(row.payload).n)).toEqual([6, 7]);
    const losses = await database('outbox_loss').orderBy('topic');
    expect(losses.map(row => [row.topic, Number(row.count)])).toEqual([
      ['test.a', 2],
      ['test.b', 2],
    ]);
  });
});

import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { callsWorld } from './__testUtils__/callsWorld';
import { reportOf, serviceNode, START } from './__testUtils__/reports';

jest.setTimeout(120_000);

const { open } = useTestDatabases();
const minute = 60_000;
const day = 24 * 60 * minute;

/** A dozen latency buckets, as an operation has whose calls take 5 to 50 ms. */
const latency = Array.from({ length: 12 }, (_, n) => [100 + 2 * n, 9]).flat();

const operations = Array.from({ length: 10 }, (_, n) => `GET /things/${n}`);

const step = 10;

/** Ten minutes at once, so that a day is few reports. */
const minutesFrom = (begin: number) =>
  reportOf(
    begin,
    Array.from(
      { length: step },
      (_, n) => START + (begin + n) * minute,
    ).flatMap(at =>
      operations.map(operation => ({
        ...{ from: serviceNode('storefront'), to: serviceNode('orders') },
        ...{ operation, calls: 108, latency, minute: at },
        callerView: { calls: 108, errors: 0, latency },
        samples: { slowest: 'a'.repeat(32) },
      })),
    ),
  );

describe('the size of what is kept', () => {
  // docs/operating.md states these figures; change both.
  it('of an edge that is called every minute is 336 rows and 100 kB for its first day, and 24 rows and 10 kB after two', async () => {
    const database = await open('SQLITE_3');
    const { accept, rollUp, time } = callsWorld(database, {}, 500);
    const perEdge = async () => {
      const [{ rows }] = await database('calls_bucket').count({ rows: '*' });
      await database.raw('vacuum');
      const [{ bytes }] = await database.raw(
        "select sum(pgsize) as bytes from dbstat where name like '%calls_bucket%'",
      );
      const edges = operations.length;
      return { rows: Number(rows) / edges, kilobytes: bytes / edges / 1_000 };
    };
    for (let begin = 0; begin < 24 * 60; begin += step) {
      time.now = START + (begin + step) * minute;
      await accept(minutesFrom(begin));
      if ((begin + step) % 60 === 0) await rollUp();
    }
    time.now = START + day;
    await rollUp();
    const fresh = await perEdge();
    expect(fresh.rows).toBe(60 + 23 * 12);
    expect(fresh.kilobytes).toBeLessThan(100);

    time.now = START + 2 * day;
    await rollUp();
    const later = await perEdge();
    expect(later.rows).toBe(24);
    expect(later.kilobytes).toBeLessThan(10);

    time.now = START + 16 * day;
    await rollUp();
    expect((await perEdge()).rows).toBeLessThanOrEqual(2);
  });
});

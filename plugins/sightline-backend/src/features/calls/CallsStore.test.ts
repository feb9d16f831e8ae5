import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { callsWorld } from './__testUtils__/callsWorld';
import { reportOf, serviceNode, START } from './__testUtils__/reports';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const from = serviceNode('storefront');
const to = serviceNode('orders');
const minute = 60_000;
const day = 1440 * minute;

describe.each(databases.ids)('the store of calls on %s', id => {
  const world = async (limits?: Parameters<typeof callsWorld>[1]) => {
    const database = await databases.open(id);
    return { database, ...callsWorld(database, limits) };
  };

  it('adds what is the same, and keeps apart what is not', async () => {
    const { accept, buckets } = await world();
    await accept(
      reportOf(1, [
        { from, to, calls: 2, errors: 1, latency: [79, 2] },
        { from, to, calls: 1, operation: 'GET /orders' },
      ]),
    );
    await accept(
      reportOf(2, [
        {
          from,
          to,
          calls: 3,
          retries: 1,
          estimated: 30,
          latency: [79, 1, 90, 2],
        },
        { from, to, calls: 4, minute: START + minute },
      ]),
    );
    await accept(reportOf(1, [{ from, to, calls: 5 }], 'replica-2'));
    const whole = { width: 1, errors: 0, retries: 0 };
    expect(await buckets()).toEqual([
      {
        ...whole,
        at: '2026-11-21T02:00',
        calls: 10,
        errors: 1,
        estimated: 37,
        retries: 1,
        latency: '79:8 90:2',
      },
      {
        ...whole,
        at: '2026-11-21T02:00',
        calls: 1,
        estimated: 1,
        latency: '79:1',
      },
      {
        ...whole,
        at: '2026-11-21T02:01',
        calls: 4,
        estimated: 4,
        latency: '79:4',
      },
    ]);
  });

  it('keeps each report of a writer once', async () => {
    const { accept, buckets } = await world();
    const report = reportOf(7, [{ from, to, calls: 2 }]);
    expect(await accept(report)).toEqual({
      changed: [from, to],
      isFirst: true,
    });
    const nothing = { changed: [], isFirst: false };
    expect(await accept(report)).toEqual(nothing);
    expect(await accept({ ...report, sequence: 6 })).toEqual(nothing);
    expect(await accept(reportOf(8, []))).toEqual(nothing);
    expect((await buckets()).map(({ calls }) => calls)).toEqual([2]);
  });

  it('counts once what two replicas are told at the same time', async () => {
    const { accept, buckets } = await world();
    const reports = Array.from({ length: 10 }, (_, n) =>
      reportOf(1, [{ from, to, calls: 1 + n }], `replica-${n}`),
    );
    await Promise.all([...reports, ...reports].map(accept));
    expect((await buckets()).map(({ calls }) => calls)).toEqual([55]);
  });

  it('keeps a bounded number of edges, and says what it lost', async () => {
    const { accept, buckets, lost } = await world({
      nodesAtMost: 3,
      edgesAtMost: 1,
    });
    await accept(reportOf(1, [{ from, to, calls: 1 }]));
    await accept(
      reportOf(2, [
        { from, to, calls: 1 },
        { from: to, to: serviceNode('payments'), calls: 2 },
        { from: to, to: serviceNode('ledger'), calls: 4 },
        { from, to: serviceNode('x'.repeat(401)), calls: 8 },
        { from, to, operation: 'a\0b', calls: 16 },
        { from, to, calls: 32, minute: START + day },
        { from, to, calls: 64, minute: START - 400 * day },
      ]),
    );
    expect((await buckets()).map(({ calls }) => calls)).toEqual([2]);
    expect(lost).toEqual({
      'calls on more services and edges than are kept': 6,
      'calls with names that are too long or contain NUL': 24,
      'calls in the future': 32,
      'calls older than anything that is kept': 64,
    });
  });

  it('makes counts coarser with age, without changing them, and forgets them in the end', async () => {
    const { accept, rollUp, buckets, time, database } = await world();
    const told = Array.from({ length: 8 }, (_, n) => ({
      ...{ from, to, minute: START + n * minute },
      ...{ calls: n + 1, errors: n % 2, latency: [79, 1, 80 + n, n] },
    }));
    await accept(reportOf(1, told));
    const seen: unknown[] = [];
    const look = async (age: number) => {
      time.now = START + age;
      await rollUp();
      await rollUp();
      const all = await buckets();
      seen.push(all.map(({ width, at, calls }) => [width, at, calls]));
      return all;
    };
    await look(67 * minute);
    await accept(reportOf(2, [{ from, to, minute: START, calls: 100 }]));
    await look(71 * minute);
    await look(day + 60 * minute);
    const [last] = await look(16 * day);
    expect(seen).toEqual([
      [
        [5, '2026-11-21T02:00', 15],
        [1, '2026-11-21T02:05', 6],
        [1, '2026-11-21T02:06', 7],
        [1, '2026-11-21T02:07', 8],
      ],
      [
        [5, '2026-11-21T02:00', 115],
        [5, '2026-11-21T02:05', 21],
      ],
      [[60, '2026-11-21T02:00', 136]],
      [[1440, '2026-11-21T00:00', 136]],
    ]);
    expect(last).toEqual({
      width: 1440,
      at: '2026-11-21T00:00',
      calls: 136,
      errors: 4,
      estimated: 136,
      retries: 0,
      latency: '79:108 80:0 81:1 82:2 83:3 84:4 85:5 86:6 87:7',
    });
    await look(400 * day);
    const left = await Promise.all(
      ['calls_bucket', 'calls_edge', 'calls_node', 'calls_writer'].map(table =>
        database(table).count({ n: '*' }),
      ),
    );
    expect(left.map(([{ n }]) => Number(n))).toEqual([0, 0, 0, 0]);
  });

  it('rolls up the same when two replicas do so at once', async () => {
    const { accept, rollUp, buckets, time } = await world();
    const told = Array.from({ length: 30 }, (_, n) => ({
      ...{ from, to, minute: START + n * minute, calls: 1 },
    }));
    await accept(reportOf(1, told));
    time.now = START + 2 * day;
    await Promise.all([rollUp(), rollUp(), accept(reportOf(2, told))]);
    await rollUp();
    expect((await buckets()).map(({ width, calls }) => [width, calls])).toEqual(
      [[60, 60]],
    );
  });
});

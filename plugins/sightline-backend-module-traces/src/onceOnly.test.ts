import { answerAsJaeger } from './__testUtils__/fakeJaeger';
import { answerAsTempo } from './__testUtils__/fakeTempo';
import { FakeTrace, orderTrace } from './__testUtils__/fakeTraces';
import {
  afterwards,
  begin,
  edgesOfOrders,
  Keeper,
  minute,
  reportsOf,
  startTestSource,
  TestSource,
} from './__testUtils__/worlds';

const hour = 60 * minute;

/** A trace every ten seconds, each a few milliseconds before a round time. */
const traces = Array.from({ length: 60 }, (_, nth) =>
  orderTrace(nth + 1, begin + nth * 10_000 - 2),
);

const answers = {
  jaeger: answerAsJaeger({ speaks: ['v3'], traces }),
  tempo: answerAsTempo({ traces }),
};

let tested: TestSource;
afterEach(() => tested.world.stop());

describe.each(['jaeger', 'tempo'] as const)('a trace in %s', type => {
  const start = async () => {
    const settings = { atMost: { tracesOfAService: 100 } };
    tested = await startTestSource({ type, answer: answers[type], settings });
    return new Keeper();
  };

  it('counts once, in the window in which it begins, though its spans are in two', async () => {
    const keeper = await start();
    for (let at = afterwards; at < afterwards + 8 * minute; at += minute) {
      keeper.keep(await tested.pullAt(at));
    }
    // The very first began before the first window.
    const all = traces.filter(({ spans }) => spans[0].at >= begin);
    const counted = all.filter(
      ({ spans }) => spans[0].at < begin + 8 * minute,
    ).length;
    expect(keeper.edges).toEqual(edgesOfOrders(counted));
    expect(keeper.kept).toHaveLength(4);
  });

  it('counts once, though each round is one of a process that has just been started', async () => {
    const keeper = await start();
    for (let at = afterwards; at < afterwards + 4 * minute; at += minute / 2) {
      tested.restart();
      keeper.keep(await tested.pullAt(at));
    }
    const counted = traces.filter(
      ({ spans: [{ at }] }) => at >= begin && at < begin + 4 * minute,
    );
    expect(keeper.edges).toEqual(edgesOfOrders(counted.length));
  });

  it('counts once, though two replicas take turns and neither knows of the other', async () => {
    const keeper = await start();
    const first = tested;
    const second = await startTestSource({
      ...{ type, answer: answers[type] },
      settings: { atMost: { tracesOfAService: 100 } },
    });
    for (let at = afterwards; at < afterwards + 6 * minute; at += minute) {
      const replica = at % (2 * minute) === 0 ? first : second;
      keeper.keep(await replica.pullAt(at));
    }
    await second.world.stop();
    const counted = traces.filter(
      ({ spans: [{ at }] }) => at >= begin && at < begin + 6 * minute,
    );
    expect(keeper.edges).toEqual(edgesOfOrders(counted.length));
  });
});

describe('a window', () => {
  const start = async (all: FakeTrace[] = traces) => {
    const answer = answerAsJaeger({ speaks: ['v3'], traces: all });
    tested = await startTestSource({ type: 'jaeger', answer });
  };

  it('is asked about once; whether Jaeger is well, in every round', async () => {
    await start();
    await tested.pullAt(afterwards);
    tested.world.feel('well');
    const answer = await tested.pullAt(afterwards + minute);
    expect(answer).toEqual({ outcome: 'ok', value: {} });
    expect(tested.world.requests.map(({ url }) => url)).toEqual([
      '/api/v3/services',
    ]);
  });

  it('that could not be had is asked about again, and so are a few that were missed', async () => {
    await start();
    await tested.pullAt(afterwards);
    tested.world.feel({ answers: { status: 503 } });
    await tested.pullAt(afterwards + 2 * minute);
    tested.world.feel('well');
    const answer = await tested.pullAt(afterwards + 4 * minute);
    expect(reportsOf(answer).map(({ sequence }) => sequence)).toEqual([
      begin / (2 * minute) + 1,
      begin / (2 * minute) + 2,
    ]);
    expect(tested.losses).not.toHaveProperty('windows of time not asked about');
  });

  it('is lost, and not silently, when too many were missed', async () => {
    await start();
    await tested.pullAt(afterwards);
    await tested.pullAt(afterwards + hour);
    expect(tested.losses).toMatchObject({
      'windows of time not asked about': 27,
    });
  });

  it('is taken back when nobody waits for it any more', async () => {
    await start();
    tested.world.feel(nth => (nth === 2 ? 'hangs' : 'well'));
    const pulled = tested.pullAt(afterwards);
    for (let nth = 0; nth < 3; nth++) await tested.world.nextRequest();
    tested.abort();
    expect(await pulled).toMatchObject({ outcome: 'retry' });
    tested.world.feel('well');
    const answer = await tested.pullAt(afterwards);
    expect(reportsOf(answer)).toHaveLength(1);
  });

  it('of another length has numbers of its own', async () => {
    const settings = { window: '1m' };
    const answer = answerAsJaeger({ speaks: ['v3'], traces });
    tested = await startTestSource({ type: 'jaeger', answer, settings });
    const [report] = reportsOf(await tested.pullAt(afterwards));
    expect(report).toMatchObject({
      writer: 'traces:test@60s',
      sequence: begin / minute + 1,
    });
  });
});

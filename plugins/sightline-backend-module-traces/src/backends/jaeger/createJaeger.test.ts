import { CallsReport } from '@sightline/backstage-plugin-sightline-node';
import {
  answerAsJaeger,
  jaegerPage,
  JaegerWorld,
} from '../../__testUtils__/fakeJaeger';
import { orderTrace } from '../../__testUtils__/fakeTraces';
import {
  afterwards,
  begin,
  edgesOf,
  edgesOfOrders,
  minute,
  reportsOf,
  startTestSource,
  TestSource,
} from '../../__testUtils__/worlds';

const traces = [orderTrace(1, begin + 1000), orderTrace(2, begin + 2000)];

let tested: TestSource;
afterEach(() => tested.world.stop());

const start = async (world: JaegerWorld) => {
  const answer = answerAsJaeger(world);
  tested = await startTestSource({ type: 'jaeger', answer });
  return tested.pullAt(afterwards);
};

const asked = () =>
  tested.world.requests.map(({ url }) => new URL(url, 'http://x').pathname);

describe('Jaeger', () => {
  it('is asked for traces of each service by its stable API', async () => {
    const answer = await start({ speaks: ['v3', 'v1'], traces });
    expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(2));
    expect(answer).not.toHaveProperty('notes');
    expect(asked()).toEqual([
      '/api/v3/services',
      '/api/v3/traces',
      '/api/v3/traces',
    ]);
    expect(tested.losses).toEqual({});
  });

  it('is asked in both spellings of its parameters, and in the same time by each', async () => {
    await start({ speaks: ['v3'], traces });
    const [, search] = tested.world.requests;
    const query = new URL(search.url, 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      'query.serviceName': 'frontend',
      'query.service_name': 'frontend',
      'query.startTimeMin': '2026-11-21T02:00:00.000Z',
      'query.start_time_min': '2026-11-21T02:00:00.000Z',
      'query.startTimeMax': '2026-11-21T02:02:00.000Z',
      'query.start_time_max': '2026-11-21T02:02:00.000Z',
      'query.searchDepth': '10',
      'query.search_depth': '10',
      'query.num_traces': '10',
    });
  });

  it.each([
    ['shows its page for what it does not know', jaegerPage],
    ['says 404', undefined],
  ])(
    'is asked by its first API when it is old and %s, and by that one from then on',
    async (_, otherwise) => {
      const answer = await start({ speaks: ['v1'], traces, otherwise });
      expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(2));
      expect(asked()).toEqual([
        '/api/v3/services',
        '/api/services',
        '/api/traces',
        '/api/traces',
      ]);
      tested.world.feel('well');
      await tested.pullAt(afterwards + minute);
      expect(asked()).toEqual(['/api/services']);
    },
  );

  it('is found again when it was upgraded', async () => {
    const world = { speaks: ['v1'] as JaegerWorld['speaks'], traces };
    await start(world);
    world.speaks = ['v3'];
    tested.world.feel('well');
    await tested.pullAt(afterwards + 2 * minute);
    expect(asked().slice(0, 2)).toEqual(['/api/services', '/api/v3/services']);
  });

  it('may have no traces of the time', async () => {
    const services = ['frontend', 'orders'];
    const answer = await start({ speaks: ['v3'], traces: [], services });
    expect(answer).toEqual({ outcome: 'ok', value: {} });
  });

  it('may have no services at all', async () => {
    for (const speaks of ['v3', 'v1'] as const) {
      const answer = await start({ speaks: [speaks], traces: [] });
      expect(answer).toEqual({ outcome: 'ok', value: {} });
      await tested.world.stop();
    }
  });

  it('may answer with names alone, when there is nobody to ask for traces', async () => {
    for (const speaks of ['dependencies', 'v3-dependencies'] as const) {
      const answer = await start({
        speaks: [speaks],
        traces: [],
        dependencies: [
          { parent: 'frontend', child: 'orders', callCount: 4711 },
          { parent: 'orders', child: 'orders', callCount: 9 },
          { parent: 'orders', child: 'mail', callCount: '12' },
        ],
      });
      const [report] = reportsOf(answer);
      expect(edgesOf(report)).toEqual({
        'frontend → orders dependency-api': 1,
        'orders → mail dependency-api': 1,
      });
      expect(report.edges.every(({ ratesUnknown }) => ratesUnknown)).toBe(true);
      expect(answer).toHaveProperty('notes', [
        expect.stringMatching(
          /^Traces cannot be asked for, so there are names alone, .*404/,
        ),
      ]);
      await tested.world.stop();
    }
  });

  it('says that nothing of it is there when nothing is', async () => {
    const answer = await start({ speaks: [], traces: [] });
    expect(answer).toEqual({
      outcome: 'failed',
      fault: {
        kind: 'not-found',
        words: expect.stringMatching(
          /answered 404 \(not found\) to GET \/api\/v3\/services: is the address right\?/,
        ),
      },
    });
  });

  it('does not take a search that nobody answers for one that finds nothing', async () => {
    const world: JaegerWorld = { speaks: ['v3'], traces };
    tested = await startTestSource({
      type: 'jaeger',
      answer: request =>
        request.url.startsWith('/api/v3/traces')
          ? { status: 404, body: '404 page not found' }
          : answerAsJaeger(world)(request),
    });
    const answer = await tested.pullAt(afterwards);
    expect(answer.outcome).toBe('failed');
  });

  it('says what it says about a refusal', async () => {
    tested = await startTestSource({
      type: 'jaeger',
      answer: () => ({
        status: 500,
        body: { error: { httpCode: 500, message: 'storage is read-only' } },
      }),
    });
    expect(await tested.pullAt(afterwards)).toMatchObject({
      outcome: 'retry',
      fault: {
        words: expect.stringMatching(/500 .*\(storage is read-only\)$/),
      },
    });
  });

  it('marks all it tells as seen, not as counted', async () => {
    const answer = await start({ speaks: ['v3'], traces });
    const { edges } = reportsOf(answer)[0] as CallsReport;
    expect(
      edges.map(({ calls, estimated, unweighted, ratesUnknown }) => ({
        ...{ calls, estimated, unweighted, ratesUnknown },
      })),
    ).toEqual(
      Array(3).fill({
        ...{ calls: 2, estimated: 2, unweighted: 2, ratesUnknown: true },
      }),
    );
  });
});

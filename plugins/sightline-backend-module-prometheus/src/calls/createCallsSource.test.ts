import {
  FakeWorld,
  startFakeWorld,
  testSourceContract,
  WorldAnswer,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { countingContext } from '../__testUtils__/contexts';
import {
  matrix,
  pretendPrometheus,
  questionOf,
  success,
} from '../__testUtils__/pretendPrometheus';
import {
  edgesInWords,
  reportsOf,
  usualSettings,
} from '../__testUtils__/reading';
import { createPrometheusClient } from '../client/createPrometheusClient';
import { CallsSettings } from './callParts';
import { createCallsSource } from './createCallsSource';

const start = Date.parse('2026-11-21T02:00:00Z');
const minute = 60_000;

const graph = 'traces_service_graph_request';
const spans = 'traces_span_metrics';
const names = [
  `${graph}_total`,
  `${graph}_failed_total`,
  `${graph}_server_seconds_bucket`,
  `${graph}_client_seconds_bucket`,
  `${spans}_calls_total`,
  `${spans}_duration_milliseconds_bucket`,
];

const edge = { client: 'checkout', server: 'payments', job: 'otelcol' };
const at = start + minute;
const graphCounts = matrix([
  { labels: { ...edge, counted: 'calls' }, values: [[at, 4]] },
  { labels: { ...edge, counted: 'errors' }, values: [[at, 1]] },
]);
const graphDurations = matrix(
  [
    ['0.1', 3],
    ['0.2', 4],
    ['+Inf', 4],
  ].map(([le, count]) => ({
    labels: { ...edge, le: String(le) },
    values: [
      [start, 100],
      [at, 100 + Number(count)],
    ],
  })),
);
const span = {
  service_name: 'reports',
  span_name: 'GET /month',
  span_kind: 'SPAN_KIND_SERVER',
  job: 'otelcol',
};
const spanCounts = matrix([
  { labels: { ...span, status_code: 'STATUS_CODE_UNSET' }, values: [[at, 5]] },
  { labels: { ...span, status_code: 'STATUS_CODE_ERROR' }, values: [[at, 2]] },
]);

const askedFor = {
  graphCounts: /counted.*_request_total/,
  graphDurations: /server_seconds_bucket/,
  clientDurations: /client_seconds_bucket/,
  callees: /^group by \(server\)/,
  spanCounts: /span_metrics_calls_total.*> 0$/,
  spanDurations: /span_metrics_duration/,
};

const things: [RegExp, WorldAnswer][] = [
  [askedFor.graphDurations, graphDurations],
  [askedFor.graphCounts, graphCounts],
  [askedFor.spanDurations, matrix([])],
  [askedFor.spanCounts, spanCounts],
];

const answer = pretendPrometheus(names, things);

const createSource = (
  { url, secret }: FakeWorld,
  settings: Partial<CallsSettings> = {},
  now = () => start + 1.5 * minute,
) =>
  createCallsSource({
    id: 'main',
    client: createPrometheusClient({
      url,
      headers: { authorization: `Bearer ${secret}` },
    }),
    settings: { ...usualSettings, catchUp: minute, ...settings },
    now,
  });

testSourceContract({
  name: 'prometheus:main',
  answer,
  create: world => createSource(world),
  partialAnswer: success([], { warnings: ['a store did not answer'] }),
});

describe('createCallsSource', () => {
  let world: FakeWorld;
  beforeAll(async () => {
    world = await startFakeWorld({ answer });
  });
  afterAll(() => world.stop());

  /** A world in which these things are otherwise. */
  const startWorld = (
    others: [RegExp, WorldAnswer][],
    found: readonly string[] = names,
  ) =>
    startFakeWorld({
      answer: pretendPrometheus(found, [...others, ...things]),
    });

  const pullIn = async (changed: FakeWorld, context = countingContext()) => {
    const told = await createSource(changed).pull([], context);
    await changed.stop();
    return told;
  };

  const payments = 'service checkout -> service payments other';
  const reports = 'outside -> service reports (GET /month) other';

  it('tells edges of the graph, and of operations what the graph does not tell', async () => {
    const told = await createSource(world).pull([], countingContext());
    expect(told).not.toHaveProperty('notes');
    expect(edgesInWords(reportsOf(told))).toEqual([
      { edge: reports, at: '02:00', calls: 7, errors: 2, latency: [] },
      {
        ...{ edge: payments, at: '02:00', calls: 4, errors: 1 },
        latency: [112, 1, 124, 1, 130, 1, 137, 1],
      },
    ]);
  });

  it('asks about the same minutes with all questions, in the names that it found', async () => {
    world.feel('well');
    await createSource(world, {
      matchers: [['cluster', '=', 'e"u']],
    }).pull([], countingContext());
    const asked = world.requests.map(questionOf);
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/v1/label/__name__/values',
      '/api/v1/query_range',
      '/api/v1/query_range',
      '/api/v1/query',
      '/api/v1/query_range',
      '/api/v1/query_range',
    ]);
    const ranges = asked.filter(({ path }) => path.endsWith('range'));
    expect(
      ranges.map(({ parameter }) =>
        ['start', 'end', 'step'].map(name => Number(parameter(name))),
      ),
    ).toEqual([
      [at / 1000, at / 1000, 60],
      // What a minute has added to a histogram takes two looks.
      [start / 1000, at / 1000, 60],
      [at / 1000, at / 1000, 60],
      [start / 1000, at / 1000, 60],
    ]);
    for (const { parameter } of asked) {
      const words = parameter('query') + parameter('match[]');
      expect(words).toContain('cluster="e\\"u"');
      expect(parameter('partial_response')).toBe('false');
    }
  });

  it('asks for the client’s durations only where the server has measured none', async () => {
    const changed = await startWorld([
      [
        askedFor.graphCounts,
        matrix([
          {
            labels: {
              client: 'user',
              server: 'checkout',
              connection_type: 'virtual_node',
              counted: 'calls',
            },
            values: [[at, 2]],
          },
        ]),
      ],
      [askedFor.clientDurations, matrix([])],
    ]);
    changed.feel('well');
    await createSource(changed).pull([], countingContext());
    const queries = changed.requests.map(request =>
      questionOf(request).parameter('query'),
    );
    await changed.stop();
    expect(
      queries.find(query => askedFor.clientDurations.test(query)),
    ).toContain('connection_type=~"virtual_node"');
  });

  it('says nothing of an operation whose callers the graph tells', async () => {
    const changed = await startWorld([
      [
        askedFor.callees,
        success({
          resultType: 'vector',
          result: [{ metric: { server: 'reports' }, value: [at / 1000, '1'] }],
        }),
      ],
    ]);
    const edges = edgesInWords(reportsOf(await pullIn(changed)));
    expect(edges.map(one => one.edge)).toEqual([payments]);
  });

  const unwell: WorldAnswer = {
    status: 422,
    body: {
      status: 'error',
      errorType: 'execution',
      error: 'too many samples',
    },
  };

  it.each<[string, RegExp, string[], string]>([
    [
      'edges without durations',
      askedFor.graphDurations,
      [reports, payments],
      'How long calls took could not be read from traces_service_graph_request_server_seconds_bucket',
    ],
    [
      'operations without the graph',
      askedFor.graphCounts,
      [reports],
      'service-graph metrics could not be read',
    ],
    [
      'the graph without operations',
      askedFor.spanCounts,
      [payments],
      'span metrics could not be read',
    ],
    [
      'no operations while nobody knows which the graph has counted',
      askedFor.callees,
      [payments],
      'span metrics could not be read',
    ],
  ])('tells %s, with a note', async (_, pattern, edges, note) => {
    const told = await pullIn(await startWorld([[pattern, unwell]]));
    const { notes = [] } = told as { notes?: string[] };
    expect(edgesInWords(reportsOf(told)).map(one => one.edge)).toEqual(edges);
    const words =
      'answered 422 to POST /api/v1/query_range (execution: too many samples)';
    expect(notes[0]).toMatch(note);
    expect(notes[0].replace('query (', 'query_range (')).toMatch(words);
  });

  it('keeps the warnings of a server that answers all the same', async () => {
    const warnings = ['remote storage did not answer'];
    const told = await pullIn(
      await startWorld([
        [askedFor.spanCounts, matrix([], { warnings, infos: ['no counter'] })],
      ]),
    );
    expect(told).toMatchObject({ outcome: 'ok', notes: warnings });
  });

  it('says so when there are no such metrics', async () => {
    const told = await pullIn(await startWorld([], ['up', 'rpc_calls_total']));
    expect(told).toEqual({
      outcome: 'ok',
      value: {},
      notes: [
        'There are neither service-graph nor span metrics: does a Collector, Tempo or a probe write them here?',
      ],
    });
  });

  it('counts calls of services without a name as lost', async () => {
    const context = countingContext();
    const labels = { span_kind: 'SPAN_KIND_SERVER' };
    await pullIn(
      await startWorld([
        [askedFor.spanCounts, matrix([{ labels, values: [[at, 3]] }])],
      ]),
      context,
    );
    expect(context.losses).toEqual({ 'calls of services without a name': 3 });
  });

  describe('as time goes by', () => {
    let now = start;
    const minutesAsked = async (source: ReturnType<typeof createSource>) => {
      world.feel('well');
      const context = countingContext();
      await source.pull([], context);
      const range = world.requests
        .map(questionOf)
        .find(({ path }) => path.endsWith('query_range'))!;
      const [from, to] = ['start', 'end'].map(name =>
        new Date(Number(range.parameter(name)) * 1000)
          .toISOString()
          .slice(11, 16),
      );
      return { from, to, losses: context.losses };
    };

    it('makes up for minutes while nobody answered, and says which it cannot', async () => {
      const source = createSource(world, { catchUp: 5 * minute }, () => now);
      now = start + 10.5 * minute;
      expect(await minutesAsked(source)).toEqual({
        ...{ from: '02:06', to: '02:10', losses: {} },
      });
      for (; now < start + 17 * minute; now += minute) {
        world.feel({ answers: { status: 503 } });
        await source.pull([], countingContext());
      }
      const missed = 2;
      expect(await minutesAsked(source)).toEqual({
        ...{ from: '02:13', to: '02:17' },
        losses: {
          'minutes of service-graph metrics not asked about in time': missed,
          'minutes of span metrics not asked about in time': missed,
        },
      });
    });

    it('tells again what could not be kept, until it is too long ago: only then is it lost', async () => {
      const source = createSource(world, { catchUp: 5 * minute }, () => now);
      now = start + 20.5 * minute;
      await minutesAsked(source);
      now += minute;
      await minutesAsked(source);
      // 02:20 was told for the first time by the last round: it tells both from now on.
      for (const [to, losses] of [
        ['02:22', 0],
        ['02:23', 0],
        ['02:24', 0],
        ['02:25', 0],
        ['02:26', 0],
        ['02:27', 1],
        ['02:28', 1],
      ] as const) {
        now += minute;
        const asked = await minutesAsked(source);
        source.notKept?.();
        expect([asked.to, Object.values(asked.losses)]).toEqual([
          to,
          losses ? [1, 1] : [],
        ]);
      }
      now += minute;
      expect(await minutesAsked(source)).toMatchObject({
        ...{ from: '02:25', to: '02:29' },
      });
      now += minute;
      expect(await minutesAsked(source)).toEqual({
        ...{ from: '02:26', to: '02:30', losses: {} },
      });
    });

    it('tells again what it told when it was cut off', async () => {
      const source = createSource(world, { catchUp: 5 * minute }, () => now);
      now = start + 20.5 * minute;
      await minutesAsked(source);
      now += minute;
      const context = countingContext();
      world.feel('hangs');
      const asked = world.nextRequest();
      const pulled = source.pull([], context);
      await asked;
      context.abort();
      expect(await pulled).toMatchObject({ outcome: 'retry' });
      now += minute;
      expect(await minutesAsked(source)).toMatchObject({
        from: '02:18',
        to: '02:22',
      });
    });
  });
});

import { Instant } from '@sightline/backstage-plugin-sightline-common';

import { countingContext } from '../__testUtils__/contexts';
import {
  PretendCall,
  PretendCollector,
} from '../__testUtils__/PretendCollector';
import {
  RealPrometheus,
  startRealPrometheus,
  whyNoPrometheus,
} from '../__testUtils__/RealPrometheus';
import {
  callsByEdge,
  edgesInWords,
  Keeper,
  reportsOf,
  usualSettings,
} from '../__testUtils__/reading';
import { WrittenHistogram } from '../__testUtils__/remoteWrite';
import { createPrometheusClient } from '../client/createPrometheusClient';
import { createCallsSource } from './createCallsSource';
import { growth } from './engine/growth';

jest.setTimeout(60_000);

const start: Instant = Date.parse('2026-11-21T02:00:00Z');
const minute = 60_000;

const titleOf = (title: string) =>
  whyNoPrometheus ? `${title} (left out: ${whyNoPrometheus})` : title;
const onPrometheus = whyNoPrometheus ? describe.skip : describe;

onPrometheus(titleOf('growth, as a real Prometheus computes it'), () => {
  let prometheus: RealPrometheus;
  const name = 'traces_service_graph_request_total';
  const scrapes = Array.from({ length: 40 }, (_, nth) => 7 + nth * 15);
  type Samples = [second: number, value: number][];
  /** 3 calls a second, read every 15 s: 45 from one sample to the next */
  const steady: Samples = scrapes.map((second, nth) => [second, nth * 45]);
  const from = (second: number) => (all: Samples[number]) => all[0] >= second;

  const counters: Record<string, { job?: string; samples: Samples }> = {
    steady: { samples: steady },
    'read once a minute': { samples: steady.filter((_, nth) => nth % 4 === 0) },
    'restarted at 5:00': {
      samples: steady.map(([second, value]) => [
        second,
        second < 300 ? value : value - 900 + 45,
      ]),
    },
    'not read from 2:30 to 4:30': {
      samples: steady.filter(([second]) => second < 150 || second > 270),
    },
    'new at 4:00': {
      samples: steady
        .filter(from(240))
        .map(([second], nth) => [second, 3 + nth]),
    },
    'old, and first read at 4:00': {
      job: 'somebody new',
      samples: steady
        .filter(from(240))
        .map(([second, value]) => [second, value + 1e6]),
    },
    'read by two that take turns': {
      samples: steady.map(([second, value], nth) => [
        second,
        nth % 8 < 4 ? value : value - 20,
      ]),
    },
    'with a weight for what sampling left out': {
      samples: steady.map(([second, value]) => [second, value / 4]),
    },
  };

  beforeAll(async () => {
    prometheus = await startRealPrometheus();
    const written = Object.entries(counters).map(
      ([server, { job = 'collector', samples }]) => ({
        name,
        labels: { job, instance: '10.0.0.7:8889', server },
        samples: samples.map(([second, value]): [Instant, number] => [
          start + second * 1000,
          value,
        ]),
      }),
    );
    // A scrape that fails ends all series with a mark of its own.
    const unread = written.find(({ labels }) =>
      labels.server.startsWith('not read'),
    )!;
    await prometheus.write(written, [{ ...unread, at: start + 157_000 }]);
  });
  afterAll(() => prometheus.stop());

  it.each<[string, (number | undefined)[]]>([
    ['steady', [undefined, 180, 180, 180, 180, 180, 180, 180, 180]],
    ['read once a minute', [undefined, 180, 180, 180, 180, 180, 180, 180, 180]],
    // 855 was read at 4:52, 45 at 5:07: what was counted in between is gone.
    ['restarted at 5:00', [undefined, 180, 180, 180, 180, 180, 180, 180, 180]],
    [
      'not read from 2:30 to 4:30',
      [undefined, 180, 90, 0, 450, 180, 180, 180, 180],
    ],
    [
      'new at 4:00',
      [undefined, undefined, undefined, undefined, 6, 4, 4, 4, 4],
    ],
    [
      'old, and first read at 4:00',
      [
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        180,
        180,
        180,
        180,
      ],
    ],
    [
      'read by two that take turns',
      [undefined, 160, 200, 160, 200, 160, 200, 160, 200],
    ],
    [
      'with a weight for what sampling left out',
      [undefined, 45, 45, 45, 45, 45, 45, 45, 45],
    ],
  ])('of a counter that is %s', async (server, byMinute) => {
    const client = createPrometheusClient({ url: prometheus.url, headers: {} });
    const grown = growth({ name, pulse: name, matchers: [], gap: 600 });
    const answer = await client.queryRange(
      `sum by (server) (${grown})`,
      { from: start + minute, to: start + 9 * minute, step: minute },
      countingContext(),
    );
    if (answer.outcome !== 'ok') throw new Error(answer.fault.words);
    const { values = [] } =
      answer.value.data.find(({ labels }) => labels.server === server) ?? {};
    expect(values.map(([at, value]) => [(at - start) / minute, value])).toEqual(
      byMinute.flatMap((value, nth) =>
        value === undefined ? [] : [[nth + 1, value]],
      ),
    );
  });
});

onPrometheus(titleOf('calls, read from a real Prometheus'), () => {
  let prometheus: RealPrometheus;
  let minutes = 0;

  /** Two Collectors that share the work, and Tempo, which sees it all again. */
  const collectors = ['a', 'b'].map(
    pod => new PretendCollector({ job: 'otelcol', instance: `${pod}:8889` }),
  );
  const tempo = new PretendCollector({
    source: 'tempo',
    __metrics_gen_instance: 'generator-0',
  });
  const checkout = {
    client: 'checkout',
    client_service_namespace: 'shop',
    client_deployment_environment_name: 'production',
  };
  const payments = { ...checkout, server: 'payments' };
  const counted: PretendCall[] = [
    { ends: payments, seconds: 0.15 },
    { ends: payments, seconds: 0.15 },
    { ends: payments, seconds: 0.5, failed: true },
    {
      ends: {
        ...checkout,
        server: 'shop_orders',
        connection_type: 'database',
        client_db_system: 'PostgreSQL',
      },
      seconds: 0.05,
    },
    {
      ends: {
        client: 'user',
        server: 'checkout',
        server_service_namespace: 'shop',
        server_deployment_environment_name: 'production',
        connection_type: 'virtual_node',
      },
      seconds: 1,
      clientSeconds: 0,
    },
    {
      ends: {
        ...checkout,
        server: 'https://fx.example/rates',
        connection_type: 'virtual_node',
      },
      seconds: 0,
      clientSeconds: 0.3,
    },
    {
      ends: {
        ...checkout,
        server: 'mails',
        connection_type: 'messaging_system',
      },
      seconds: 0.05,
    },
  ];

  const span = (service: string) => ({
    service_name: service,
    span_name: 'GET /month/2026110001',
    span_kind: 'SPAN_KIND_SERVER',
    status_code: 'STATUS_CODE_UNSET',
  });

  /** A minute in the life of the shop: what happens, and a scrape of each. */
  const live = async () => {
    const begin = start + minutes * minute;
    counted.forEach((call, nth) => collectors[nth % 2].call(call));
    tempo.call(counted[0]);
    for (const service of ['payments', 'reports']) {
      const [collector] = collectors;
      const name = 'traces_span_metrics';
      collector.count(`${name}_calls_total`, span(service));
      collector.observe(`${name}_duration_seconds`, span(service), 0.15);
    }
    collectors.forEach(collector => collector.scrape(begin + 50_000));
    tempo.scrape(begin + 55_000);
    minutes += 1;
    await prometheus.write(
      [...collectors, tempo].flatMap(writer => writer.take()),
    );
  };

  const createSource = () =>
    createCallsSource({
      id: 'main',
      client: createPrometheusClient({ url: prometheus.url, headers: {} }),
      settings: usualSettings,
      now: () => start + minutes * minute + 30_000,
    });

  beforeAll(async () => {
    prometheus = await startRealPrometheus();
    for (let nth = 0; nth < 4; nth++) await live();
  });
  afterAll(() => prometheus.stop());

  it('are told minute by minute, each edge by one writer', async () => {
    const answer = await createSource().pull([], countingContext());
    const reports = reportsOf(answer);
    expect(
      reports.map(({ writer, sequence }) => [
        writer,
        sequence * minute - start,
      ]),
    ).toEqual([
      ...[1, 2, 3].map(nth => [
        'prometheus:main service-graph metrics',
        nth * minute,
      ]),
      ...[1, 2, 3].map(nth => ['prometheus:main span metrics', nth * minute]),
    ]);
    const graph = 'traces_service_graph_request_total';
    expect(answer).toMatchObject({
      notes: [
        `1 edge is counted by two: ${graph} of otelcol is taken, 3 calls counted by ${graph} of tempo are left out; \`calls.where\` decides otherwise`,
      ],
    });
    const edges = edgesInWords(reports);
    const at = '02:03';
    const shop = 'service production shop checkout';
    expect(edges.filter(edge => edge.at === at)).toEqual([
      {
        edge: 'outside -> service reports (GET /month/{id}) other',
        ...{ at, calls: 1, errors: 0, latency: [137, 1] },
      },
      {
        edge: `outside production -> ${shop} other`,
        ...{ at, calls: 1, errors: 0, latency: [161, 1] },
      },
      {
        edge: `${shop} -> datastore production postgresql shop_orders database`,
        ...{ at, calls: 1, errors: 0, latency: [125, 1] },
      },
      {
        edge: `${shop} -> external production fx.example other`,
        ...{ at, calls: 1, errors: 0, latency: [145, 1] },
      },
      {
        edge: `${shop} -> service payments other`,
        ...{ at, calls: 3, errors: 1, latency: [135, 1, 139, 1, 153, 1] },
      },
      {
        edge: `${shop} ~> service mails messaging`,
        ...{ at, calls: 1, errors: 0, latency: [125, 1] },
      },
    ]);
  });

  it('count once, whoever tells them, and however often', async () => {
    const keeper = new Keeper();
    const [one, other] = [createSource(), createSource()];
    keeper.keep(await one.pull([], countingContext()));
    await live();
    keeper.keep(await one.pull([], countingContext()));
    // Somebody pressed a button.
    keeper.keep(await one.pull([], countingContext()));
    await live();
    await live();
    keeper.keep(await other.pull([], countingContext()));
    await live();
    keeper.keep(await one.pull([], countingContext()));
    // Started anew.
    keeper.keep(await createSource().pull([], countingContext()));
    // All eight minutes but the first, of which nobody knows where it began.
    const shop = 'service production shop checkout';
    expect(callsByEdge(keeper.kept)).toEqual({
      'outside -> service reports (GET /month/{id}) other': 7,
      [`outside production -> ${shop} other`]: 7,
      [`${shop} -> datastore production postgresql shop_orders database`]: 7,
      [`${shop} -> external production fx.example other`]: 7,
      [`${shop} -> service payments other`]: 21,
      [`${shop} ~> service mails messaging`]: 7,
    });
  });
});

onPrometheus(titleOf('native histograms of a real Prometheus'), () => {
  it('tell how long calls took, bucket by bucket, through a restart', async () => {
    const prometheus = await startRealPrometheus();
    const name = 'traces_service_graph_request';
    const labels = { job: 'otelcol', client: 'a', server: 'b' };
    // Half a doubling each: 0.71 s to 1 s, 1 s to 1.41 s, 1.41 s to 2 s.
    const written = [
      [0, 0, 0],
      [4, 0, 0],
      [4, 2, 1],
      [1, 0, 0],
    ].map((counts): WrittenHistogram => ({ schema: 1, first: 0, counts }));
    const at = (nth: number) => start + nth * minute + 50_000;
    await prometheus.write([
      {
        name: `${name}_total`,
        labels,
        samples: [0, 4, 7, 1].map((calls, nth) => [at(nth), calls]),
      },
      {
        name: `${name}_server_seconds`,
        labels,
        histograms: written.map((histogram, nth) => [at(nth), histogram]),
      },
    ]);
    const source = createCallsSource({
      id: 'main',
      client: createPrometheusClient({ url: prometheus.url, headers: {} }),
      settings: usualSettings,
      now: () => start + 4 * minute + 30_000,
    });
    const answer = await source.pull([], countingContext());
    await prometheus.stop();
    const edge = 'service a -> service b other';
    expect(edgesInWords(reportsOf(answer))).toEqual([
      {
        ...{ edge, at: '02:01', calls: 4, errors: 0 },
        latency: [156, 1, 157, 1, 158, 1, 159, 1],
      },
      {
        ...{ edge, at: '02:02', calls: 3, errors: 0 },
        latency: [160, 1, 162, 1, 165, 1],
      },
      // The writer has begun anew: how long that one took nobody knows.
      { ...{ edge, at: '02:03', calls: 1, errors: 0 }, latency: [] },
    ]);
  });
});

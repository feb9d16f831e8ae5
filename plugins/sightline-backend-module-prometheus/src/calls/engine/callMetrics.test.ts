import { callMetricNames, findCallMetrics } from './callMetrics';

const graph = 'traces_service_graph_request';

describe('findCallMetrics', () => {
  it.each<[string, string[], object]>([
    [
      'of the Collector and Tempo',
      [
        `${graph}_total`,
        `${graph}_failed_total`,
        `${graph}_server_seconds_bucket`,
        `${graph}_client_seconds_bucket`,
      ],
      {
        total: `${graph}_total`,
        failed: `${graph}_failed_total`,
        server: {
          name: `${graph}_server_seconds_bucket`,
          unit: 1_000_000,
          isNative: false,
        },
        client: {
          name: `${graph}_client_seconds_bucket`,
          unit: 1_000_000,
          isNative: false,
        },
      },
    ],
    [
      'in milliseconds, behind an exporter with a namespace',
      [`shop_${graph}_total`, `shop_${graph}_server_milliseconds_bucket`],
      {
        total: `shop_${graph}_total`,
        server: {
          name: `shop_${graph}_server_milliseconds_bucket`,
          unit: 1_000,
          isNative: false,
        },
      },
    ],
    [
      'with the old name for durations, as a native histogram',
      [`${graph}_total`, `${graph}_duration_seconds`],
      {
        total: `${graph}_total`,
        server: {
          name: `${graph}_duration_seconds`,
          unit: 1_000_000,
          isNative: true,
        },
      },
    ],
    [
      'without suffixes',
      [`${graph}_total`, `${graph}_server_bucket`],
      {
        total: `${graph}_total`,
        server: {
          name: `${graph}_server_bucket`,
          unit: 1_000_000,
          isNative: false,
        },
      },
    ],
  ])('reads service graphs %s', (_, names, metrics) => {
    expect(findCallMetrics(names)).toEqual({ graphs: [metrics], spans: [] });
    expect(names.every(isAskedFor)).toBe(true);
  });

  it.each<[string, [string, string, number]]>([
    [
      'the Collector',
      [
        'traces_span_metrics_calls_total',
        'traces_span_metrics_duration_milliseconds_bucket',
        1_000,
      ],
    ],
    [
      'the Collector, set to seconds',
      [
        'traces_span_metrics_calls_total',
        'traces_span_metrics_duration_seconds_bucket',
        1_000_000,
      ],
    ],
    [
      'Tempo',
      [
        'traces_spanmetrics_calls_total',
        'traces_spanmetrics_latency_bucket',
        1_000_000,
      ],
    ],
    [
      'a Collector with a namespace',
      [
        'span_metrics_calls_total',
        'span_metrics_duration_milliseconds_bucket',
        1_000,
      ],
    ],
    [
      'an old Collector',
      ['calls_total', 'duration_milliseconds_bucket', 1_000],
    ],
    ['the processor', ['calls_total', 'latency_bucket', 1_000]],
    [
      'a Collector without suffixes',
      [
        'traces_span_metrics_calls',
        'traces_span_metrics_duration_bucket',
        1_000,
      ],
    ],
  ])('reads span metrics of %s', (_, [calls, name, unit]) => {
    expect(findCallMetrics([name, calls])).toEqual({
      graphs: [],
      spans: [{ calls, duration: { name, unit, isNative: false } }],
    });
    expect([calls, name].every(isAskedFor)).toBe(true);
  });

  it('finds each writer that there is', () => {
    expect(
      findCallMetrics([
        'traces_spanmetrics_calls_total',
        'traces_span_metrics_calls_total',
        `${graph}_total`,
        `old_${graph}_total`,
      ]),
    ).toEqual({
      graphs: [{ total: `old_${graph}_total` }, { total: `${graph}_total` }],
      spans: [
        { calls: 'traces_span_metrics_calls_total' },
        { calls: 'traces_spanmetrics_calls_total' },
      ],
    });
  });

  it.each(['rpc_calls_total', 'calls', 'http_server_duration_seconds_bucket'])(
    'leaves %s alone',
    name => {
      expect(findCallMetrics([name])).toEqual({ graphs: [], spans: [] });
    },
  );
});

/** As Prometheus does it: the whole name. */
const isAskedFor = (name: string) =>
  new RegExp(`^(?:${callMetricNames})$`).test(name);

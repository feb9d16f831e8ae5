import type { Served } from '../../serving/listenHere.ts';
import { everyHalfMinute, listStore } from '../__testUtils__/listStore.ts';
import { servePrometheus } from './servePrometheus.ts';

const NAME = 'http_server_request_duration_seconds_count';
const store = listStore([
  {
    labels: { __name__: NAME, job: 'a"b', code: '200' },
    samples: everyHalfMinute('1 2 1e-7'),
  },
  { labels: { __name__: 'up', job: 'c' }, samples: everyHalfMinute('1 1 NaN') },
]);

let served: Served;
beforeAll(async () => {
  served = await servePrometheus({
    port: 0,
    nowMs: () => 60_000,
    storeAt: () => store,
  });
});
afterAll(() => served.close());

async function get(path: string, init?: RequestInit) {
  const response = await fetch(`${served.url}${path}`, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return { code: response.status, body: isJson ? JSON.parse(text) : text };
}
const success = (data: unknown) => ({
  code: 200,
  body: { status: 'success', data },
});

it('answers a query from the address or a form, now or at a moment', async () => {
  const answer = success({
    resultType: 'vector',
    result: [
      {
        metric: { __name__: NAME, code: '200', job: 'a"b' },
        value: [60, '1e-07'],
      },
    ],
  });
  const form = new URLSearchParams({ query: NAME, time: '60' });

  expect(await get(`/api/v1/query?query=${NAME}`)).toEqual(answer);
  expect(await get('/api/v1/query', { method: 'POST', body: form })).toEqual(
    answer,
  );
  expect(
    await get('/api/v1/query?query=1%2F0&time=1970-01-01T00:00:30.5Z'),
  ).toEqual(success({ resultType: 'scalar', result: [30.5, '+Inf'] }));
  expect(await get('/api/v1/query?query=up[1m]')).toEqual(
    success({
      resultType: 'matrix',
      result: [
        {
          metric: { __name__: 'up', job: 'c' },
          values: [
            [30, '1'],
            [60, 'NaN'],
          ],
        },
      ],
    }),
  );
  expect(await get('/api/v1/query?query=%22x%22')).toEqual(
    success({ resultType: 'string', result: [60, 'x'] }),
  );
});

it('answers a range', async () => {
  expect(
    await get('/api/v1/query_range?query=up%2B1&start=0&end=45&step=30s'),
  ).toEqual(
    success({
      resultType: 'matrix',
      result: [
        {
          metric: { job: 'c' },
          values: [
            [0, '2'],
            [30, '2'],
          ],
        },
      ],
    }),
  );
});

it('tells what there is', async () => {
  const metric = encodeURIComponent('{job=~".+"}');
  expect(await get(`/api/v1/series?match[]=${metric}`)).toEqual(
    success([
      { __name__: NAME, code: '200', job: 'a"b' },
      { __name__: 'up', job: 'c' },
    ]),
  );
  expect(await get(`/api/v1/series?match[]=${metric}&limit=1`)).toEqual({
    code: 200,
    body: {
      status: 'success',
      data: [{ __name__: NAME, code: '200', job: 'a"b' }],
      warnings: ['results truncated due to limit'],
    },
  });
  expect(await get('/api/v1/labels')).toEqual(
    success(['__name__', 'code', 'job']),
  );
  expect(await get('/api/v1/label/job/values?match[]=up')).toEqual(
    success(['c']),
  );
  expect(await get('/api/v1/labels?start=3600')).toEqual({
    code: 400,
    body: {
      status: 'error',
      errorType: 'bad_data',
      error:
        'invalid parameter "end": end timestamp must not be before start time',
    },
  });
  expect(await get('/api/v1/rules')).toEqual(success({ groups: [] }));
  expect(await get('/api/v1/alerts')).toEqual(success({ alerts: [] }));
  expect(await get('/api/v1/metadata?metric=up')).toEqual(
    success({
      up: [{ type: 'gauge', help: 'Whether a target answered.', unit: '' }],
    }),
  );
  expect(await get('/api/v1/status/buildinfo')).toMatchObject({
    body: { data: { version: '3.5.0+harbour' } },
  });
  expect(await get('/-/ready')).toMatchObject({ code: 200 });
});

it('can be scraped by a Prometheus', async () => {
  const { body } = await get('/metrics');

  expect(body.split('\n')).toEqual([
    '# HELP http_server_request_duration_seconds Duration of HTTP server requests.',
    '# TYPE http_server_request_duration_seconds histogram',
    `${NAME}{job="a\\"b",code="200"} 1e-07`,
    '# HELP up Whether a target answered.',
    '# TYPE up gauge',
    'up{job="c"} NaN',
    '',
  ]);
});

describe('what cannot be answered', () => {
  const range = 'query=up&start=0&end=60';
  it.each([
    [
      'query',
      'invalid parameter "query": 1:1: parse error: no expression found in input',
    ],
    [
      'query?query=up&time=soon',
      'invalid parameter "time": cannot parse "soon" to a valid timestamp',
    ],
    [
      'query?query=up&time=1e300',
      'invalid parameter "time": cannot parse "1e300" to a valid timestamp',
    ],
    [
      'query?query=up&timeout=x',
      'invalid parameter "timeout": cannot parse "x" to a valid duration',
    ],
    [
      'query?query=up&limit=-1',
      'invalid parameter "limit": limit must be non-negative',
    ],
    [
      'query?query=up&lookback_delta=1m',
      'invalid parameter "lookback_delta": this server always looks back 5m',
    ],
    [
      `query_range?${range}`,
      'invalid parameter "step": cannot parse "" to a valid duration',
    ],
    [
      `query_range?${range}&step=0`,
      'invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer',
    ],
    [
      'query_range?query=up&start=60&end=0&step=1',
      'invalid parameter "end": end timestamp must not be before start time',
    ],
    [
      'query_range?query=up&start=0&end=11001&step=1',
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    ],
    [
      'query_range?query=up&end=60&step=1',
      'invalid parameter "start": cannot parse "" to a valid timestamp',
    ],
    ['series', 'no match[] parameter provided'],
    [
      'series?match[]=1',
      'invalid parameter "match[]": "1" is no selector of series',
    ],
    [
      'series?match[]={}',
      'invalid parameter "match[]": 1:1: parse error: vector selector must contain at least one non-empty matcher',
    ],
    ['label/a-b/values', 'invalid label name: "a-b"'],
    ['label/%E0/values', 'URI malformed'],
  ])('%s', async (path, error) => {
    expect(await get(`/api/v1/${path}`)).toEqual({
      code: 400,
      body: { status: 'error', errorType: 'bad_data', error },
    });
  });

  it('is found out while it is answered', async () => {
    const query = encodeURIComponent('sum_over_time(vector(1)[2h:1ms])');
    expect(await get(`/api/v1/query?query=${query}`)).toEqual({
      code: 422,
      body: {
        status: 'error',
        errorType: 'execution',
        error:
          'query processing would load too many samples into memory in query execution',
      },
    });
  });

  it('lies elsewhere, or is asked in another way', async () => {
    const gone = { code: 404, body: '404 page not found\n' };
    expect(await get('/api/v1/nothing')).toEqual(gone);
    expect(await get('/graph')).toEqual(gone);
    expect(await get('/api/v1/rules', { method: 'POST' })).toMatchObject({
      code: 405,
    });
    expect(await get('/api/v1/query', { method: 'DELETE' })).toMatchObject({
      code: 405,
    });
  });

  it('is too long', async () => {
    const body = new URLSearchParams({ query: 'x'.repeat(10_000_001) });
    expect(await get('/api/v1/query', { method: 'POST', body })).toMatchObject({
      code: 400,
      body: { errorType: 'bad_data' },
    });
  });
});

it('says so when its port is taken', async () => {
  const port = Number(new URL(served.url).port);
  const second = servePrometheus({
    port,
    nowMs: () => 0,
    storeAt: () => store,
  });

  await expect(second).rejects.toThrow(
    `--prometheus-port ${port} is taken by another program.`,
  );
});

import {
  FakeWorld,
  startFakeWorld,
  startUntrustedWorld,
  WorldAnswer,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { countingContext } from '../__testUtils__/contexts';
import {
  matrix,
  questionOf,
  success,
} from '../__testUtils__/pretendPrometheus';
import { createPrometheusClient } from './createPrometheusClient';

const at = Date.parse('2026-11-21T02:00:00.250Z');
const second = 1_000;

describe('createPrometheusClient', () => {
  let world: FakeWorld;
  beforeAll(async () => {
    world = await startFakeWorld({ answer: () => matrix([]) });
  });
  afterAll(() => world.stop());

  const clientOf = (headers: Record<string, string> = {}) =>
    createPrometheusClient({ url: `${world.url}/prometheus`, headers });

  const askIn = async (answers: WorldAnswer) => {
    world.feel({ answers });
    return clientOf().query('up', at, countingContext());
  };

  it('asks in a body, at one moment, with the headers of its server', async () => {
    world.feel('well');
    const client = createPrometheusClient(
      { url: world.url, headers: { 'x-scope-orgid': 'shop|money' } },
      { now: () => at },
    );
    const context = { ...countingContext(), deadline: at + 12_300 };
    await client.query('sum(up{job="a&b"})', at, context);
    const [request] = world.requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: '/api/v1/query',
      headers: {
        'x-scope-orgid': 'shop|money',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      query: 'sum(up{job="a&b"})',
      time: '1795226400.25',
      timeout: '13s',
      partial_response: 'false',
    });
  });

  it('looks up values of a label, below the path of its server', async () => {
    world.feel({ answers: success(['a', 'b']) });
    const answer = await clientOf().labelValues(
      'job',
      { matchers: [['__name__', '=~', 'up|down']], from: at, to: at + second },
      countingContext(),
    );
    expect(answer).toEqual({
      outcome: 'ok',
      value: { data: ['a', 'b'], infos: [] },
    });
    const [request] = world.requests;
    const { path, parameter } = questionOf(request);
    expect([request.method, path, parameter('match[]')]).toEqual([
      'GET',
      '/prometheus/api/v1/label/job/values',
      '{__name__=~"up|down"}',
    ]);
  });

  it('reads the special values, and a vector as series of one moment', async () => {
    const result = ['NaN', '+Inf', '-Inf', '1e-3'].map((value, nth) => ({
      metric: { nth: String(nth) },
      value: [at / second, value],
    }));
    const answer = await askIn(success({ resultType: 'vector', result }));
    expect(answer).toEqual({
      outcome: 'ok',
      value: {
        data: [NaN, Infinity, -Infinity, 0.001].map((value, nth) => ({
          labels: { nth: String(nth) },
          values: [[at, value]],
          histograms: [],
        })),
        infos: [],
      },
    });
  });

  it('keeps warnings as notes and remarks beside the data', async () => {
    const said = { warnings: ['half of it'], infos: ['is it a counter?'] };
    expect(await askIn(matrix([], said))).toEqual({
      outcome: 'ok',
      value: { data: [], infos: said.infos },
      notes: said.warnings,
    });
  });

  it.each<[string, WorldAnswer, object]>([
    [
      'a question it cannot read',
      {
        status: 400,
        body: { status: 'error', errorType: 'bad_data', error: 'parse error' },
      },
      {
        outcome: 'failed',
        fault: {
          kind: 'unexpected-answer',
          words:
            'HOST answered 400 (bad request) to POST /prometheus/api/v1/query (bad_data: parse error)',
        },
      },
    ],
    [
      'a question that takes too long',
      {
        status: 503,
        body: { status: 'error', errorType: 'timeout', error: 'timed out' },
      },
      {
        outcome: 'retry',
        fault: {
          kind: 'server-error',
          words:
            'HOST answered 503 (unavailable) to POST /prometheus/api/v1/query (timeout: timed out)',
        },
      },
    ],
    [
      'a question without a tenant',
      { status: 401, body: 'no org id\n' },
      {
        outcome: 'failed',
        fault: {
          kind: 'not-authorised',
          words:
            'HOST answered 401 (not authenticated) to POST /prometheus/api/v1/query: are the credentials right? (no org id)',
        },
      },
    ],
    [
      'anything, in HTML',
      { status: 502, body: '<html>nginx</html>' },
      {
        outcome: 'retry',
        fault: {
          kind: 'server-error',
          words:
            'HOST answered 502 (bad gateway) to POST /prometheus/api/v1/query',
        },
      },
    ],
    [
      'a question, and calls it a success',
      { body: { status: 'error', errorType: 'internal', error: 'no disk' } },
      {
        outcome: 'failed',
        fault: {
          kind: 'unexpected-answer',
          words:
            'HOST answered POST /prometheus/api/v1/query with JSON of another shape than expected: internal: no disk',
        },
      },
    ],
  ])(
    'says in its words why a server refuses %s',
    async (_, answers, outcome) => {
      const answer = await askIn(answers);
      const { host } = new URL(world.url);
      expect(
        JSON.parse(JSON.stringify(answer).replaceAll(host, 'HOST')),
      ).toEqual(outcome);
    },
  );

  it.each([
    { resultType: 'string', result: [1, 'x'] },
    { resultType: 'matrix', result: {} },
    { resultType: 'matrix', result: [{ metric: { a: 1 }, values: [] }] },
    { resultType: 'matrix', result: [{ metric: {}, values: [[1]] }] },
    { resultType: 'vector', result: [{ metric: {}, value: ['1', '1'] }] },
    { resultType: 'vector', result: [{ metric: {}, value: [1, 'many'] }] },
    { resultType: 'vector', result: [{ metric: {}, value: [1, ''] }] },
    {
      resultType: 'vector',
      result: [{ metric: {}, histogram: [1, { count: '1', buckets: [[0]] }] }],
    },
  ])('does not take %j for an answer', async data => {
    expect(await askIn(success(data))).toMatchObject({
      outcome: 'failed',
      fault: { kind: 'unexpected-answer' },
    });
  });

  it('asks for a long range in pieces and puts its series together again', async () => {
    const step = 15 * second;
    const labels = { job: 'a' };
    const long = await startFakeWorld({
      answer: request => {
        const { parameter } = questionOf(request);
        const [from, to] = [parameter('start'), parameter('end')].map(Number);
        return matrix(
          [
            {
              labels,
              values: [
                [from * second, 1],
                [to * second, 2],
              ],
            },
          ],
          { warnings: ['slow'] },
        );
      },
    });
    const answer = await createPrometheusClient({
      url: long.url,
      headers: {},
    }).queryRange(
      'up',
      { from: at, to: at + 11_000 * step, step },
      countingContext(),
    );
    await long.stop();
    expect(answer).toEqual({
      outcome: 'ok',
      value: {
        data: [
          {
            labels,
            values: [
              [at, 1],
              [at + 10_999 * step, 2],
              [at + 11_000 * step, 1],
              [at + 11_000 * step, 2],
            ],
            histograms: [],
          },
        ],
        infos: [],
      },
      notes: ['slow'],
    });
  });

  it('gives up a range when a piece of it fails', async () => {
    world.feel(nth => (nth === 0 ? 'well' : { answers: { status: 500 } }));
    expect(
      await clientOf().queryRange(
        'up',
        { from: at, to: at + 20_000 * second, step: second },
        countingContext(),
      ),
    ).toMatchObject({ outcome: 'retry' });
  });

  it('trusts the authority that it is given', async () => {
    const { url, ca, stop } = await startUntrustedWorld();
    const ask = (tls?: { ca: string }) =>
      createPrometheusClient({ url, headers: {}, tls }).query(
        'up',
        at,
        countingContext(),
      );
    expect(await ask()).toMatchObject({ fault: { kind: 'certificate' } });
    // It answers `{}`, which says nothing; and yet it was heard.
    expect(await ask({ ca })).toMatchObject({
      fault: { kind: 'unexpected-answer' },
    });
    await stop();
  });

  it('does not follow a redirect with its credentials', async () => {
    const answer = await askIn({
      status: 302,
      headers: { location: 'https://elsewhere.example/' },
    });
    expect(answer).toMatchObject({ outcome: 'failed' });
    expect(world.requests).toHaveLength(1);
  });
});

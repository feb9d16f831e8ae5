import { answerAsTempo, TempoWorld } from '../../__testUtils__/fakeTempo';
import { FakeTrace, orderTrace } from '../../__testUtils__/fakeTraces';
import {
  afterwards,
  begin,
  edgesOf,
  edgesOfOrders,
  reportsOf,
  startTestSource,
  TestSource,
} from '../../__testUtils__/worlds';

const traces = [orderTrace(1, begin + 1000), orderTrace(0xfab, begin + 2000)];
const ids = traces.map(({ id }) => id);

let tested: TestSource;
afterEach(() => tested.world.stop());

const start = async (world: TempoWorld, settings: object = {}) => {
  const answer = answerAsTempo(world);
  tested = await startTestSource({ type: 'tempo', answer, settings });
  return tested.pullAt(afterwards);
};

const asked = () =>
  tested.world.requests.map(({ url }) => decodeURIComponent(url));

describe('Tempo', () => {
  it('is searched by TraceQL, and asked for each trace once, in protobuf', async () => {
    const answer = await start({ traces });
    expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(2));
    expect(answer).not.toHaveProperty('notes');
    const time = 'start=1795226400&end=1795226520';
    const search = (name: string) =>
      `/api/search?q={+resource.service.name+=+"${name}"+}&limit=10&${time}&spss=1`;
    expect(asked().sort()).toEqual([
      search('frontend'),
      search('orders'),
      `/api/v2/search/tag/resource.service.name/values?${time}`,
      `/api/v2/traces/${ids[0]}`,
      `/api/v2/traces/${ids[1]}`,
    ]);
    const { headers } = tested.world.requests.at(-1)!;
    expect(headers.accept).toBe('application/protobuf');
    expect(tested.losses).toEqual({});
  });

  it('is searched by tags and asked by its first API when it is old', async () => {
    const answer = await start({ traces, speaks: ['v1'] });
    expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(2));
    expect(asked()).toEqual(
      expect.arrayContaining([
        '/api/search/tag/service.name/values',
        expect.stringContaining('/api/search?tags=service.name="orders"&'),
        `/api/traces/${ids[0]}`,
      ]),
    );
  });

  it.each([['v2'], ['v1']] as const)(
    'may answer in JSON though asked for protobuf, by its API %s',
    async api => {
      const answer = await start({ traces, json: true, speaks: [api] });
      expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(2));
    },
  );

  it('may have forgotten a trace by the time it is asked for', async () => {
    const answer = await start({ traces, gone: [ids[0]] });
    expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(1));
    expect(tested.losses).toEqual({
      'traces that were found, and gone when they were asked for': 1,
    });
  });

  it.each([[false], [true]])(
    'says when a trace is not all there (in JSON: %s)',
    async json => {
      const answer = await start({ traces, json, partial: ids });
      expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(2));
      expect(answer).toHaveProperty('notes', [
        'Traces came incomplete: Trace exceeds maximum size of 5000000 bytes',
      ]);
      expect(tested.losses).toEqual({ 'traces that came incomplete': 2 });
    },
  );

  it('is asked by names that would mean something in a query', async () => {
    const service = 'a" || true } | rate() \\';
    const odd: FakeTrace = {
      id: ids[0],
      spans: [{ id: 1, service, kind: 'server', at: begin }],
    };
    const answer = await start({ traces: [odd] });
    expect(edgesOf(...reportsOf(answer))).toEqual({
      [`outside → ${service} entry work`]: 1,
    });
  });

  it('is asked for nothing but an id', async () => {
    tested = await startTestSource({
      type: 'tempo',
      answer: request =>
        request.url.startsWith('/api/search?')
          ? { body: { traces: [{ traceID: '../../admin' }] } }
          : answerAsTempo({ traces })(request),
    });
    expect(await tested.pullAt(afterwards)).toMatchObject({
      outcome: 'failed',
      fault: { kind: 'unexpected-answer' },
    });
    expect(asked().filter(url => url.includes('admin'))).toEqual([]);
  });

  it('may send a trace that cannot be read, which is said', async () => {
    tested = await startTestSource({
      type: 'tempo',
      answer: request =>
        request.url.endsWith(ids[0])
          ? {
              headers: { 'content-type': 'application/protobuf' },
              body: Uint8Array.from([0x0a, 0x7f, 1]),
            }
          : answerAsTempo({ traces })(request),
    });
    const answer = await tested.pullAt(afterwards);
    expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(1));
    expect(answer).toHaveProperty('notes', [
      expect.stringMatching(
        /^Traces of 1 of 2 services could not be had: .* of another shape than expected: 127 bytes are announced, 1 are left/,
      ),
    ]);
  });
});

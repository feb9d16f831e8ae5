import { answerAsJaeger } from './__testUtils__/fakeJaeger';
import { answerAsTempo } from './__testUtils__/fakeTempo';
import { FakeTrace, orderTrace } from './__testUtils__/fakeTraces';
import {
  afterwards,
  begin,
  edgesOf,
  edgesOfOrders,
  minute,
  reportsOf,
  startTestSource,
  TestSource,
} from './__testUtils__/worlds';

const traces = Array.from({ length: 30 }, (_, nth) =>
  orderTrace(nth + 1, begin + nth * 1000),
);

/** A trace of a service that nobody calls. */
const lonely = (id: number, service: string): FakeTrace => ({
  id: id.toString(16).padStart(32, '0'),
  spans: [{ id: 1, service, kind: 'server', at: begin + 1000 }],
});

const answers = {
  jaeger: (all: FakeTrace[]) => answerAsJaeger({ speaks: ['v3'], traces: all }),
  tempo: (all: FakeTrace[]) => answerAsTempo({ traces: all }),
};

let tested: TestSource;
afterEach(() => tested.world.stop());

describe.each(['jaeger', 'tempo'] as const)('of %s', type => {
  const start = async (atMost: object, all = traces) => {
    const answer = answers[type](all);
    const settings = { atMost };
    tested = await startTestSource({ type, answer, settings });
    return edgesOf(...reportsOf(await tested.pullAt(afterwards)));
  };

  it('no more traces of a service are asked for than are wanted, and it is said that there are more', async () => {
    const edges = await start({ tracesOfAService: 5 });
    expect(edges).toEqual(edgesOfOrders(5));
    expect(tested.losses).toEqual({
      'searches with more traces than were asked for': 2,
    });
  });

  it('no more traces are taken than are wanted', async () => {
    const edges = await start({ tracesOfAService: 100, traces: 7 });
    expect(edges).toEqual(edgesOfOrders(7));
    expect(Object.values(tested.losses).some(count => count > 0)).toBe(true);
  });

  it('services take turns', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const windows = [0, 1, 2].map(nth =>
      names.map((name, n) => {
        const trace = lonely(nth * 10 + n + 1, name);
        trace.spans[0].at += nth * 2 * minute;
        return trace;
      }),
    );
    await start({ services: 2 }, windows.flat());
    const asked = new Set<string>();
    for (const nth of [0, 1, 2]) {
      const answer = await tested.pullAt(afterwards + nth * 2 * minute);
      Object.keys(edgesOf(...reportsOf(answer))).forEach(edge =>
        asked.add(edge),
      );
    }
    tested.restart();
    const again = await tested.pullAt(afterwards);
    Object.keys(edgesOf(...reportsOf(again))).forEach(edge => asked.add(edge));
    expect([...asked].sort()).toEqual(
      names.map(name => `outside → ${name} entry work`),
    );
    expect(tested.losses['services whose turn it was not']).toBe(12);
  });
});

describe('a round', () => {
  it('leaves out what Jaeger does with itself, and names that are none', async () => {
    const services = ['frontend', 'jaeger', '', 7, 'a\u0000b', 'x'.repeat(201)];
    tested = await startTestSource({
      type: 'jaeger',
      answer: answerAsJaeger({ speaks: ['v3'], traces, services }),
    });
    await tested.pullAt(afterwards);
    expect(tested.world.requests).toHaveLength(2);
    expect(tested.losses).toMatchObject({
      'services with names that cannot be asked about': 4,
    });
  });

  it('hands over what it has when its time is nearly up', async () => {
    let late = 0;
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, nth) =>
      lonely(nth + 1, name),
    );
    const jaeger = answerAsJaeger({ speaks: ['v3'], traces: all });
    tested = await startTestSource({
      type: 'jaeger',
      answer: request => {
        if (request.url.startsWith('/api/v3/traces')) tested.pass(late);
        return jaeger(request);
      },
    });
    late = 50_000;
    const answer = await tested.pullAt(afterwards);
    expect(answer.outcome).toBe('ok');
    const told = Object.keys(edgesOf(...reportsOf(answer))).length;
    expect(tested.losses).toEqual({
      'services whose traces were not asked for in time': 7 - told,
    });
    expect(told).toBeLessThan(7);
  });

  it('asks for fewer traces when so many are too large', async () => {
    const large = traces.map(trace => ({
      ...trace,
      spans: trace.spans.map(span => ({
        ...span,
        attributes: { ...span.attributes, 'http.body': 'x'.repeat(80_000) },
      })),
    }));
    tested = await startTestSource({
      type: 'jaeger',
      answer: answers.jaeger(large),
      settings: { atMost: { mebibytes: 1 } },
    });
    const answer = await tested.pullAt(afterwards);
    expect(answer).not.toHaveProperty('notes');
    expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(3));
    expect(tested.losses).toEqual({
      'searches with more traces than were asked for': 2,
    });
  });
});

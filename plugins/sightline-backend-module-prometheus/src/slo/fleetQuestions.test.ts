import { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { startFakeWorld } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { countingContext } from '../__testUtils__/contexts';
import {
  day,
  hour,
  inWords,
  minute,
  question,
  sourceOf,
} from '../__testUtils__/measuring';
import {
  answering,
  at,
  nothing,
  ofGood,
  own,
  template,
  vector,
  Answered,
} from '../__testUtils__/pretendMetrics';
import { questionOf, success } from '../__testUtils__/pretendPrometheus';
import { useMetrics } from '../__testUtils__/useMetrics';

const server = useMetrics();
const { measure } = server;

describe('many objectives', () => {
  /** Of services s0, s1, …, one in ten of which has nothing to do; several questions in one. */
  const fleetAnswer = (count: number, parts: readonly string[]) =>
    JSON.stringify(
      vector(
        (parts.length > 0 ? parts : ['']).flatMap(sightline_query =>
          Array.from(
            { length: count },
            (_, nth): Answered => [
              { name: `s${nth}`, sightline_query },
              nth % 10 === 0 ? 0 : 100,
            ],
          ),
        ),
      ).body,
    );
  const windows = [
    5 * minute,
    30 * minute,
    hour,
    2 * hour,
    6 * hour,
    day,
    3 * day,
    30 * day,
  ];

  it('of ten thousand services take at most forty questions', async () => {
    const fleet = 10_000;
    const bodies = new Map<string, string>();
    server.answer = request => {
      const query = questionOf(request).parameter('query');
      const parts = [...query.matchAll(/"sightline_query", "(\d+)"/g)].map(
        ([, nth]) => nth,
      );
      const body = bodies.get(parts.join()) ?? fleetAnswer(fleet, parts);
      bodies.set(parts.join(), body);
      return { headers: { 'content-type': 'application/json' }, body };
    };
    const latency = (nth: number): Indicator => ({
      by: 'template',
      // A threshold for each tier.
      good: `sum by (name) (increase(d_bucket{le="0.${
        1 + (nth % 4)
      }"}[$window]))`,
      total: 'sum by (name) (increase(requests_total[$window]))',
      labels: ['name'],
      service: [[`s${nth}`]],
    });
    const objectives = Array.from({ length: fleet }, (_, nth) => [
      question(`availability ${nth}`, template([`s${nth}`]), { windows }),
      question(`latency ${nth}`, latency(nth), { windows }),
    ]).flat();
    const context = countingContext();
    const measured = await measure(objectives, context);
    expect(measured).not.toHaveProperty('notes');
    const told = inWords(measured);
    expect(Object.keys(told)).toHaveLength(2 * fleet);
    expect(Object.values(told['latency 9999'].windows)).toEqual(
      windows.map(() => '0 of 100'),
    );
    expect(Object.values(told['availability 0'].windows)).toEqual(
      windows.map(() => 'no traffic'),
    );
    expect(context.calls).toBeLessThanOrEqual(40);
  }, 60_000);

  it('name no service in a question', async () => {
    const name = '"} or vector(1) #';
    server.answer = answering([[/_total/, vector([[{ name }, 5]])]]);
    const told = inWords(
      await measure([question('it', template([name]), { windows: [hour] })]),
    );
    expect(told).toEqual({ it: { windows: { '1h': '5 of 5' } } });
    expect(
      server.world.requests.filter(({ url, body }) =>
        decodeURIComponent(url + body).includes('vector(1)'),
      ),
    ).toEqual([]);
  });

  it('add up all names of a service, each once', async () => {
    server.answer = answering([
      [
        /errors_total/,
        vector([
          [{ name: 'old' }, 1],
          [{ name: 'new' }, 2],
        ]),
      ],
      [
        /requests_total/,
        vector([
          [{ name: 'old' }, 10],
          [{ name: 'new' }, 20],
          [{ name: 'other' }, 9],
        ]),
      ],
    ]);
    const it_ = template(['old', 'new', 'old', 'never']);
    expect(
      inWords(await measure([question('it', it_, { windows: [hour] })])),
    ).toEqual({
      it: { windows: { '1h': '3 of 30' } },
    });
  });

  it('are asked about at one moment, the minute that has passed', async () => {
    const source = sourceOf(server.world.url);
    const told = await source.measure(
      [question('it', own)],
      at + 59_999,
      countingContext(),
    );
    expect(told).toMatchObject({ value: [{ at }] });
    const moments = server.world.requests
      .map(request => questionOf(request).parameter('time'))
      .filter(Boolean);
    expect(new Set(moments)).toEqual(new Set([String(at / 1000)]));
  });

  it('that ask the same are asked about once, few at the same time', async () => {
    let atOnce = 0;
    let most = 0;
    const slow = await startFakeWorld({ answer: () => nothing });
    const source = sourceOf(slow.url);
    const asked = new Set<string>();
    slow.feel(() => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      setImmediate(() => {
        atOnce -= 1;
      });
      return 'well';
    });
    await source.measure(
      [question('one', own), question('two', own), question('three', ofGood)],
      at,
      countingContext(),
    );
    for (const request of slow.requests) {
      const query = questionOf(request).parameter('query');
      if (!query) continue;
      expect(asked).not.toContain(query);
      asked.add(query);
    }
    await slow.stop();
    // Bad, good and all in three windows, and since when there are data.
    expect(asked.size).toBe(3 * 3 + 1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it('are asked one by one when together they are refused', async () => {
    server.answer = request => {
      const query = questionOf(request).parameter('query');
      if (query.includes('label_replace')) {
        return {
          status: 422,
          body: {
            status: 'error',
            errorType: 'execution',
            error: 'too many samples',
          },
        };
      }
      return query.includes('_total')
        ? vector([[{ name: 'a' }, 7]])
        : success([]);
    };
    const parts = ['p1', 'p2', 'p3', 'p4', 'p5'];
    const told = inWords(
      await measure(
        parts.map(part =>
          question(part, template(['a'], part), { windows: [hour] }),
        ),
      ),
    );
    expect(told).toEqual(
      Object.fromEntries(
        parts.map(part => [part, { windows: { '1h': '7 of 7' } }]),
      ),
    );
  });
});

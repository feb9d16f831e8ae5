import {
  startFakeWorld,
  WorldMood,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { countingContext } from '../__testUtils__/contexts';
import {
  day,
  hour,
  inWords,
  question,
  sourceOf,
} from '../__testUtils__/measuring';
import {
  answering,
  at,
  nothing,
  own,
  ownOf,
  template,
  vector,
} from '../__testUtils__/pretendMetrics';
import { questionOf } from '../__testUtils__/pretendPrometheus';
import { useMetrics } from '../__testUtils__/useMetrics';

const server = useMetrics();
const { measure } = server;

describe('a Prometheus on a bad day', () => {
  const asked = [question('own', own), question('fleet', template(['a']))];
  const healthy = answering([
    [
      /_total/,
      vector([
        [{}, 1],
        [{ name: 'a' }, 1],
      ]),
    ],
  ]);

  it.each<[string, WorldMood, object]>([
    [
      'tears the connection',
      'resets',
      { outcome: 'retry', fault: { kind: 'connection-reset' } },
    ],
    [
      'breaks off',
      'breaks-off',
      { outcome: 'retry', fault: { kind: 'cut-off' } },
    ],
    [
      'is overloaded',
      { answers: { status: 503, body: 'busy' } },
      { outcome: 'retry', fault: { kind: 'server-error' } },
    ],
    [
      'wants another tenant',
      { answers: { status: 401, body: 'no org id' } },
      { outcome: 'failed', fault: { kind: 'not-authorised' } },
    ],
    [
      'is a log-in page',
      {
        answers: {
          headers: { 'content-type': 'text/html' },
          body: '<html>Log in</html>',
        },
      },
      { outcome: 'failed', fault: { kind: 'not-json' } },
    ],
    [
      'answers a part',
      {
        answers: vector([[{}, 1]], { warnings: ['store eu-2 did not answer'] }),
      },
      {
        outcome: 'retry',
        fault: {
          kind: 'cut-off',
          words: 'It answered a part only: store eu-2 did not answer',
        },
      },
    ],
    [
      'says something else',
      {
        answers: {
          body: {
            status: 'success',
            data: { resultType: 'string', result: [1, 'x'] },
          },
        },
      },
      { outcome: 'failed', fault: { kind: 'unexpected-answer' } },
    ],
  ])('%s: nothing is measured', async (_, mood, outcome) => {
    server.world.feel(mood);
    expect(await measure(asked)).toMatchObject(outcome);
  });

  it('is away: it is not asked again and again', async () => {
    const gone = await startFakeWorld({ answer: () => nothing });
    await gone.stop();
    const context = countingContext();
    const many = Array.from({ length: 50 }, (_, nth) =>
      question(String(nth), ownOf(`e${nth}`)),
    );
    expect(await sourceOf(gone.url).measure(many, at, context)).toMatchObject({
      outcome: 'retry',
      fault: { kind: 'connection-refused' },
    });
    expect(context.calls).toBeLessThanOrEqual(8);
  });

  it('hangs: it is waited for as long as there is time, and no longer', async () => {
    server.world.feel('hangs');
    const context = countingContext();
    const told = measure(asked, { ...context, deadline: Date.now() + 300 });
    expect(await told).toMatchObject({
      outcome: 'retry',
      fault: { kind: 'timeout' },
    });
  });

  it('is too slow for the longest window alone: the others of other objectives stand', async () => {
    server.answer = healthy;
    const heavy = question('heavy', ownOf('heavy'), {
      windows: [hour, 30 * day],
    });
    const light = question('light', own, { windows: [hour] });
    server.answer = request =>
      questionOf(request).parameter('query').includes('heavy_total[30d]')
        ? {
            status: 503,
            body: {
              status: 'error',
              errorType: 'timeout',
              error: 'query timed out',
            },
          }
        : healthy(request);
    const told = await measure([heavy, light]);
    expect(inWords(told)).toEqual({ light: { windows: { '1h': '2 of 2' } } });
    expect(told).toMatchObject({
      notes: [
        expect.stringMatching(
          /^1 objective could not be measured: .*query timed out/,
        ),
      ],
    });
  });

  it('does not know this tenant: there are no data, and a note asks why', async () => {
    const nobody =
      'no data: Prometheus has no figures of fleet. No series has {name="a"}';
    const told = await measure(asked);
    expect(inWords(told)).toEqual({
      own: { windows: { '5m': 'no data', '1h': 'no data', '30d': 'no data' } },
      fleet: { windows: { '5m': nobody, '1h': nobody, '30d': nobody } },
    });
    expect(told).toMatchObject({
      notes: [
        'There are no data of any of 2 objectives: are the tenant and the names of the metrics right?',
      ],
    });
  });

  it('has lost half of the series: those services have no data', async () => {
    server.answer = answering([
      [/errors_total/, vector([[{ name: 'a' }, 1]])],
      [/requests_total/, vector([[{ name: 'a' }, 10]])],
    ]);
    const fleet = ['a', 'b'].map(name =>
      question(name, template([name]), { windows: [hour] }),
    );
    expect(inWords(await measure(fleet))).toEqual({
      a: { windows: { '1h': '1 of 10' } },
      b: {
        windows: {
          '1h': 'no data: Prometheus has no figures of b. No series has {name="b"}',
        },
      },
    });
  });

  it('remarks something about a question: that is a note', async () => {
    const remark = 'PromQL info: metric might not be a counter';
    const warned = vector([[{}, 1]], { warnings: [remark] });
    server.answer = answering([
      [/_total/, warned],
      [/look/, nothing],
    ]);
    expect(await measure([question('own', own)])).toMatchObject({
      notes: [remark],
    });
  });

  it('finds no failure anywhere: a note asks whether that can be', async () => {
    server.answer = answering([
      [/requests_total/, vector([[{ name: 'a' }, 10]])],
    ]);
    const told = await measure([
      question('a', template(['a']), { windows: [hour] }),
    ]);
    expect(told).toMatchObject({
      notes: [
        'Nothing bad was found at any service: is this right? sum by (name) (increase(errors_total[$window]))',
      ],
    });
  });

  it('is given up when nobody waits any more', async () => {
    server.world.feel('hangs');
    const context = countingContext();
    const told = measure(asked, context);
    await server.world.nextRequest();
    context.abort();
    expect(await told).toMatchObject({
      outcome: 'retry',
      fault: { kind: 'timeout' },
    });
  });
});

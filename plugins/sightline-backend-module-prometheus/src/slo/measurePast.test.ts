import {
  PastMeasurement,
  PastQuestion,
  PastRange,
} from '@sightline/backstage-plugin-sightline-node';
import { countingContext } from '../__testUtils__/contexts';
import { hour, minute, question, sourceOf } from '../__testUtils__/measuring';
import {
  at,
  own,
  ownOf,
  share,
  template,
  Value,
} from '../__testUtils__/pretendMetrics';
import { matrix, questionOf } from '../__testUtils__/pretendPrometheus';
import { useMetrics } from '../__testUtils__/useMetrics';

const server = useMetrics();
const range: PastRange = { from: at - 3 * hour, to: at, step: hour };

type Told = [labels: Record<string, string>, values: (Value | undefined)[]];

/** What each question was answered with, hour by hour; everything else has no data. */
const remembering = (things: readonly [RegExp, Told[]][]) => {
  const asked: string[][] = [];
  server.answer = request => {
    const { path, parameter } = questionOf(request);
    const query = parameter('query');
    const [start, end, step] = ['start', 'end', 'step'].map(parameter);
    asked.push([path.replace(/.*\//, ''), query, start, end, step]);
    const told = things.find(([pattern]) => pattern.test(query))?.[1] ?? [];
    return matrix(
      told.map(([labels, values]) => ({
        labels,
        values: values.flatMap((value, nth): [number, Value][] =>
          value === undefined ? [] : [[range.from + (nth + 1) * hour, value]],
        ),
      })),
    );
  };
  return asked;
};

const past = (questions: readonly PastQuestion[]) =>
  sourceOf(server.world.url).past!(questions, range, countingContext());

const step = (nth: number, total: number, bad: number) => ({
  at: range.from + nth * hour,
  measured: { what: 'counted' as const, total, bad },
});

describe('the past of objectives', () => {
  it('is asked for with one pair of questions for a whole fleet', async () => {
    const asked = remembering([
      [/errors_total/, [[{ name: 'cart' }, [undefined, 2, 0]]]],
      [
        /requests_total/,
        [
          [{ name: 'cart' }, [10, 20, 30]],
          [{ name: 'cart-old' }, [1, undefined, undefined]],
          [{ name: 'orders' }, [undefined, 0, 5]],
        ],
      ],
    ]);
    const answer = await past([
      question('cart', template(['cart', 'cart-old'])),
      question('orders', template(['orders'])),
      question('ghost', template(['ghost'])),
    ]);
    const told: PastMeasurement[] = [
      {
        objective: 'cart',
        steps: [step(1, 11, 0), step(2, 20, 2), step(3, 30, 0)],
      },
      {
        objective: 'orders',
        steps: [
          { at: at - hour, measured: { what: 'no-traffic' } },
          step(3, 5, 0),
        ],
      },
      { objective: 'ghost', steps: [] },
    ];
    expect(answer).toEqual({ outcome: 'ok', value: told });
    const times = [at - 2 * hour, at, hour].map(time => String(time / 1000));
    expect(asked).toEqual(
      ['errors', 'requests'].map(name => [
        'query_range',
        `sum by (name) (increase(${name}_total[1h]))`,
        ...times,
      ]),
    );
  });

  it('is a share where that is all there is, and none where nothing happened', async () => {
    remembering([[/job:share:ratio/, [[{}, [0.25, 'NaN', undefined]]]]]);
    expect(await past([question('it', share('good'))])).toEqual({
      outcome: 'ok',
      value: [
        {
          objective: 'it',
          steps: [
            { at: at - 2 * hour, measured: { what: 'shared', bad: 0.75 } },
            { at: at - hour, measured: { what: 'no-traffic' } },
          ],
        },
      ],
    });
  });

  it('is said to be impossible where steps of an hour cannot tell it', async () => {
    const asked = remembering([]);
    const answer = await past([
      question('sloth', {
        ...{ by: 'recorded', family: 'sloth', labels: { sloth_id: 'a' } },
      }),
      question('bound', { by: 'threshold', query: 'age', op: 'lt', value: 60 }),
      question('long', own, {
        budgeting: { method: 'timeslices', slice: 90 * minute, good: 0.95 },
      }),
    ]);
    expect(answer).toEqual({
      outcome: 'ok',
      value: [
        ['sloth', 'Rules of sloth record shares, and not of how many'],
        ['long', 'Its slices are longer than an hour'],
        ['bound', 'Prometheus cannot be asked for this indicator'],
      ].map(([objective, impossible]) => ({
        ...{ objective, steps: [], impossible },
      })),
    });
    expect(asked).toEqual([]);
  });

  it('leaves out what could not be asked, and says so; fails when that is all', async () => {
    remembering([[/requests_total/, [[{}, [10, 10, 10]]]]]);
    const { answer: others } = server;
    server.answer = request =>
      /slow_total/.test(questionOf(request).parameter('query'))
        ? {
            status: 422,
            body: {
              status: 'error',
              errorType: 'execution',
              error: 'too many',
            },
          }
        : others(request);
    const slow = question('slow', ownOf('slow'));
    const both = await past([question('cart', own), slow]);
    expect(both).toEqual({
      outcome: 'ok',
      value: [
        { objective: 'cart', steps: [1, 2, 3].map(nth => step(nth, 10, 0)) },
      ],
      notes: [expect.stringContaining('A past could not be asked: ')],
    });
    expect((await past([slow])).outcome).toBe('failed');
  });
});

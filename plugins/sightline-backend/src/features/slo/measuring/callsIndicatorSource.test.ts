import {
  AskContext,
  MeasureQuestion,
} from '@sightline/backstage-plugin-sightline-node';
import { day, hour, minute, ref, START } from '../__testUtils__/objectives';
import {
  callsIndicatorSource,
  IncomingAnswer,
  IncomingQuestion,
} from './callsIndicatorSource';

const question = (
  service: string,
  more: Partial<MeasureQuestion> = {},
): MeasureQuestion => ({
  ...{ objective: `${service}/availability`, service: ref(service) },
  indicator: { by: 'calls', of: 'availability' },
  budgeting: { method: 'occurrences' },
  windows: [hour, 30 * day],
  ...more,
});

/** Calls as a test says they came in. */
const world = (
  said: Record<string, IncomingAnswer>,
  last: number | undefined = START,
) => {
  const asked: IncomingQuestion[] = [];
  let requests = 0;
  const source = callsIndicatorSource({
    lastCounted: async () => last,
    count: async questions => {
      asked.push(...questions);
      return questions.map(({ service }) => said[service]);
    },
  });
  const context = {
    countCall: () => {
      requests += 1;
    },
  } as AskContext;
  const measure = (...questions: MeasureQuestion[]) =>
    source.measure(questions, START, context);
  return { source, measure, asked, requests: () => requests };
};

const answer = (more: Partial<IncomingAnswer> = {}): IncomingAnswer => ({
  windows: [
    { total: 10, bad: 1 },
    { total: 900, bad: 9 },
  ],
  ...{ sampled: false, since: START - 60 * day },
  ...more,
});

describe('own calls as indicators', () => {
  it('are counted for all services with one question', async () => {
    const { measure, asked, requests } = world({
      [ref('orders')]: answer(),
      [ref('cart')]: answer({ since: START - 3 * day }),
    });
    const latency = { by: 'calls', of: 'latency', threshold: 500 } as const;
    expect(
      await measure(
        question('orders'),
        question('cart', { indicator: latency }),
        question('ghost'),
      ),
    ).toEqual({
      outcome: 'ok',
      value: [
        {
          ...{ objective: 'orders/availability', at: START },
          windows: [
            { window: hour, measured: { what: 'counted', total: 10, bad: 1 } },
            {
              window: 30 * day,
              measured: { what: 'counted', total: 900, bad: 9 },
            },
          ],
        },
        expect.objectContaining({ dataSince: START - 3 * day }),
        {
          ...{ objective: 'ghost/availability', at: START },
          windows: [hour, 30 * day].map(window => ({
            window,
            measured: {
              what: 'no-data',
              detail: 'No trace shows a call to it',
            },
          })),
        },
      ],
    });
    expect(asked.map(({ threshold }) => threshold)).toEqual([
      ...[undefined, 500, undefined],
    ]);
    expect(requests()).toBe(1);
  });

  it.each([
    [
      'samples are shares of nobody knows how many',
      answer({ sampled: true }),
      { what: 'shared', bad: 0.1 },
    ],
    [
      'silence in a window is no traffic',
      answer({ windows: Array(2).fill({ total: 0, bad: 0 }) }),
      { what: 'no-traffic' },
    ],
  ])('%s', async (_title, said, measured) => {
    const { measure } = world({ [ref('orders')]: said });
    expect(await measure(question('orders'))).toMatchObject({
      value: [{ windows: [{ measured }, {}] }],
    });
  });

  it('are no data while no traces have ever come', async () => {
    const { measure } = world({ [ref('orders')]: answer() });
    const never = callsIndicatorSource({
      lastCounted: async () => undefined,
      count: async () => [],
    });
    const asked = [question('orders')];
    expect(await never.measure(asked, START, {} as AskContext)).toMatchObject({
      outcome: 'ok',
      value: [{ windows: [{ measured: { what: 'no-data' } }, {}] }],
    });
    expect(await measure(question('orders'))).toMatchObject({ outcome: 'ok' });
  });

  it('are not answered when nobody has told of calls for long: silence is no traffic only while somebody speaks', async () => {
    const { measure } = world(
      { [ref('orders')]: answer() },
      START - 20 * minute,
    );
    expect(await measure(question('orders'))).toEqual({
      outcome: 'retry',
      fault: {
        kind: 'unexpected-answer',
        words:
          'No calls have been reported for 20 minutes: whether there were any nobody can tell',
      },
    });
  });

  it('cannot be cut into time slices', async () => {
    const { measure, asked } = world({ [ref('orders')]: answer() });
    const budgeting = {
      method: 'timeslices',
      slice: minute,
      good: 0.9,
    } as const;
    expect(await measure(question('orders', { budgeting }))).toMatchObject({
      value: [{ windows: [{ measured: { what: 'no-data' } }, {}] }],
    });
    expect(asked).toEqual([]);
  });
});

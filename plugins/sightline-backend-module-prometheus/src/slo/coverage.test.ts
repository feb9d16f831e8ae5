import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { WorldAnswer } from '@sightline/backstage-plugin-sightline-node/testUtils';
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
  isLook,
  own,
  template,
  vector,
} from '../__testUtils__/pretendMetrics';
import { questionOf } from '../__testUtils__/pretendPrometheus';
import { useMetrics } from '../__testUtils__/useMetrics';

const server = useMetrics();
const { measure } = server;

describe('a calendar', () => {
  it('is asked about from its boundary on, to the minute', async () => {
    server.answer = answering([[/\[90m\]/, vector([[{}, 1]])]]);
    const sinceBoundary = 90 * minute + 42_000;
    const told = await sourceOf(server.world.url).measure(
      [question('it', own, { windows: [sinceBoundary, 30_000] })],
      at + 42_000,
      countingContext(),
    );
    expect(told).toMatchObject({
      value: [
        {
          windows: [
            {
              window: sinceBoundary,
              measured: { what: 'counted', total: 1, bad: 1 },
            },
            {
              window: 30_000,
              measured: {
                what: 'no-data',
                detail: 'The window began less than a minute ago',
              },
            },
          ],
        },
      ],
    });
  });
});

describe('since when there are data', () => {
  const windows = [hour, 30 * day];
  const things = (first: Instant): [RegExp, WorldAnswer][] => [
    [
      /look/,
      vector([
        [{ name: 'a' }, first / 1000],
        [{ name: 'b' }, (at - 30 * day) / 1000],
      ]),
    ],
    [
      /_total/,
      vector([
        [{ name: 'a' }, 1],
        [{ name: 'b' }, 1],
        [{ name: 'c' }, 1],
      ]),
    ],
  ];
  const asked = ['a', 'b', 'c', 'd'].map(name =>
    question(name, template([name]), { windows }),
  );

  it('is looked for once an hour, and said where it is within the window', async () => {
    server.answer = answering(things(at - 5 * day));
    const source = sourceOf(server.world.url);
    const tell = async (later: number) => {
      server.world.feel('well');
      const told = await source.measure(asked, at + later, countingContext());
      const looked = server.world.requests.filter(request =>
        isLook(questionOf(request).parameter('query')),
      );
      return [
        Object.entries(inWords(told)).map(([name, { since }]) => [name, since]),
        looked.length,
      ];
    };
    const expected = [
      ['a', '2026-11-16T12:00:00.000Z'],
      ['b', undefined],
      // It was not there when one looked: so it came later.
      ['c', '2026-11-21T12:00:00.000Z'],
      ['d', undefined],
    ];
    expect(await tell(0)).toEqual([expected, 1]);
    expect(await tell(minute)).toEqual([expected, 0]);
    expected[2] = ['c', '2026-11-21T13:00:00.000Z'];
    expect(await tell(hour)).toEqual([expected, 1]);
  });

  it('is left open, with a note, while that cannot be asked', async () => {
    server.answer = answering([
      [/look/, { status: 503 }],
      [/_total/, vector([[{ name: 'a' }, 1]])],
    ]);
    const told = await measure(asked.slice(0, 1));
    expect(told).toMatchObject({
      notes: [
        expect.stringContaining(
          'Since when there are data could not be asked: ',
        ),
      ],
    });
    expect(inWords(told)).toEqual({
      a: { windows: { '1h': '1 of 1', '30d': '1 of 1' } },
    });
  });
});

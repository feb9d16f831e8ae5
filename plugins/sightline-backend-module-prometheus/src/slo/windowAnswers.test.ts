import { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { WorldAnswer } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { hour, inWords, question } from '../__testUtils__/measuring';
import {
  answering,
  fast,
  ofGood,
  own,
  share,
  vector,
  Value,
} from '../__testUtils__/pretendMetrics';
import { success } from '../__testUtils__/pretendPrometheus';
import { useMetrics } from '../__testUtils__/useMetrics';

const server = useMetrics();
const { measure } = server;

describe('what a window was answered with', () => {
  const once = { windows: [hour] };
  const bad = (value: Value): [RegExp, WorldAnswer] => [
    /errors_total/,
    vector([[{}, value]]),
  ];
  const total = (value: Value): [RegExp, WorldAnswer] => [
    /requests_total/,
    vector([[{}, value]]),
  ];
  const good = (value: Value): [RegExp, WorldAnswer] => [
    /hits_total/,
    vector([[{}, value]]),
  ];
  const ratio = (value: Value): [RegExp, WorldAnswer] => [
    /job:share:ratio/,
    vector([[{}, value]]),
  ];

  it.each<[string, Indicator, [RegExp, WorldAnswer][], string]>([
    ['bad and all', own, [bad(3), total(10)], '3 of 10'],
    ['no series of bad ones', own, [total(10)], '0 of 10'],
    ['no series of all', own, [bad(3)], 'no data'],
    ['nothing', own, [], 'no data'],
    ['none of none', own, [bad(0), total(0)], 'no traffic'],
    ['none, and no series of bad ones', own, [total(0)], 'no traffic'],
    [
      'NaN',
      own,
      [bad('NaN'), total(10)],
      'no data: The answer is no number: NaN of 10',
    ],
    [
      'infinity',
      own,
      [bad(1), total('+Inf')],
      'no data: The answer is no number: 1 of Infinity',
    ],
    [
      'fewer than none',
      own,
      [bad(-1), total(10)],
      'no data: There cannot be fewer than none: -1 of 10',
    ],
    [
      'a little more bad ones than all',
      own,
      [bad(10.2), total(10)],
      '10 of 10',
    ],
    [
      'many more bad ones than all',
      own,
      [bad(20), total(10)],
      'no data: More are bad than there are (20 of 10): do both questions count the same?',
    ],
    ['good and all', ofGood, [good(8), total(10)], '2 of 10'],
    [
      'a little more good ones than all',
      ofGood,
      [good(10.2), total(10)],
      '0 of 10',
    ],
    [
      'many more good ones than all',
      ofGood,
      [good(20), total(10)],
      'no data: More are good than there are (20 of 10): do both questions count the same?',
    ],
    ['no series of good ones', ofGood, [total(10)], '10 of 10'],
    [
      'no bucket',
      fast,
      [
        total(10),
        [
          /label\/le\/values .*d_bucket/,
          success(['0.25', '1.0', '+Inf', '0.1']),
        ],
      ],
      'no data: No bucket ends at 0.5; there are 0.1, 0.25, 1',
    ],
    [
      'no bucket here, as others have',
      fast,
      [total(10), [/label\/le\/values .*d_bucket/, success(['0.5', '+Inf'])]],
      'no data: No bucket of this service ends at 0.5, as those of others do',
    ],
    ['no bucket of nobody', fast, [total(10)], 'no data'],
    ['a share of bad ones', share('bad'), [ratio(0.25)], '0.25'],
    ['a share of good ones', share('good'), [ratio(0.25)], '0.75'],
    ['0 / 0', share('bad'), [ratio('NaN')], 'no traffic'],
    [
      '1 / 0',
      share('bad'),
      [ratio('+Inf')],
      'no data: The answer is Infinity, and a share lies between 0 and 1',
    ],
    [
      'percent',
      share('good'),
      [ratio(99.9)],
      'no data: The answer is 99.9, and a share lies between 0 and 1',
    ],
    ['no share', share('bad'), [], 'no data'],
    [
      'no share of a bucket that nobody has',
      { by: 'ratio', of: 'good', query: 'x_bucket{le="0.3"} / x_count' },
      [[/label\/le\/values .*x_bucket/, success(['0.5', '+Inf'])]],
      'no data: No bucket ends at 0.3; there are 0.5',
    ],
    [
      'no share of a bucket that others have',
      { by: 'ratio', of: 'good', query: 'x_bucket{le="0.5"} / x_count' },
      [[/label\/le\/values .*x_bucket/, success(['0.5', '+Inf'])]],
      'no data',
    ],
  ])('%s', async (_, indicator, things, words) => {
    server.answer = answering(things);
    const told = inWords(await measure([question('it', indicator, once)]));
    expect(told).toEqual({ it: { windows: { '1h': words } } });
  });
});

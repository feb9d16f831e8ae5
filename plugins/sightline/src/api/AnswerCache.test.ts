import { AnswerCache } from './AnswerCache';

let now = 0;
const cache = () =>
  new AnswerCache({ cap: 2, lifetime: 1_000, now: () => now });

beforeEach(() => (now = 0));

it('gives back what was put in, with its ETag and age', () => {
  const answers = cache();
  answers.put('a', 1, '"1"');
  expect(answers.get('a')).toEqual({ value: 1, etag: '"1"', receivedAt: 0 });
});

it('forgets what is older than its lifetime', () => {
  const answers = cache();
  answers.put('a', 1);
  now = 1_001;
  expect(answers.get('a')).toBeUndefined();
});

it('keeps no more than its cap, drops the oldest, and counts what it dropped', () => {
  const answers = cache();
  ['a', 'b', 'a', 'c'].forEach(key => answers.put(key, key));
  expect(
    [answers.get('a'), answers.get('b'), answers.get('c')].map(
      found => found?.value,
    ),
  ).toEqual(['a', undefined, 'c']);
  expect(answers.dropped).toBe(1);
});

it('forgets by the beginning of the key', () => {
  const answers = cache();
  answers.put('aliases?1', 1);
  answers.put('sources', 1);
  answers.forget('aliases');
  expect([answers.get('aliases?1'), answers.size]).toEqual([undefined, 1]);
});

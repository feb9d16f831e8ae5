import { figures } from '../../__testUtils__/harbourFigures';
import { link } from '../../__testUtils__/harbourServiceCalls';
import { bothViews, extraWait } from './callWords';

const seen = (
  callee: [number, number],
  caller: [number, number],
  errors: [number, number] = [0.001, 0.001],
) =>
  link('payments', 'POST /payments', 1, {
    figures: figures(1, errors[0], callee),
    callerView: figures(1, errors[1], caller),
  });

it.each([
  [
    seen([22, 80], [26, 160]),
    'The caller waits 80 ms longer than it takes (p95): on the way, in queues, or for connections.',
  ],
  [seen([14, 45], [14, 46]), 'The caller waits as long as it takes.'],
  [
    seen([330, 980], [330, 500]),
    'The caller waits 480 ms less than it takes (p95): some give up before the answer.',
  ],
  [
    seen([14, 45], [14, 45], [0.001, 0.025]),
    'The caller waits as long as it takes; 2.5 % fail as the caller sees it, 0.11 % as the callee does.',
  ],
])('compares what both ends saw', (calls, words) =>
  expect(bothViews(calls, 'callers')).toBe(words),
);

it('speaks of this service where it is the caller', () => {
  expect(bothViews(seen([14, 45], [14, 46]), 'callees')).toBe(
    'This waits as long as it takes.',
  );
});

it('compares nothing where one end did not tell', () => {
  const untold = link('payments', 'POST /payments', 1);
  expect(bothViews(untold, 'callers')).toBeUndefined();
  expect(extraWait(untold)).toBeUndefined();
});

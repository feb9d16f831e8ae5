import { distance } from './words';

const now = Date.parse('2026-11-21T12:00:00Z');
const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

it.each([
  [0, 'just now'],
  [9 * second, 'just now'],
  [-9 * second, 'just now'],
  [40 * second, '40 s ago'],
  [59.9 * second, '59 s ago'],
  [minute, '1 min ago'],
  [59 * minute, '59 min ago'],
  [2 * hour, '2 h ago'],
  [3 * day, '3 d ago'],
  [89 * day, '89 d ago'],
  [120 * day, '4 months ago'],
  [-5 * hour, 'in 5 h'],
])('%d ms before now is "%s"', (past, words) => {
  expect(distance(now - past, now)).toBe(words);
});

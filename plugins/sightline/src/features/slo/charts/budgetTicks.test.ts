import { budgetTicks } from './budgetTicks';

it.each([
  ['of a budget that lasts', [0.7, 0.2], [1, 0.5, 0]],
  ['of nothing known', [], [1, 0.5, 0]],
  ['that is just overdrawn', [-0.02], [1, 0.5, 0, -0.1]],
  ['that is overdrawn', [0.2, -1.3], [1, 0, -1.5]],
  ['that is far overdrawn', [-5.65], [1, 0, -6]],
])('names the scale %s', (_title, values, ticks) =>
  expect(budgetTicks(values)).toEqual(ticks),
);

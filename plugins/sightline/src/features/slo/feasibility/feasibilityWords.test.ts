import { Feasibility } from '@sightline/backstage-plugin-sightline-common';
import { party } from '../../../__testUtils__/harbourParties';
import { feasibilityHeadline } from './feasibilityWords';

const of = (
  verdict: Feasibility['verdict'],
  ceiling?: number,
): Feasibility => ({
  objective: 'component:default/orders/availability',
  target: 0.995,
  ceiling,
  verdict,
  dependencies: [{ party: party('cart'), depth: 1, from: 'unknown' }],
  assumptions: [],
});

it.each([
  [
    of('infeasible', 0.993815),
    'Your 99.5 % needs dependencies that give more: together they give 99.38 % at best.',
  ],
  [
    of('tight', 0.9953),
    'Your 99.5 % can hardly be kept: its dependencies give 99.53 % at best, which leaves 0.03 % for failures of its own.',
  ],
  [
    of('feasible', 0.999),
    'Your 99.5 % can be kept: its dependencies give 99.90 % at best, which leaves 0.4 % for failures of its own.',
  ],
  [
    { ...of('feasible', 1), dependencies: [] },
    'Your 99.5 % rests on nobody else: it waits for no one.',
  ],
  [of('unknown'), 'Nobody can tell yet whether it can be kept.'],
  [
    of('unknown', 0.998),
    'Of what is known its dependencies give 99.80 % at best.',
  ],
])('%# says what the verdict means', (feasibility, words) =>
  expect(feasibilityHeadline(feasibility)).toBe(words),
);

import { NOON } from '../../../__testUtils__/harbour';
import { harbourJourney } from '../../../__testUtils__/harbourJourneys';
import { journeyTree } from './journeyTree';
import { shownHops } from './shownHops';
import { stepOf } from './treeKeys';

/** 0 edge-gateway ▼  1 sessions ▶  2 identity  3 web-bff ▶ */
const { rows } = shownHops(journeyTree(harbourJourney('place-order', NOON)), {
  critical: false,
  failing: false,
  stores: true,
  branches: 'closed',
  turned: [],
});

it.each([
  ['↓ goes to the next row', 'ArrowDown', 0, { at: 1 }],
  ['j does as well', 'j', 1, { at: 2 }],
  ['↓ stays at the end', 'ArrowDown', 3, { at: 3 }],
  ['↑ goes back', 'ArrowUp', 2, { at: 1 }],
  ['End goes to the last row', 'End', 0, { at: 3 }],
  ['Home goes to the first', 'Home', 3, { at: 0 }],
  ['→ unfolds what is folded', 'ArrowRight', 1, { turn: 1 }],
  ['→ goes into what is open', 'ArrowRight', 0, { at: 1 }],
  ['→ does nothing where nothing is below', 'ArrowRight', 2, undefined],
  ['← folds what is open', 'ArrowLeft', 0, { turn: 0 }],
  ['← goes out to the caller', 'ArrowLeft', 2, { at: 0 }],
  ['← goes out of what is folded too', 'ArrowLeft', 3, { at: 0 }],
  ['Space folds', ' ', 0, { turn: 0 }],
  ['Space does nothing where nothing is below', ' ', 2, undefined],
  ['other keys are left to others', 'x', 0, undefined],
  ['there is no row to move from', 'ArrowDown', 9, undefined],
])('%s', (_title, key, at, step) => {
  expect(stepOf(key, rows, at)).toEqual(step);
});

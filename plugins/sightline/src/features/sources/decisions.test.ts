import { Alias } from '@sightline/backstage-plugin-sightline-common';
import { alias } from '../../__testUtils__/harbourSources';
import {
  decidable,
  decisionFor,
  expected,
  inTurns,
  serviceFor,
} from './decisions';

const nothing = new Map<string, string>();
const suggested = alias(0);
const unmatched = alias(4);
const annotated: Alias = {
  ...suggested,
  state: 'annotated',
  service: 'component:default/a',
};
const accepted: Alias = {
  ...suggested,
  state: 'accepted',
  service: 'component:default/a',
};

it('takes the reader’s choice before the best candidate', () => {
  expect(serviceFor(suggested, nothing)).toBe('component:default/invoice-api');
  expect(
    serviceFor(suggested, new Map([[suggested.id, 'component:default/x']])),
  ).toBe('component:default/x');
});

it.each([
  ['accept', [suggested, accepted]],
  ['reject', [suggested, unmatched, accepted]],
  ['undo', [accepted]],
] as const)('knows about which names "%s" can be said', (verb, able) => {
  expect(
    decidable([suggested, unmatched, annotated, accepted], verb, nothing),
  ).toEqual(able);
});

it('a name without candidate can be accepted once a service is chosen', () => {
  const chosen = new Map([[unmatched.id, 'component:default/x']]);
  expect(decisionFor(unmatched, 'accept', chosen)).toEqual({
    id: unmatched.id,
    decision: 'accept',
    service: 'component:default/x',
  });
});

it('knows how a name will look', () => {
  expect(expected(suggested, 'accept', nothing)).toMatchObject({
    state: 'accepted',
    service: 'component:default/invoice-api',
  });
  expect(expected(accepted, 'reject', nothing).service).toBeUndefined();
  expect([
    expected(accepted, 'undo', nothing).state,
    expected(unmatched, 'undo', nothing).state,
  ]).toEqual(['suggested', 'unmatched']);
});

it('sends no more at once than the API takes', () => {
  expect(inTurns(Array(1_100).fill(0)).map(turn => turn.length)).toEqual([
    500, 500, 100,
  ]);
});

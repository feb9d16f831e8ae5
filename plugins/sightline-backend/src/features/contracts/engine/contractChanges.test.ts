import type { MirroredPact } from '@sightline/backstage-plugin-sightline-node';
import { pact, reportOf, START } from '../__testUtils__/shop';
import { contractChanges } from './contractChanges';

const later = (text: string, state: 'success' | 'failed' = 'success') => {
  const found = pact(text, state);
  const { verification } = found;
  return {
    ...found,
    verification: { ...verification, verifiedAt: START + 60_000 },
  };
};
const named = (text: string, contentId: string) =>
  pact(text, 'success', { contentId });

describe('what is different between two mirrors', () => {
  it.each<[string, MirroredPact[], MirroredPact, string[]]>([
    [
      'the first pact of two, and that it is kept',
      [],
      pact('cart 1 → orders 7'),
      [
        'published: cart 1 has a new pact with orders',
        'verified: orders 7 keeps the pact of cart 1',
      ],
    ],
    [
      'nothing, of a build that one and the same check is about',
      [pact('cart 1 → orders 7')],
      pact('cart 2 → orders 7'),
      [],
    ],
    [
      'of a build of which nobody knows what it says no more than that it is there',
      [pact('cart 1 → orders 7')],
      later('cart 2 → orders 7'),
      ['published: cart 2 has published its pact with orders'],
    ],
    [
      'the same, while nobody has checked either',
      [pact('cart 1 → orders', 'never')],
      pact('cart 2 → orders', 'never'),
      ['published: cart 2 has published its pact with orders'],
    ],
    [
      'a change that the broker tells of',
      [pact('cart 1 → orders 7')],
      pact('cart 2 → orders 7', 'stale'),
      ['published: cart 2 changed what it expects of orders'],
    ],
    [
      'a content that is named as another',
      [named('cart 1 → orders 7', 'a')],
      named('cart 2 → orders 7', 'b'),
      [
        'published: cart 2 changed what it expects of orders',
        'verified: orders 7 keeps the pact of cart 2',
      ],
    ],
    [
      'nothing of one that is named as the same',
      [named('cart 1 → orders 7', 'a')],
      named('cart 2 → orders 8', 'a'),
      [],
    ],
    [
      'what a build breaks, whatever it says',
      [pact('cart 1 → orders 7')],
      later('cart 2 → orders 8', 'failed'),
      [
        'published: cart 2 has published its pact with orders',
        'broken: orders 8 fails the pact of cart 2; orders 7 kept that of cart 1',
      ],
    ],
    [
      'that it is kept at last',
      [pact('cart 1 → orders', 'never')],
      later('cart 1 → orders 8'),
      ['verified: orders 8 keeps the pact of cart 1'],
    ],
  ])('is %s', (_title, before, after, expected) => {
    const others = [pact('web 1 → cart', 'never')];
    const changes = contractChanges(
      reportOf([...others, ...before]),
      reportOf([...others, after]),
    );
    expect(changes.map(({ kind, words }) => `${kind}: ${words}`)).toEqual(
      expected,
    );
  });
});

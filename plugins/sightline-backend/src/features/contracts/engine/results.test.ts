import { VerificationState } from '@sightline/backstage-plugin-sightline-common';
import { pact } from '../__testUtils__/shop';
import { resultsIn } from './results';

const checked = (consumerVersion: string, providerVersion = '7') => ({
  ...{ consumer: 'cart', consumerVersion },
  ...{ provider: 'orders', providerVersion },
});

/** Cart 3 was never checked itself, and says the same as those before it. */
const sharing = (...states: VerificationState[]) =>
  resultsIn([
    ...states.map((state, at) =>
      pact(`cart ${at + 1} → orders 7`, state, { contentId: 'same' }),
    ),
    pact('cart 3 → orders', 'never', { contentId: 'same' }),
  ]).of(checked('3'));

describe('results that the pacts of a mirror carry', () => {
  it.each<[VerificationState, boolean | undefined]>([
    ['success', true],
    ['failed', false],
    // Its provider is not held back by it, and yet does not keep it.
    ['pending', false],
    ['stale', undefined],
    ['never', undefined],
  ])('%s is %s', (state, success) => {
    const { of } = resultsIn([pact('cart 1 → orders 7', state)]);
    expect(of(checked('1'))).toBe(success);
  });

  it('tell of the version that was checked, and of no other', () => {
    const { of } = resultsIn([pact('cart 1 → orders 7')]);
    expect([of(checked('1', '8')), of(checked('2'))]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are shared by versions with the same content, and a failed one counts', () => {
    expect([
      sharing('success', 'success'),
      sharing('success', 'failed'),
      sharing('failed', 'success'),
      sharing('never', 'stale'),
    ]).toEqual([true, false, false, undefined]);
  });
});

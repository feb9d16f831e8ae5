import fc from 'fast-check';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { day, minute, START } from '../__testUtils__/seen';
import { crowd, DeployMoment, lockStepsOf, releasesOf } from './lockStep';

const ref = (name: string): ServiceRef => `component:default/${name}`;

/** Deploys of one service on these days, so many minutes after noon. */
const on = (name: string, days: number[], after = 0): DeployMoment[] =>
  days.map(n => ({
    service: ref(name),
    at: START + n * day + after * minute,
  }));

const steps = (moments: DeployMoment[], of = 'cart') =>
  lockStepsOf(ref(of), moments).map(
    ({ services, together, of: all }) =>
      `${services
        .map(one => one.replace('component:default/', ''))
        .join(' ')}: ${together} of ${all}`,
  );

describe('lock-step', () => {
  const cart = on('cart', [1, 2, 3, 4, 5]);
  it.each<[string, DeployMoment[], string[]]>([
    ['is always together', on('web', [1, 2, 3, 4, 5], 9), ['cart web: 5 of 5']],
    ['is nearly always', on('web', [1, 2, 3, 4], 9), ['cart web: 4 of 5']],
    ['is not three times of five', on('web', [1, 2, 3], 9), []],
    ['is not far apart', on('web', [1, 2, 3, 4, 5], 11), []],
    [
      'is not of one that is deployed at other times, too',
      on('web', [1, 2, 3, 4, 5, 6, 7]),
      [],
    ],
    [
      'is of several with each other',
      [...on('web', [1, 2, 3, 4, 5]), ...on('orders', [1, 2, 3, 4, 5], 3)],
      ['cart orders web: 5 of 5'],
    ],
    [
      'is of pairs where the others are not',
      [...on('web', [1, 2, 3, 4, 5], 9), ...on('orders', [1, 2, 3, 4, 5], -9)],
      ['cart orders: 5 of 5', 'cart web: 5 of 5'],
    ],
  ])('%s', (_title, others, words) => {
    expect(steps([...cart, ...others])).toEqual(words);
  });

  it('is nothing of fewer than four deploys', () => {
    const days = [1, 2, 3];
    expect(steps([...on('cart', days), ...on('web', days)])).toEqual([]);
  });

  it('is nothing of days on which everybody was deployed', () => {
    const others = Array.from({ length: crowd }, (_, n) =>
      on(`other-${n}`, [1, 2, 3, 4, 5], n / crowd),
    );
    expect(steps([...cart, ...others.flat()])).toEqual([]);
  });

  it('counts what follows in other clusters as one release', () => {
    const times = [0, 5, 14, 24, 40].map(after => START + after * minute);
    expect(releasesOf(times)).toEqual([START, START + 40 * minute]);
    const twice = [...cart, ...on('cart', [1, 2, 3, 4, 5], 8)];
    expect(steps([...twice, ...on('web', [1, 2, 3, 4, 5], 2)])).toEqual([
      'cart web: 5 of 5',
    ]);
  });

  const moments = fc.array(
    fc.record({
      service: fc.constantFrom(...['cart', 'web', 'orders'].map(ref)),
      at: fc.nat({ max: 600 }).map(n => START + n * minute),
    }),
    { maxLength: 80 },
  );

  it('is the same from both sides, in any order, and never more than there were', () => {
    fc.assert(
      fc.property(moments, all => {
        const pairsOf = (of: ServiceRef, deploys: DeployMoment[]) =>
          lockStepsOf(of, deploys).filter(({ services }) =>
            services.includes(ref('web')),
          ).length;
        const two = all.filter(({ service }) => service !== ref('orders'));
        expect(pairsOf(ref('cart'), two)).toBe(
          lockStepsOf(ref('web'), two).length,
        );
        expect(lockStepsOf(ref('cart'), [...all].reverse())).toEqual(
          lockStepsOf(ref('cart'), all),
        );
        for (const { together, of } of lockStepsOf(ref('cart'), all)) {
          expect(together).toBeLessThanOrEqual(of);
          expect(together / of).toBeGreaterThanOrEqual(0.8);
          expect(of).toBeGreaterThanOrEqual(4);
        }
      }),
    );
  });
});

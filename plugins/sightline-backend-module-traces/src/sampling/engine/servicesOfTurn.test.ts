import { servicesOfTurn } from './servicesOfTurn';

const five = ['e', 'a', 'd', 'b', 'c', 'a'];

describe('servicesOfTurn', () => {
  it('asks about all when there is room, each once', () => {
    expect(servicesOfTurn(five, { window: 7, atMost: 5 })).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it.each([
    [0, ['a', 'b']],
    [1, ['c', 'd']],
    [2, ['e', 'a']],
    [3, ['b', 'c']],
  ])('gives each its turn: in window %d %j', (window, turn) => {
    expect(servicesOfTurn(five, { window, atMost: 2 })).toEqual(turn);
  });
});

import { groupsAbove } from './groupsAbove';

describe('groupsAbove', () => {
  it('lists every group above, nearest first', () => {
    expect(
      groupsAbove(
        new Map([
          ['payments', ['commerce']],
          ['commerce', ['company']],
          ['company', []],
        ]),
      ),
    ).toEqual([
      { member: 'payments', above: 'commerce', distance: 1 },
      { member: 'payments', above: 'company', distance: 2 },
      { member: 'commerce', above: 'company', distance: 1 },
    ]);
  });

  it('ends where a cycle meets itself, and counts the nearest way', () => {
    expect(
      groupsAbove(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', ['a']],
          ['self', ['self']],
        ]),
      ),
    ).toEqual([
      { member: 'a', above: 'b', distance: 1 },
      { member: 'a', above: 'c', distance: 1 },
      { member: 'b', above: 'c', distance: 1 },
      { member: 'b', above: 'a', distance: 2 },
      { member: 'c', above: 'a', distance: 1 },
      { member: 'c', above: 'b', distance: 2 },
    ]);
  });
});

import { PermissionCriteria } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { OwnerQuery } from './permissionRules';
import { scopeOf } from './scopeOf';

const ownedBy = (...owners: string[]): OwnerQuery => ({ owners });

describe('scopeOf', () => {
  it.each<[string, PermissionCriteria<OwnerQuery>, object]>([
    ['one rule', ownedBy('b', 'a'), { allowedOwners: ['a', 'b'] }],
    [
      'any of two rules',
      { anyOf: [ownedBy('a'), ownedBy('b')] },
      { allowedOwners: ['a', 'b'] },
    ],
    [
      'all of two rules',
      { allOf: [ownedBy('a', 'b'), ownedBy('b', 'c')] },
      { allowedOwners: ['b'] },
    ],
    ['the opposite of a rule', { not: ownedBy('a') }, { deniedOwners: ['a'] }],
    [
      'a rule or the opposite of another',
      { anyOf: [ownedBy('a'), { not: ownedBy('a', 'b') }] },
      { deniedOwners: ['b'] },
    ],
    [
      'rules that contradict each other',
      { allOf: [ownedBy('a'), { not: ownedBy('a') }] },
      { allowedOwners: [] },
    ],
  ])('turns %s into owners', (_title, criteria, expected) => {
    expect(scopeOf(criteria)).toEqual(expected);
  });

  it('lets through exactly the owners the policy lets through', () => {
    const names = ['a', 'b', 'c', 'd'];
    const criteria = fc.letrec<{ any: PermissionCriteria<OwnerQuery> }>(
      tie => ({
        any: fc.oneof(
          { maxDepth: 4 },
          fc.record({ owners: fc.subarray(names) }),
          fc.record({ not: tie('any') }),
          fc.record({
            allOf: nonEmpty(
              fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
            ),
          }),
          fc.record({
            anyOf: nonEmpty(
              fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
            ),
          }),
        ),
      }),
    ).any;

    fc.assert(
      fc.property(
        criteria,
        fc.constantFrom(...names, 'stranger'),
        (policy, owner) => {
          const { allowedOwners, deniedOwners } = scopeOf(policy);
          const through = allowedOwners
            ? allowedOwners.includes(owner)
            : !deniedOwners?.includes(owner);
          expect(through).toBe(judge(policy, owner));
        },
      ),
    );
  });
});

type Criteria = PermissionCriteria<OwnerQuery>;

const nonEmpty = (list: fc.Arbitrary<Criteria[]>) =>
  list as fc.Arbitrary<[Criteria, ...Criteria[]]>;

const judge = (policy: Criteria, owner: string): boolean => {
  if ('allOf' in policy) return policy.allOf.every(each => judge(each, owner));
  if ('anyOf' in policy) return policy.anyOf.some(each => judge(each, owner));
  if ('not' in policy) return !judge(policy.not, owner);
  return policy.owners.includes(owner);
};

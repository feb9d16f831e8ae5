import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { ServiceScope } from '../list/ServiceListReader';
import { OwnerQuery } from './permissionRules';

/**
 * A set of owners, or everything but a set of owners: closed under and, or,
 * not, so that every policy there can be has one:
 *
 *   only {a,b}  and  except {b}   →  only {a}
 *   only {a}    or   except {a,b} →  except {b}
 *   not only {a}                  →  except {a}
 */
type Owners = { mode: 'only' | 'except'; set: ReadonlySet<string> };

/** What a conditional decision lets through, as a list can be narrowed by it. */
export const scopeOf = (
  criteria: PermissionCriteria<OwnerQuery>,
): ServiceScope => {
  const { mode, set } = ownersOf(criteria);
  const owners = [...set].sort();
  return mode === 'only' ? { allowedOwners: owners } : { deniedOwners: owners };
};

const ownersOf = (criteria: PermissionCriteria<OwnerQuery>): Owners => {
  if (isAndCriteria(criteria)) {
    return criteria.allOf.map(ownersOf).reduce(both);
  }
  if (isOrCriteria(criteria)) {
    return not(criteria.anyOf.map(ownersOf).map(not).reduce(both));
  }
  if (isNotCriteria(criteria)) {
    return not(ownersOf(criteria.not));
  }
  return { mode: 'only', set: new Set(criteria.owners) };
};

const not = ({ mode, set }: Owners): Owners => ({
  mode: mode === 'only' ? 'except' : 'only',
  set,
});

const both = (a: Owners, b: Owners): Owners => {
  if (a.mode === 'except' && b.mode === 'except') {
    return { mode: 'except', set: new Set([...a.set, ...b.set]) };
  }
  const [only, other] = a.mode === 'only' ? [a, b] : [b, a];
  const kept = [...only.set].filter(
    owner => other.set.has(owner) === (other.mode === 'only'),
  );
  return { mode: 'only', set: new Set(kept) };
};

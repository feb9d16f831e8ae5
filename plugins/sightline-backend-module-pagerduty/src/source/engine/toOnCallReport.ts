import type {
  Roster,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { OnCallReport } from '@sightline/backstage-plugin-sightline-node';
import type { Account } from './Account';
import type { ReadOnCall, ReadPolicy } from './read';

/** What was read of one account. */
export type Seen = {
  /** of services of ours, by id of the policy */
  byPolicy: ReadonlyMap<string, readonly ServiceRef[]>;
  teams: Account['teams'];
  policies: ReadonlyMap<string, ReadPolicy>;
  onCalls: ReadonlyMap<string, readonly ReadOnCall[]>;
  /** in words */
  faults: ReadonlyMap<string, string>;
  covers: Roster['covers'];
};

const notShown = (id: string) =>
  `PagerDuty shows no escalation policy ${id}: it is gone, or this key may not see it`;

const nobodyShown = (level: number) =>
  `The policy names somebody on level ${level}, and PagerDuty shows nobody there: this key may not see all of it`;

/** Somebody who is named by name is always on call: where nobody is shown, not all was. */
const withoutPermanent = (
  { permanent }: ReadPolicy,
  onCalls: readonly ReadOnCall[],
): string | undefined => {
  const missing = permanent.find(
    level => !onCalls.some(one => one.level === level),
  );
  return missing === undefined ? undefined : nobodyShown(missing);
};

const toRoster = (
  { id, name, url }: ReadPolicy,
  onCalls: readonly ReadOnCall[],
  { byPolicy, teams, covers }: Seen,
): Roster => ({
  ...{ id, name: `${name} in PagerDuty`, kind: 'pagerduty' },
  ...(url !== undefined && { url }),
  for: [
    ...(byPolicy.get(id) ?? []),
    ...teams.flatMap(({ team, policy }) => (policy === id ? [team] : [])),
  ],
  shifts: onCalls.map(({ policy: _policy, ...shift }) => shift),
  covers,
});

/**
 * A roster for each policy by which somebody of ours is on call. The first level is
 * where PagerDuty says it is: one that nobody is on is a gap, whoever is on the next.
 */
export const toOnCallReport = (seen: Seen): OnCallReport => {
  const { byPolicy, teams, policies, faults } = seen;
  const report: OnCallReport = { rosters: [], unread: [] };
  const wanted = new Set([
    ...byPolicy.keys(),
    ...teams.map(({ policy }) => policy),
  ]);
  for (const id of wanted) {
    const policy = policies.get(id);
    const onCalls = seen.onCalls.get(id) ?? [];
    const fault =
      faults.get(id) ??
      (policy ? withoutPermanent(policy, onCalls) : notShown(id));
    if (policy && !fault) {
      report.rosters.push(toRoster(policy, onCalls, seen));
    } else if (fault) {
      report.unread.push({ id, name: policy?.name ?? id, fault });
    }
  }
  return report;
};

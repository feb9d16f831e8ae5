import type { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import type { AskedService } from '@sightline/backstage-plugin-sightline-node';
import type { Account } from './Account';
import type { ReadService } from './read';

/** As PagerDuty's own plugin has them. */
const annotation = {
  id: 'pagerduty.com/service-id',
  key: 'pagerduty.com/integration-key',
  account: 'pagerduty.com/account',
};

/** Which of our services are which of theirs. */
export type Whose = {
  /** by id of the escalation policy: refs of services */
  byPolicy: Map<string, ServiceRef[]>;
  /** those that the catalog names by their id */
  named: Set<string>;
  /** what the catalog says and PagerDuty does not have */
  missing: ServiceRef[];
};

const belongs = (
  { annotations }: AskedService,
  { name, isDefault }: Pick<Account, 'name' | 'isDefault'>,
) => {
  const said = annotations[annotation.account];
  return name === undefined || (said ? said === name : isDefault);
};

const mapBy = <T>(all: readonly T[], keysOf: (one: T) => string[]) =>
  new Map(all.flatMap(one => keysOf(one).map(key => [key, one] as const)));

/** Whether anybody is named by an integration, which PagerDuty has to be asked for. */
export const wantsIntegrations = (services: readonly AskedService[]) =>
  services.some(({ annotations }) => annotations[annotation.key]);

/**
 * Annotations first, in the order of PagerDuty's own plugin; where there are none,
 * the names by which a service is known.
 */
export const whose = (
  services: readonly AskedService[],
  theirs: readonly ReadService[],
  account: Pick<Account, 'name' | 'isDefault'>,
): Whose => {
  const byId = mapBy(theirs, ({ id }) => [id]);
  const byKey = mapBy(theirs, ({ integrationKeys }) => integrationKeys);
  const byName = mapBy(theirs, ({ name }) => [name]);
  const found: Whose = { byPolicy: new Map(), named: new Set(), missing: [] };

  const annotated = ({ annotations }: AskedService) =>
    byKey.get(annotations[annotation.key] ?? '') ??
    byId.get(annotations[annotation.id] ?? '');

  const known = ({ names }: AskedService) =>
    names
      .filter(
        ({ kind, namespace }) =>
          kind === 'pagerduty' && namespace === (account.name ?? ''),
      )
      .map(({ name }) => byId.get(name) ?? byName.get(name))
      .find(Boolean);

  for (const service of services) {
    if (!belongs(service, account)) continue;
    const { ref, annotations } = service;
    const isSaid = annotations[annotation.key] || annotations[annotation.id];
    const one = isSaid ? annotated(service) : known(service);
    if (one) {
      found.byPolicy.set(one.policy, [
        ...(found.byPolicy.get(one.policy) ?? []),
        ref,
      ]);
      if (annotations[annotation.id] === one.id) found.named.add(one.id);
    } else if (isSaid) {
      found.missing.push(ref);
    }
  }
  return found;
};

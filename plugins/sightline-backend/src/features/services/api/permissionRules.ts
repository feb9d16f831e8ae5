import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_SERVICE,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';

/** What a rule looks at when it decides about one service. */
export type OwnedService = { ref: ServiceRef; owner?: string };

/** What a rule turns into when it decides about a whole list. */
export type OwnerQuery = { owners: string[] };

/** @public */
export const serviceResourceRef = createPermissionResourceRef<
  OwnedService,
  OwnerQuery
>().with({ pluginId: 'sightline', resourceType: RESOURCE_TYPE_SERVICE });

/** Policies may write refs as people do; the mirror keeps them in lower case. */
const comparable = (owners: readonly string[]) =>
  owners.map(owner => owner.toLocaleLowerCase('en-US'));

const isOwnedBy = createPermissionRule({
  name: 'IS_OWNED_BY',
  description: 'Allow services whose owner is one of these users and groups',
  resourceRef: serviceResourceRef,
  paramsSchema: z.object({
    owners: z
      .array(z.string())
      .describe('entity refs, usually the ownership refs of the asking user'),
  }),
  apply: (service: OwnedService, { owners }) =>
    service.owner !== undefined && comparable(owners).includes(service.owner),
  toQuery: ({ owners }) => ({ owners: comparable(owners) }),
});

export const serviceRules = [isOwnedBy];

/** For permission policies: `sightlineConditions.isOwnedBy({ owners })`. @public */
export const {
  conditions: sightlineConditions,
  createConditionalDecision: createSightlineConditionalDecision,
} = createConditionExports({
  resourceRef: serviceResourceRef,
  rules: { isOwnedBy },
});

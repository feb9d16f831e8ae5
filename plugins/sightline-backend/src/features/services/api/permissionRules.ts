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

/** What a rule looks at when it decides about one service. @public */
export type OwnedService = { ref: ServiceRef; owner?: string };

/** What a rule turns into when it decides about a whole list. @public */
export type OwnerQuery = { owners: string[] };

/** What permission policies and rules decide about: one service. @public */
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

const conditionExports = createConditionExports({
  resourceRef: serviceResourceRef,
  rules: { isOwnedBy },
});

/** For permission policies: `sightlineConditions.isOwnedBy({ owners })`. @public */
export const sightlineConditions = conditionExports.conditions;

/** Turns a condition into the decision that a permission policy answers with. @public */
export const createSightlineConditionalDecision =
  conditionExports.createConditionalDecision;

import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { toServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { AuthorizedContracts } from './AuthorizedContracts';

const readOnly = { readOnly: true, idempotent: true, destructive: false };

/** What AI agents and templates can ask about contracts. */
export const addContractActions = (
  registry: ActionsRegistryService,
  contracts: AuthorizedContracts,
) => {
  registry.register({
    name: 'can-i-deploy',
    title: 'Whether contracts let a version go to an environment',
    description:
      'Reads what the Pact Broker knows, row by row: yes, no or unknown, with every ' +
      'reason. Unknown is never a yes: somebody has not verified, or is not there. ' +
      'This looks at contracts alone; budgets and rollouts are looked at by safe-to-deploy.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          pacticipant: z.string().describe('its name on the broker'),
          version: z.string().describe('as it was published, often a commit'),
          environment: z.string().describe('as the broker names it'),
          broker: z
            .string()
            .optional()
            .describe('id of the source, where several brokers know the name'),
        }),
      output: z => z.object({ answer: z.record(z.unknown()) }),
    },
    examples: [
      {
        title: 'One version',
        input: {
          ...{ pacticipant: 'orders-api', version: '4f2a9c1' },
          environment: 'production',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const answer = await contracts.canIDeploy(input, credentials);
      return { output: { answer: { ...answer } } };
    },
  });

  registry.register({
    name: 'get-contracts',
    title: 'The contracts of a service',
    description:
      'Whom a service needs and who needs it by pacts, how each was verified, which ' +
      'versions are deployed where, who speaks without a pact, and what changed. ' +
      'Empty lists mean that no broker knows the service.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .describe('`payments` or `component:default/payments`'),
        }),
      output: z => z.object({ answer: z.record(z.unknown()) }),
    },
    examples: [{ title: 'One service', input: { service: 'payments' } }],
    action: async ({ input, credentials }) => {
      const ref = readRef(input.service);
      const answer = await contracts.ofService(ref, credentials);
      return { output: { answer: { ...answer } } };
    },
  });
};

const readRef = (text: string) => {
  try {
    return toServiceRef(text);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
};

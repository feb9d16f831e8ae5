import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AuthorizedWorkloads } from './AuthorizedWorkloads';
import { deploysQuery, refOf } from './workloadRoutes';

const readOnly = { readOnly: true, idempotent: true, destructive: false };

/** What AI agents and templates can ask about what runs. */
export const addWorkloadActions = (
  registry: ActionsRegistryService,
  workloads: AuthorizedWorkloads,
) => {
  registry.register({
    name: 'get-workloads',
    title: 'What runs for a service',
    description:
      'The workloads of a service in every cluster: how far their rollouts are, what ' +
      'ails their pods in words, versions and images, restarts, autoscalers at their ' +
      'maximum, what they lack, and the latest deploys. Gaps say what could not be seen.',
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
      const ref = refOf(input.service);
      const answer = await workloads.ofService(ref, credentials);
      return { output: { answer: { ...answer } } };
    },
  });

  registry.register({
    name: 'get-deploys',
    title: 'What was deployed',
    description:
      'Deploys and rollbacks of all services or of one, newest first: what changed ' +
      'before something broke. Restarts and scaling are none.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .optional()
            .describe('`payments`; left out: all of them'),
          since: z.string().optional().describe('ISO 8601'),
          until: z.string().optional().describe('ISO 8601'),
          limit: z.number().int().min(1).max(200).optional(),
          cursor: z.string().optional(),
        }),
      output: z => z.object({ answer: z.record(z.unknown()) }),
    },
    examples: [
      {
        title: 'Everything since two in the morning',
        input: { since: '2026-11-21T02:00:00Z' },
      },
    ],
    action: async ({ input, credentials }) => {
      const answer = await workloads.deploys(deploysQuery(input), credentials);
      return { output: { answer: { ...answer } } };
    },
  });
};

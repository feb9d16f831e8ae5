import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { longestAsked } from '../engine/readAsked';
import { AuthorizedLookup } from './AuthorizedLookup';

/** What AI agents can ask who have something of a service, and not its name. */
export const addLookupAction = (
  registry: ActionsRegistryService,
  lookup: AuthorizedLookup,
) => {
  registry.register({
    name: 'lookup',
    title: 'Look up which service something belongs to',
    description:
      'Takes anything somebody has in an incident and says which services it may ' +
      'be, best first, each with the reason: a name or part of one, a host or URL, ' +
      'a Kubernetes pod or workload, a container image, alert labels such as ' +
      '{service="x",namespace="y"}, a traceparent, a pacticipant, topic, database, ' +
      'person or team. Forgives one typing error. The snapshot says how old the ' +
      'answer is. Use it before actions that need a service ref.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          q: z.string().min(1).max(longestAsked).describe('as it was pasted'),
          limit: z.number().int().min(1).max(50).default(5),
        }),
      output: z => z.object({ answer: z.record(z.unknown()) }),
    },
    examples: [
      {
        title: 'By the name of a pod',
        input: { q: 'search-7c9f8d64b5-x2x4q', limit: 5 },
      },
    ],
    action: async ({ input, credentials }) => {
      const { answer } = await lookup.find(input, credentials);
      return { output: { answer: { ...answer } } };
    },
  });
};

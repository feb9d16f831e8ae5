import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { sourceReadPermission } from '@sightline/backstage-plugin-sightline-common';
import { Guard } from '../../platform/http/Guard';
import { SourceStatusReader } from '../SourceStatusReader';

/** Lets an agent find out how far it may trust what else it is told. */
export const addSourceActions = (
  registry: ActionsRegistryService,
  options: { statuses: SourceStatusReader; guard: Guard },
) =>
  registry.register({
    name: 'list-sources',
    title: 'List the sources',
    description:
      'The outside systems Sightline reads (catalog, Prometheus, Kubernetes…), ' +
      'whether each answers, since when not, and what went wrong in words. Ask ' +
      'this when something is unknown or looks old.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          sources: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              state: z.string(),
              words: z.string(),
              lastSuccessAt: z.string().optional(),
            }),
          ),
        }),
    },
    action: async ({ credentials }) => {
      await options.guard.assertAllowed(sourceReadPermission, credentials);
      const sources = await options.statuses.list();
      return {
        output: {
          sources: sources.map(
            ({ id, title, state, words, lastSuccessAt }) => ({
              id,
              title,
              state,
              words,
              lastSuccessAt,
            }),
          ),
        },
      };
    },
  });

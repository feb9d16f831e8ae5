import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { toServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { AuthorizedSafeToDeploy } from './AuthorizedSafeToDeploy';

/** What AI agents and templates can ask before they deploy. */
export const addSafeToDeployAction = (
  registry: ActionsRegistryService,
  safeToDeploy: AuthorizedSafeToDeploy,
) => {
  registry.register({
    name: 'safe-to-deploy',
    title: 'Whether it is safe to deploy a service now',
    description:
      'Looks at freezes, contracts, error budgets, rollouts that are under way and ' +
      'dependencies that burn, and answers yes, no or unknown with every reason, its ' +
      'evidence and age. Unknown is never a yes: something could not be found out. ' +
      'Reasons that do not weigh are not set up, or not about this service. Without a ' +
      'version the newest one that contracts know is meant.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .describe('`payments` or `component:default/payments`'),
          version: z
            .string()
            .max(500)
            .optional()
            .describe('as it was published with its contracts, often a commit'),
          environment: z
            .string()
            .max(200)
            .optional()
            .describe('the production environment when left out'),
        }),
      output: z => z.object({ answer: z.record(z.unknown()) }),
    },
    examples: [
      {
        title: 'One version',
        input: {
          ...{ service: 'payments', version: '4f2a9c1' },
          environment: 'production',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { service, version, environment } = input;
      const answer = await safeToDeploy.of(
        readRef(service),
        { version, environment },
        credentials,
      );
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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import {
  ServiceRef,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { AuthorizedCalls } from './AuthorizedCalls';

const readOnly = { readOnly: true, idempotent: true, destructive: false };

type Answer = (
  ref: ServiceRef,
  credentials: BackstageCredentials,
) => Promise<object>;

/** One service in, one document out: all actions of this feature are alike. */
const registerOne = (
  registry: ActionsRegistryService,
  action: { name: string; title: string; description: string; answer: Answer },
) => {
  const { answer, ...words } = action;
  registry.register({
    ...words,
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
      const found = await answer(readRef(input.service), credentials);
      return { output: { answer: { ...found } } };
    },
  });
};

/** What AI agents and templates can ask about calls. */
export const addCallActions = (
  registry: ActionsRegistryService,
  calls: AuthorizedCalls,
) => {
  registerOne(registry, {
    name: 'get-calls-of-service',
    title: 'Who calls a service and whom it calls',
    description:
      'Callers, callees and operations of one service as traces saw them in the ' +
      'last hour, with rates, errors and latencies, and what follows from them: ' +
      'cycles, chatty calls, shared databases. A figure that is left out is unknown.',
    answer: (ref, asker) => calls.ofService(ref, {}, asker),
  });
  registerOne(registry, {
    name: 'get-dependency-drift',
    title: 'Whether declared and real dependencies agree',
    description:
      'Compares what the catalog declares with what traces saw, one verdict a ' +
      'dependency, and the change to catalog-info.yaml that would make them agree. ' +
      'The verdict cannot-tell says nothing about the dependency.',
    answer: (ref, asker) => calls.drift(ref, asker),
  });
  registerOne(registry, {
    name: 'get-blast-radius',
    title: 'Who fails if a service fails',
    description:
      'Services that wait for this one, directly or through others, with the part ' +
      'of their own calls that would fail, and those who would merely fall behind.',
    answer: (ref, asker) => calls.blastRadius(ref, {}, asker),
  });
  registerOne(registry, {
    name: 'get-error-suspects',
    title: 'Which dependency explains the errors of a service',
    description:
      'Follows the errors of the last hour down the calls a service makes and ' +
      'names the dependencies that explain them, most likely first. An empty list ' +
      'means that its dependencies are well: look at the service itself.',
    answer: (ref, asker) => calls.suspects(ref, {}, asker),
  });
};

const readRef = (text: string) => {
  try {
    return toServiceRef(text);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
};

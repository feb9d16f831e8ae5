import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import {
  tiers,
  toServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { AuthorizedServices } from './AuthorizedServices';

const readOnly = { readOnly: true, idempotent: true, destructive: false };

/**
 * What AI agents (through Backstage's MCP server) and templates can ask. The
 * descriptions are all an agent sees: they say when to use the action and what
 * an unknown means.
 */
export const addServiceActions = (
  registry: ActionsRegistryService,
  services: AuthorizedServices,
) => {
  registry.register({
    name: 'find-services',
    title: 'Find services',
    description:
      'Finds services of the company by words and filters: name, title, owner, ' +
      'system, tier, or a name by which another system (OpenTelemetry, Kubernetes, ' +
      'Pact, PagerDuty) knows them. Answers at most 50 rows and how many there are ' +
      'in all. Use it to turn a vague name into a service ref for get-dossier.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          q: z
            .string()
            .max(200)
            .optional()
            .describe('words that must all occur, e.g. "payment ledger"'),
          owner: z
            .array(z.string())
            .max(50)
            .optional()
            .describe('entity refs of owners; a group includes its sub-groups'),
          tier: z.array(z.enum(tiers)).optional(),
          limit: z.number().int().min(1).max(50).default(20),
        }),
      output: z =>
        z.object({
          total: z.number(),
          services: z.array(
            z.object({
              ref: z.string(),
              title: z.string(),
              description: z.string().optional(),
              owner: z.string().optional(),
              system: z.string().optional(),
              tier: z.string().optional(),
              lifecycle: z.string().optional(),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'Everything about payments that pages at night',
        input: { q: 'payment', tier: ['T0'], limit: 20 },
      },
    ],
    action: async ({ input: { q, owner, tier, limit }, credentials }) => {
      const page = await services.page(
        { filter: { q, owner, tier }, limit },
        credentials,
      );
      return {
        output: {
          total: page.total,
          services: page.items.map(row => ({
            ref: row.ref,
            title: row.title ?? row.ref,
            description: row.description,
            owner: row.owner?.ref,
            system: row.system?.ref,
            tier: row.tier,
            lifecycle: row.lifecycle,
          })),
        },
      };
    },
  });

  registry.register({
    name: 'get-dossier',
    title: 'Get the dossier of a service',
    description:
      'Everything known about one service in one document: owner, tier, runbook, ' +
      'declared dependencies, outside names, facts, and what each feature adds. ' +
      'Each part is either known, with its source and time, or unknown with a ' +
      'reason; an unknown part says nothing about the service being well or ill.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .describe('`payments` or `component:default/payments`'),
        }),
      output: z => z.object({ dossier: z.record(z.unknown()) }),
    },
    examples: [{ title: 'One service', input: { service: 'payments' } }],
    action: async ({ input, credentials }) => {
      const { dossier } = await services.dossier(
        readRef(input.service),
        credentials,
      );
      return { output: { dossier: { ...dossier } } };
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

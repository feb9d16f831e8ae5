import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { objectiveStates } from '@sightline/backstage-plugin-sightline-common';
import { worstBurn } from '../engine/sortKeys';
import { AuthorizedSlo } from './AuthorizedSlo';
import { readRef } from './sloRoutes';

const readOnly = { readOnly: true, idempotent: true, destructive: false };

/** What AI agents and templates can ask about objectives. */
export const addSloActions = (
  registry: ActionsRegistryService,
  slo: AuthorizedSlo,
) => {
  registry.register({
    name: 'get-objectives',
    title: 'What a service promises and whether it keeps it',
    description:
      'The objectives of one service, worst first: state, error budget left, burn ' +
      'rates, forecast, and whether what it waits for lets it keep its target. The ' +
      'state unknown says nothing about the service being well or ill; its reason ' +
      'says what is missing. An empty list means that nothing is promised.',
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
      const answer = await slo.ofService(ref, credentials);
      return { output: { answer: { ...answer } } };
    },
  });

  registry.register({
    name: 'get-burning-services',
    title: 'Which services burn their error budgets',
    description:
      'Objectives that burn too fast or are spent, most urgent first, with how fast ' +
      'and when nothing is left. Answers at most 50, how many there are in each ' +
      'state, and how many are unknown: those may burn, too.',
    attributes: readOnly,
    schema: {
      input: z =>
        z.object({
          owner: z
            .array(z.string())
            .max(50)
            .optional()
            .describe('entity refs of owners; a group includes its sub-groups'),
          limit: z.number().int().min(1).max(50).default(20),
        }),
      output: z =>
        z.object({
          states: z.object(
            Object.fromEntries(
              objectiveStates.map(state => [state, z.number()]),
            ),
          ),
          objectives: z.array(
            z.object({
              service: z.string(),
              owner: z.string().optional(),
              objective: z.string(),
              state: z.string(),
              words: z.string(),
              since: z.string(),
              remaining: z.number().optional(),
              burn: z.number().optional(),
              exhaustedAt: z.string().optional(),
            }),
          ),
        }),
    },
    examples: [{ title: 'Everything that burns', input: { limit: 20 } }],
    action: async ({ input: { owner, limit }, credentials }) => {
      const { items, states } = await slo.page(
        { filter: { owner, state: ['page', 'ticket', 'exhausted'] }, limit },
        credentials,
      );
      return {
        output: {
          states,
          objectives: items.map(row => ({
            service: row.service.ref,
            owner: row.service.owner?.ref,
            objective: row.objective.title,
            state: row.state,
            words: row.words,
            since: row.since,
            remaining: row.budget?.remaining,
            burn: worstBurn(row),
            exhaustedAt: row.forecast?.exhaustedAt,
          })),
        },
      };
    },
  });
};

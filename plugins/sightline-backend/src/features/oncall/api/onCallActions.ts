import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { instantOf, serviceOf, teamOf } from './asked';
import { AuthorizedOnCall } from './AuthorizedOnCall';

/** What AI agents and templates can ask about who is on call. */
export const addOnCallActions = (
  registry: ActionsRegistryService,
  onCall: AuthorizedOnCall,
) => {
  registry.register({
    name: 'who-is-on-call',
    title: 'Who is on call',
    description:
      'Who answers for a service or a team now, or at another moment: by level, with ' +
      'until when, how to reach them and their time zone, who is next, and the gaps of ' +
      'the coming 14 days. `headline` is what to say first. Where `state` is gap or ' +
      'nobody, nobody is on call, whoever is named on later levels or as owner.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          service: z
            .string()
            .optional()
            .describe('`payments` or `component:default/payments`'),
          team: z
            .string()
            .optional()
            .describe('`payments` or `group:default/payments`; one of the two'),
          at: z.string().optional().describe('ISO 8601; left out: now'),
        }),
      output: z => z.object({ answer: z.record(z.unknown()) }),
    },
    examples: [
      { title: 'For a service, now', input: { service: 'payments' } },
      {
        title: 'For a team, last night',
        input: { team: 'checkout', at: '2026-11-21T02:00:00Z' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { service, team } = input;
      const at = instantOf('at', input.at);
      if (service !== undefined && team === undefined) {
        const ref = serviceOf(service);
        const answer = await onCall.ofService(ref, at, credentials);
        return { output: { answer: { ...answer } } };
      }
      if (team === undefined || service !== undefined) {
        throw new InputError('Say either service or team');
      }
      const answer = await onCall.ofTeam(teamOf(team), at, credentials);
      return { output: { answer: { ...answer } } };
    },
  });
};

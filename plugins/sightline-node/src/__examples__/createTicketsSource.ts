import { askJson, ok, PullSource, SourceReport } from '../index';

type Options = { url: string; token: string };

type Tickets = { open: { service: string; urgent: boolean }[] };

// Any parser will do; it must throw when the answer has another shape.
const readTickets = (json: unknown): Tickets => {
  const { open } = json as Tickets;
  if (!Array.isArray(open) || open.some(one => !one?.service)) {
    throw new TypeError('a list `open` of tickets with a service');
  }
  return { open };
};

/** Says of each service how many urgent tickets are open. */
export const createTicketsSource = (options: Options): PullSource => ({
  kind: 'pull',
  id: 'tickets',
  title: 'Ticket system',
  defaults: { every: { minutes: 5 }, batch: 100 },
  pull: async (services, context) => {
    const names = services.map(service => service.name).join(',');
    const answer = await askJson({
      url: `${options.url}/tickets?services=${encodeURIComponent(names)}`,
      headers: { authorization: `Bearer ${options.token}` },
      context,
      read: readTickets,
    });
    if (answer.outcome !== 'ok') {
      return answer;
    }
    const urgent = answer.value.open.filter(ticket => ticket.urgent);
    const evidence = context.evidence();
    return ok<SourceReport>({
      facts: services.map(({ ref, name }) => {
        const value = urgent.filter(ticket => ticket.service === name).length;
        return {
          service: ref,
          facts: [{ fact: 'tickets.urgent', value, evidence }],
        };
      }),
    });
  },
});

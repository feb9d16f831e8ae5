import { DEFAULT_ENDPOINT } from './arguments.ts';
import type { Incident } from './engine/Truth.ts';

export const usage = (incidents: Incident[]): string => `
The traffic of Harbour, as OTLP over HTTP, its metrics as Prometheus has them, its
contracts as a Pact Broker keeps them, and its workloads as its clusters do.

  npm run town -- [options]

  --endpoint URL         where to send it (${DEFAULT_ENDPOINT})
  --token TOKEN          bearer token for it (or TOWN_TOKEN)
  --rate 0.1..10         how much of the customers' traffic (1)
  --backfill 10m         write so much of the past first
  --duration 5m          end after so long; otherwise at Ctrl-C
  --seed WORD            another seed, other details (harbour)
  --home FOLDER          remember there what was told, so that no minute is told twice;
                         who comes second only hands its incidents over
  --prometheus-port 9090 answer like a Prometheus there, for 40 days back, on 127.0.0.1
  --pact-port 9292       answer like a Pact Broker there, on 127.0.0.1
  --kubernetes-port 8443 answer like the API servers of its clusters there, on 127.0.0.1;
                         a cluster is at /k8s/clusters/harbour-eu1
  --kubernetes-token T   the bearer token to show there (or TOWN_KUBERNETES_TOKEN);
                         without one everybody is answered
  --incident ID          may be repeated
  --incident-after 1m    when it begins, from the start (1m); -5m lies in the past
  --incident-for 10m     how long it lasts, instead of what it says itself

  --openmetrics FILE     write the metrics of the last days there, for promtool, and end;
                         with --prometheus-port go on from there
  --days 1               how many of them (1, at most 40)
  --match SELECTOR       which series of them ({__name__=~".+"})

Incidents:
${incidents.map(({ id, title }) => `  ${id.padEnd(22)} ${title}`).join('\n')}
`;

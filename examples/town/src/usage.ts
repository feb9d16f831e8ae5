import { DEFAULT_ENDPOINT } from './arguments.ts';
import type { Incident } from './engine/Truth.ts';

export const usage = (incidents: Incident[]): string => `
The traffic of Harbour, as OTLP over HTTP.

  npm run town -- [options]

  --endpoint URL         where to send it (${DEFAULT_ENDPOINT})
  --token TOKEN          bearer token for it (or TOWN_TOKEN)
  --rate 0.1..10         how much of the customers' traffic (1)
  --backfill 10m         write so much of the past first
  --duration 5m          end after so long; otherwise at Ctrl-C
  --seed WORD            another seed, other details (harbour)
  --home FOLDER          remember there what was told, so that no minute is told twice;
                         who comes second only hands its incidents over
  --incident ID          may be repeated
  --incident-after 1m    when it begins, from the start (1m); -5m lies in the past
  --incident-for 10m     how long it lasts, instead of what it says itself

Incidents:
${incidents.map(({ id, title }) => `  ${id.padEnd(22)} ${title}`).join('\n')}
`;

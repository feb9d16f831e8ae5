import { tellPast } from '@sightline/town';
import { truth } from './truth.ts';

const { SIGHTLINE_URL: url = '', SIGHTLINE_SENDER_TOKEN: token = '' } =
  process.env;

/** Harbour sends the calls of its last minutes. */
export async function tellCalls(minutes: number): Promise<void> {
  const now = Date.now();
  await tellPast({
    ...{ truth, token, seed: 'a few calls', rate: 0.2 },
    endpoint: `${url}/api/sightline/otlp/v1/traces`,
    fromMicros: (now - minutes * 60_000) * 1000,
    toMicros: now * 1000,
  });
}

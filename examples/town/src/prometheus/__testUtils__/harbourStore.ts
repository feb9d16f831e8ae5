import { incidents, NOON, truth } from '../../__testUtils__/harbour.ts';
import type { Outage } from '../../engine/traffic.ts';
import { queryAt } from '../promql/query.ts';
import { createHarbourStore } from '../startPrometheus.ts';

export const START = NOON / 1000;
export const MINUTE = 60_000;

/** Asks Harbour's metrics, at its start or so many milliseconds later. */
export function harbourMetrics(outages: readonly Outage[] = []) {
  const storeAt = createHarbourStore({ truth, outages, startMs: START });
  const ask = (query: string, laterMs = 0) => {
    const atMs = START + laterMs;
    const limits = { mostSamples: 5_000_000 };
    const value = queryAt({ query, store: storeAt(atMs), atMs, limits });
    if (value.type !== 'vector') throw new Error(`${query} is no vector`);
    return value.samples;
  };
  return {
    ask,
    series: (laterMs = 0) => storeAt(START + laterMs).series(),
    /** where there is one number at most */
    number(query: string, laterMs?: number): number | undefined {
      const samples = ask(query, laterMs);
      if (samples.length > 1) throw new Error(`${query} are several`);
      return samples[0]?.value;
    },
    by: (label: string, query: string, laterMs?: number) =>
      Object.fromEntries(
        ask(query, laterMs).map(({ labels, value }) => [labels[label], value]),
      ),
  };
}

/** An incident between two moments, in milliseconds from the start. */
export const outageFrom = (id: string, from: number, to: number): Outage => ({
  incident: incidents.find(incident => incident.id === id)!,
  fromMicros: (START + from) * 1000,
  toMicros: (START + to) * 1000,
});

export const METRIC = 'http_server_request_duration_seconds';

/** The share of requests of a service that failed. */
export const failed = (service: string, window: string) => {
  const of = `service_name="${service}"`;
  const count = `${METRIC}_count`;
  return `sum(increase(${count}{${of},http_response_status_code=~"5.."}[${window}])) / sum(increase(${count}{${of}}[${window}]))`;
};

/** The share that took longer than so many seconds. */
export const slow = (service: string, le: string, window: string) => {
  const of = `service_name="${service}"`;
  return `1 - sum(increase(${METRIC}_bucket{${of},le="${le}"}[${window}])) / sum(increase(${METRIC}_count{${of}}[${window}]))`;
};

import type { Outage } from '../engine/traffic.ts';
import type { Truth } from '../engine/Truth.ts';
import type { Served } from '../serving/listenHere.ts';
import { servePrometheus } from './api/servePrometheus.ts';
import { createMetrics } from './metrics/createMetrics.ts';
import type { Series, Store } from './promql/Series.ts';

const HISTORY_MS = 40 * 86_400_000;

/** The town's metrics as they stand at a moment; incidents that came up meanwhile are in them. */
export function createHarbourStore(options: {
  truth: Truth;
  /** always the same array, and it changes */
  outages: readonly Outage[];
  startMs: number;
  historyMs?: number;
}): (nowMs: number) => Store {
  const { truth, outages, startMs, historyMs = HISTORY_MS } = options;
  const present = { untilMs: startMs };
  let known: { told: string; series: Series[] } | undefined;
  return nowMs => {
    present.untilMs = nowMs;
    const told = tellOf(outages);
    if (known?.told !== told) {
      const series = createMetrics({
        ...{ truth, outages, startMs, historyMs, present },
      });
      known = { told, series };
    }
    const { series } = known;
    return { series: () => series };
  };
}

const tellOf = (outages: readonly Outage[]) =>
  outages
    .map(({ incident, ...hours }) => `${incident.id} ${Object.values(hours)}`)
    .join();

/** Harbour's truth over the HTTP API of Prometheus. */
export const startPrometheus = (options: {
  port: number;
  truth: Truth;
  outages: readonly Outage[];
  startMs: number;
  nowMs(): number;
}): Promise<Served> =>
  servePrometheus({
    ...options,
    storeAt: createHarbourStore(options),
  });

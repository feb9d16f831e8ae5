import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  sightlineSourcesExtensionPoint,
  SourceSink,
} from '@sightline/backstage-plugin-sightline-node';
import {
  CallsReport,
  EdgeDelta,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { fleetServiceName } from './fleetCatalog';

const minute = 60_000;
const hour = 60 * minute;
const edgesOfAReport = 250;
const callsAMinute = 60;

/** How many edges have a past, and which: enough that what is shared does not count. */
export const edgesWithHistory = 100;

/** What is kept of the last day: its last hour by the minute, the rest by five. */
const moments = (now: number) => {
  const lastHour = Math.floor(now / hour) * hour - hour;
  const fives = Array.from({ length: 23 * 12 }, (_, n) => ({
    at: lastHour - (23 * 12 - n) * 5 * minute,
    calls: 5 * callsAMinute,
  }));
  const ones = Array.from({ length: 60 }, (_, n) => ({
    at: lastHour + n * minute,
    calls: callsAMinute,
  }));
  return [...fives, ...ones];
};

/**
 * A source that tells of yesterday, when asked to: calls on a hundred edges, one
 * a second on each, as they are after they were rolled up. The same a
 * day of traffic would leave behind, without waiting for it.
 */
export const createCallHistory = () => {
  let sink: SourceSink;
  const module = createBackendModule({
    pluginId: 'sightline',
    moduleId: 'history',
    register(env) {
      env.registerInit({
        deps: { sources: sightlineSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource({
            kind: 'push',
            id: 'history',
            title: 'Yesterday',
            open: async opened => {
              sink = opened;
            },
          });
        },
      });
    },
  });

  const tell = async () => {
    const deltas = moments(Date.now()).flatMap(({ at, calls }, n) =>
      Array.from({ length: edgesWithHistory }, (_, edge) =>
        delta({ at, calls, edge, seed: n * edgesWithHistory + edge }),
      ),
    );
    for (let from = 0; from < deltas.length; from += edgesOfAReport) {
      const report: CallsReport = {
        writer: 'history',
        sequence: from / edgesOfAReport,
        nodes,
        edges: deltas.slice(from, from + edgesOfAReport),
        sightings: [],
      };
      await sink.accept({ calls: report });
    }
  };
  return { module, tell };
};

const nodes = Array.from({ length: 2 * edgesWithHistory }, (_, n) => ({
  kind: 'service' as const,
  environment: 'production',
  namespace: 'history',
  name: fleetServiceName(n),
}));

const delta = (options: {
  at: number;
  calls: number;
  edge: number;
  seed: number;
}): EdgeDelta => {
  const { at, calls, edge, seed } = options;
  const counted = {
    calls,
    errors: seed % 3,
    latency: latencies(calls, seed),
  };
  const sample = seed.toString(16).padStart(32, '7');
  return {
    minute: at,
    caller: edge,
    callee: edge + edgesWithHistory,
    protocol: 'grpc',
    mode: 'sync',
    evidence: 'paired',
    operation: `shop.${fleetServiceName(edge)}/Handle`,
    ...counted,
    estimated: calls,
    unweighted: calls,
    retries: 0,
    callerView: { ...counted, latency: latencies(calls, seed + 1) },
    firstSeen: at + 7,
    lastSeen: at + 59_009,
    samples: { slowest: sample, slowestFailed: sample },
  };
};

/** Most calls take about 12 ms, some ten times as long: a bucket's number is 8 × log2(µs). */
const latencies = (calls: number, seed: number): number[] => {
  const counts = new Map<number, number>();
  let state = seed + 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let call = 0; call < calls; call++) {
    const normal = random() + random() + random() + random() - 2;
    const bucket = Math.round(8 * (Math.log2(12_000) + normal * 1.5));
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).flat();
};

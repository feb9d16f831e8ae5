import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  sightlineSourcesExtensionPoint,
  SourceSink,
} from '@sightline/backstage-plugin-sightline-node';
import { EdgeDelta } from '@sightline/backstage-plugin-sightline-node/spans';
import { fleetServiceName } from './fleetCatalog';

const minute = 60_000;
/** How many of the fleet trace their calls. */
export const servicesWithCalls = 2_500;
const together = 25;
const layers = 5;

/**
 * Twenty-five services work together, five in a layer; each waits for three of the
 * next layer, and so for up to twenty:
 *
 * ```
 *   0 ─┬─▶ 5 ─┬─▶ 10 …
 *      ├─▶ 6  ├─▶ 11
 *      └─▶ 7  └─▶ 12
 * ```
 */
const edgesOf = (n: number): [caller: number, callee: number][] => {
  const width = together / layers;
  if (n + width >= together) return [];
  const next = (Math.floor(n / width) + 1) * width;
  return [0, 1, 2].map(more => [n, next + ((n + more) % width)]);
};

const edges = Array.from({ length: together }, (_, n) => edgesOf(n)).flat();

const delta = (
  [caller, callee]: [number, number],
  at: number,
  seed: number,
): EdgeDelta => {
  const counted = { calls: 1_200, errors: seed % 3, latency: [110, 1_200] };
  return {
    ...{ minute: at, caller, callee, protocol: 'http', mode: 'sync' },
    ...{ evidence: 'paired', operation: 'POST /', ...counted },
    ...{ estimated: counted.calls, unweighted: counted.calls, retries: 0 },
    ...{ callerView: counted, firstSeen: at, lastSeen: at + minute - 1 },
    samples: { slowest: seed.toString(16).padStart(32, '7') },
  };
};

/** A source that tells who called whom a moment ago, in a part of the fleet, when asked to. */
export const createFleetCalls = () => {
  let sink: SourceSink;
  const module = createBackendModule({
    pluginId: 'sightline',
    moduleId: 'fleet-calls',
    register(env) {
      env.registerInit({
        deps: { sources: sightlineSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource({
            ...{ kind: 'push', id: 'fleet-calls', title: 'Calls of the fleet' },
            open: async opened => {
              sink = opened;
            },
          });
        },
      });
    },
  });

  const tell = async () => {
    const at = Math.floor(Date.now() / minute) * minute - minute;
    for (let first = 0; first < servicesWithCalls; first += together) {
      const nodes = Array.from({ length: together }, (_, n) => ({
        ...{ kind: 'service' as const, environment: 'production' },
        ...{ namespace: 'default', name: fleetServiceName(first + n) },
      }));
      await sink.accept({
        calls: {
          ...{ writer: 'fleet-calls', sequence: first / together, nodes },
          edges: edges.map((edge, n) => delta(edge, at, first + n)),
          sightings: [],
        },
      });
    }
  };
  return { module, tell };
};

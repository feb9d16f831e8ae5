import type { Outage } from '../engine/traffic.ts';
import type { Truth } from '../engine/Truth.ts';
import type { Served } from '../serving/listenHere.ts';
import { serveKubernetes } from './api/serveKubernetes.ts';
import { clusterObjects } from './objects/clusterObjects.ts';
import { createClusterStore, type ClusterStore } from './store/ClusterStore.ts';
import { workloadsOf } from './workloads/workloadsOf.ts';

type Around = {
  truth: Truth;
  /** always the same array, and it changes */
  outages: readonly Outage[];
  startMs: number;
  nowMs(): number;
};

/** The clusters of the town as they are now, by name. */
export function createClusters(around: Around): Map<string, ClusterStore> {
  const { truth, outages, startMs, nowMs } = around;
  const names = truth.services.flatMap(({ runs }) =>
    runs.map(({ cluster }) => cluster),
  );
  return new Map(
    [...new Set(names)].map(name => {
      const workloads = workloadsOf(name, { truth, startMs });
      const store = createClusterStore({
        objectsNow: () =>
          clusterObjects(workloads, { outages, nowMs: nowMs() }),
        firstVersion: nowMs(),
      });
      return [name, store];
    }),
  );
}

/** Harbour's truth over the HTTP API of Kubernetes, all clusters at one address. */
export const startKubernetes = (
  options: Around & { port: number; token?: string },
): Promise<Served> => {
  const { port, token } = options;
  return serveKubernetes({ port, token, clusters: createClusters(options) });
};

import { truth } from '../../__testUtils__/harbour.ts';
import type { Outage } from '../../engine/traffic.ts';
import { clusterObjects, type Shelves } from '../objects/clusterObjects.ts';
import { workloadsOf } from '../workloads/workloadsOf.ts';

/** The start of the town: 2026-08-24T08:00:00Z. */
export const START = Date.UTC(2026, 7, 24, 8);

/** All that is in a cluster so long after the town's start. */
export function clusterAt(
  cluster: string,
  { afterMs = 0, outages = [] }: { afterMs?: number; outages?: Outage[] } = {},
): Shelves {
  const workloads = workloadsOf(cluster, { truth, startMs: START });
  return clusterObjects(workloads, { outages, nowMs: START + afterMs });
}

export const clusterNames = [
  ...new Set(
    truth.services.flatMap(({ runs }) => runs.map(({ cluster }) => cluster)),
  ),
];

/** What tests read of any object. */
export type Read = {
  metadata: {
    name: string;
    namespace: string;
    creationTimestamp: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
    ownerReferences: { kind: string; name: string }[];
  };
  spec: any;
  status: any;
  [rest: string]: any;
};

export const read = (shelves: Shelves, resource: string) =>
  (shelves[resource] ?? []) as unknown as Read[];

export const find = (shelves: Shelves, resource: string, name: string) =>
  read(shelves, resource).find(({ metadata }) => metadata.name === name)!;

export const conditionOf = (object: Read, type: string) =>
  object.status.conditions.find((one: { type: string }) => one.type === type);

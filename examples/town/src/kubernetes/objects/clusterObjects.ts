import type { Outage } from '../../engine/traffic.ts';
import { silencesOf } from '../workloads/silences.ts';
import type { Present, Workload } from '../workloads/Workload.ts';
import { autoscalerOf } from './autoscalerOf.ts';
import { cronJobObjects } from './cronJobObjects.ts';
import { deploymentObjects } from './deploymentObjects.ts';
import { disruptionBudgetOf } from './disruptionBudgetOf.ts';
import { eventsOf } from './eventsOf.ts';
import { metadataOf, type KubeObject } from './KubeObject.ts';
import { statefulSetObjects } from './statefulSetObjects.ts';

/** By resource, as the API names it: `deployments`. */
export type Shelves = Record<string, KubeObject[]>;

/** All that is in a cluster at a moment. */
export function clusterObjects(
  workloads: readonly Workload[],
  { outages, nowMs }: { outages: readonly Outage[]; nowMs: number },
): Shelves {
  const shelves: Shelves = { namespaces: namespacesOf(workloads) };
  for (const workload of workloads) {
    const silences = silencesOf(workload.service, outages);
    const made = objectsOf({ workload, nowMs, silences });
    for (const [resource, objects] of Object.entries(made)) {
      (shelves[resource] ??= []).push(...objects);
    }
  }
  return shelves;
}

function objectsOf(present: Present): Shelves {
  const { workload } = present;
  if (workload.run.kind === 'CronJob') return cronJobObjects(present);
  const made: Shelves & { pods: KubeObject[] } =
    workload.run.kind === 'StatefulSet'
      ? statefulSetObjects(present)
      : deploymentObjects(present);
  return {
    ...made,
    events: eventsOf(present, made.pods),
    horizontalpodautoscalers: autoscalerOf(workload),
    poddisruptionbudgets: [disruptionBudgetOf(present)],
  };
}

function namespacesOf(workloads: readonly Workload[]): KubeObject[] {
  const oldest = new Map<string, Workload>();
  for (const workload of workloads) {
    const { namespace } = workload.run;
    const known = oldest.get(namespace);
    if (!known || workload.createdMs < known.createdMs) {
      oldest.set(namespace, workload);
    }
  }
  return [...oldest].map(([name, { run, createdMs }]) => {
    const kind = 'Namespace';
    const { namespace: _, ...metadata } = metadataOf({
      ...{ cluster: run.cluster, namespace: '', kind, name, createdMs },
    });
    return {
      ...{ apiVersion: 'v1', kind },
      metadata: {
        ...metadata,
        labels: { 'kubernetes.io/metadata.name': name },
      },
      ...{ spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } },
    };
  });
}

import { hearing } from '../workloads/silences.ts';
import {
  wantedOf,
  type Present,
  type Revision,
  type Workload,
} from '../workloads/Workload.ts';
import { counts, metadataOf, ownedBy, type KubeObject } from './KubeObject.ts';
import { labelsOf, podTemplate, selectorOf } from './podTemplate.ts';
import { servingPods } from './servingPods.ts';

const HASH = 'controller-revision-hash';

/** A StatefulSet, its pods, and the templates it had. */
export function statefulSetObjects(present: Present) {
  const { workload } = present;
  const { run, revisions, serving } = workload;
  const statefulset = statefulSetOf(present);
  const labels = { [HASH]: `${run.name}-${serving.hash}` };
  return {
    statefulsets: [statefulset],
    controllerrevisions: revisions.map(revision =>
      controllerRevisionOf(revision, workload, statefulset),
    ),
    pods: servingPods(present, { owner: statefulset, labels }),
  };
}

function statefulSetOf(present: Present): KubeObject {
  const { workload } = present;
  const { run, createdMs, revisions } = workload;
  const { name, replicas } = run;
  const wanted = wantedOf(workload);
  const ready = hearing(present).isSilent ? 0 : replicas;
  const revision = `${name}-${wanted.hash}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadataOf(
      { ...run, createdMs },
      { generation: wanted.number, labels: labelsOf(workload, wanted) },
    ),
    spec: {
      replicas,
      serviceName: name,
      selector: selectorOf(workload),
      template: podTemplate(workload, wanted),
      podManagementPolicy: 'OrderedReady',
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { partition: 0 },
      },
      revisionHistoryLimit: revisions.length - 1,
    },
    status: {
      observedGeneration: wanted.number,
      ...{ replicas, currentReplicas: replicas, updatedReplicas: replicas },
      ...counts({ readyReplicas: ready }),
      availableReplicas: ready,
      ...{ currentRevision: revision, updateRevision: revision },
      collisionCount: 0,
    },
  };
}

function controllerRevisionOf(
  revision: Revision,
  workload: Workload,
  statefulset: KubeObject,
): KubeObject {
  const { run } = workload;
  const kind = 'ControllerRevision';
  const name = `${run.name}-${revision.hash}`;
  const template = podTemplate(workload, revision);
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: metadataOf(
      { ...run, kind, name, createdMs: revision.atMs },
      {
        labels: { ...labelsOf(workload, revision), [HASH]: revision.hash },
        ...ownedBy(statefulset),
      },
    ),
    data: { spec: { template: { ...template, $patch: 'replace' } } },
    revision: revision.number,
  };
}

import {
  DEADLINE,
  rolledOutMs,
  wantedOf,
  type Present,
  type Revision,
} from '../workloads/Workload.ts';
import { hearing } from '../workloads/silences.ts';
import {
  conditionsOf,
  counts,
  metadataOf,
  ownedBy,
  type Condition,
  type KubeObject,
} from './KubeObject.ts';
import { labelsOf, podTemplate, selectorOf } from './podTemplate.ts';
import { hangingPods, servingPods } from './servingPods.ts';

const REVISION = 'deployment.kubernetes.io/revision';
const HASH = 'pod-template-hash';

/**
 * A Deployment with its ReplicaSets and pods:
 *
 *     Deployment ─┬─ ReplicaSet 5.2.8 ── 3 pods, serving
 *                 └─ ReplicaSet 5.3.0 ── 1 pod, hanging
 */
export function deploymentObjects(present: Present) {
  const { workload } = present;
  const deployment = deploymentOf(present);
  const replicasets = workload.revisions.map(revision =>
    replicaSetOf(revision, present, deployment),
  );
  const ownerOf = (revision: Revision) => ({
    owner: replicasets[workload.revisions.indexOf(revision)],
    labels: { [HASH]: revision.hash },
  });
  return {
    deployments: [deployment],
    replicasets,
    pods: [
      ...servingPods(present, ownerOf(workload.serving)),
      ...hangingPods(present, ownerOf(wantedOf(workload))),
    ],
  };
}

function deploymentOf(present: Present): KubeObject {
  const { workload } = present;
  const { run, createdMs, revisions, hanging } = workload;
  const wanted = wantedOf(workload);
  const { isSilent } = hearing(present);
  const all = run.replicas + (hanging?.updated ?? 0);
  const available = isSilent ? 0 : run.replicas;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(
      { ...run, createdMs },
      {
        generation: wanted.number,
        labels: labelsOf(workload, wanted),
        annotations: { [REVISION]: String(wanted.number) },
      },
    ),
    spec: {
      replicas: run.replicas,
      selector: selectorOf(workload),
      template: podTemplate(workload, wanted),
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
      },
      revisionHistoryLimit: revisions.length - 1,
      progressDeadlineSeconds: DEADLINE.seconds,
    },
    status: {
      observedGeneration: wanted.number,
      ...counts({
        replicas: all,
        updatedReplicas: hanging ? hanging.updated : run.replicas,
        readyReplicas: available,
        availableReplicas: available,
        unavailableReplicas: all - available,
      }),
      conditions: conditionsOf([
        availabilityOf(present),
        progressOf(present, wanted),
      ]),
    },
  };
}

function availabilityOf(present: Present): Condition {
  const { workload } = present;
  const { isSilent, sinceMs = rolledOutMs(workload, workload.serving) } =
    hearing(present);
  const moments = { sinceMs, updatedMs: sinceMs };
  return isSilent
    ? {
        ...{ type: 'Available', status: 'False', ...moments },
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      }
    : {
        ...{ type: 'Available', status: 'True', ...moments },
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      };
}

function progressOf({ workload, nowMs }: Present, wanted: Revision): Condition {
  const set = `ReplicaSet "${workload.run.name}-${wanted.hash}"`;
  const lateMs = wanted.atMs + DEADLINE.ms;
  const type = 'Progressing';
  if (!workload.hanging) {
    const updatedMs = rolledOutMs(workload, wanted);
    return {
      ...{ type, status: 'True', sinceMs: workload.createdMs, updatedMs },
      reason: 'NewReplicaSetAvailable',
      message: `${set} has successfully progressed.`,
    };
  }
  return nowMs < lateMs
    ? {
        ...{ type, status: 'True', reason: 'ReplicaSetUpdated' },
        ...{ sinceMs: workload.createdMs, updatedMs: wanted.atMs },
        message: `${set} is progressing.`,
      }
    : {
        ...{ type, status: 'False', reason: 'ProgressDeadlineExceeded' },
        ...{ sinceMs: lateMs, updatedMs: lateMs },
        message: `${set} has timed out progressing.`,
      };
}

function replicaSetOf(
  revision: Revision,
  present: Present,
  deployment: KubeObject,
): KubeObject {
  const { workload } = present;
  const { run, hanging, serving } = workload;
  const { hash, atMs, number } = revision;
  const isHanging = hanging && revision === wantedOf(workload);
  const served = revision === serving ? run.replicas : 0;
  const replicas = isHanging ? hanging.updated : served;
  const ready = hearing(present).isSilent ? 0 : served;
  const template = podTemplate(workload, revision);
  const labels = { ...template.metadata.labels, [HASH]: hash };
  const kind = 'ReplicaSet';
  const name = `${run.name}-${hash}`;
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: metadataOf(
      { ...run, kind, name, createdMs: atMs },
      {
        ...{ generation: 2, labels, ...ownedBy(deployment) },
        annotations: { [REVISION]: String(number) },
      },
    ),
    spec: {
      replicas,
      selector: {
        matchLabels: { ...selectorOf(workload).matchLabels, [HASH]: hash },
      },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
    status: {
      replicas,
      observedGeneration: 2,
      ...counts({
        fullyLabeledReplicas: replicas,
        readyReplicas: ready,
        availableReplicas: ready,
      }),
    },
  };
}

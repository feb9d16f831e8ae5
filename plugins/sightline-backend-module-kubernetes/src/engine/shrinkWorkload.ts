import {
  Instant,
  WorkloadKind,
  WorkloadLack,
} from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { Kept, keptOf, nameIn } from './Kept';
import {
  compact,
  count,
  countInText,
  instant,
  raw,
  Raw,
  rawList,
  text,
} from './raw';
import { imagesOf, lacksOf, restartedAtOf, templateId } from './template';

/** A workload by itself, before its pods and everything about it are joined. */
export type KeptWorkload = Kept &
  Pick<
    SeenWorkload,
    | 'labels'
    | 'createdAt'
    | 'paused'
    | 'generation'
    | 'observedGeneration'
    | 'replicas'
    | 'held'
    | 'conditions'
    | 'template'
    | 'delivery'
  > & {
    kind: WorkloadKind;
    lacks: WorkloadLack[];
    /** of its pods, to find its disruption budget by */
    podLabels: Record<string, string>;
  };

const told = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/version',
  'backstage.io/kubernetes-id',
  'k8s-app',
  'app',
];

const some = (record: Raw, keys: string[]): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap(key => {
      const value = text(record[key], 253);
      return value ? [[key, value]] : [];
    }),
  );

const labelsOf = (object: Raw) => {
  const { labels, annotations } = raw(object.metadata);
  return {
    ...some(raw(annotations), ['backstage.io/kubernetes-id']),
    ...some(raw(labels), told),
  };
};

const conditionsOf = (status: Raw, now: Instant): KeptWorkload['conditions'] =>
  Object.fromEntries(
    rawList(status.conditions)
      .slice(0, 20)
      .flatMap(one => {
        const type = text(one.type, 100);
        if (!type) return [];
        const moved = one.lastUpdateTime ?? one.lastTransitionTime;
        const condition = compact({
          status: text(one.status, 20) ?? 'Unknown',
          reason: text(one.reason, 100),
          message: text(one.message),
          since: instant(moved, now),
        });
        return [[type, condition]];
      }),
  );

type Replicas = KeptWorkload['replicas'];

const none: Replicas = {
  desired: 0,
  current: 0,
  updated: 0,
  ready: 0,
  available: 0,
};

const ofDaemonSet = (status: Raw): Replicas => ({
  desired: count(status.desiredNumberScheduled) ?? 0,
  current: count(status.currentNumberScheduled) ?? 0,
  updated: count(status.updatedNumberScheduled) ?? 0,
  ready: count(status.numberReady) ?? 0,
  available: count(status.numberAvailable) ?? 0,
});

const replicasOf = (kind: WorkloadKind, spec: Raw, status: Raw): Replicas => {
  if (kind === 'CronJob') return none;
  if (kind === 'DaemonSet') return ofDaemonSet(status);
  const ready = count(status.readyReplicas) ?? 0;
  return {
    desired: count(spec.replicas) ?? 1,
    current: count(status.replicas) ?? 0,
    updated: count(status.updatedReplicas) ?? 0,
    ready,
    // Clusters before 1.22 do not say it of StatefulSets.
    available:
      count(status.availableReplicas) ?? (kind === 'StatefulSet' ? ready : 0),
  };
};

/** Of StatefulSets and DaemonSets: others always go on by themselves. */
const heldOf = (kind: WorkloadKind, spec: Raw, { desired }: Replicas) => {
  if (kind !== 'StatefulSet' && kind !== 'DaemonSet') return undefined;
  const { type, rollingUpdate } = raw(spec.updateStrategy);
  if (type === 'OnDelete') return desired;
  if (kind === 'DaemonSet') return undefined;
  const below = count(raw(rollingUpdate).partition) ?? 0;
  return Math.min(below, desired) || undefined;
};

const ofRollout = (name: string, status: Raw): KeptWorkload['delivery'] => ({
  tool: 'Argo Rollouts',
  name,
  state: text(status.phase, 50) ?? 'Unknown',
  said: text(status.message) ?? '',
});

const podTemplateOf = (kind: WorkloadKind, spec: Raw) =>
  raw(
    kind === 'CronJob'
      ? raw(raw(spec.jobTemplate).spec).template
      : spec.template,
  );

const isPaused = (kind: WorkloadKind, spec: Raw, status: Raw) =>
  spec.paused === true ||
  (kind === 'CronJob' && spec.suspend === true) ||
  (kind === 'Rollout' && rawList(status.pauseConditions).length > 0);

const podLabelsOf = (template: Raw) => {
  const labels = raw(raw(template.metadata).labels);
  return some(labels, Object.keys(labels).slice(0, 30));
};

const shrink = (
  kind: WorkloadKind,
  object: Raw,
  now: Instant,
): KeptWorkload | undefined => {
  const kept = keptOf(object);
  if (!kept) return undefined;
  const metadata = raw(object.metadata);
  const spec = raw(object.spec);
  const status = raw(object.status);
  const template = podTemplateOf(kind, spec);
  const replicas = replicasOf(kind, spec, status);
  const revision = raw(metadata.annotations)[
    'deployment.kubernetes.io/revision'
  ];
  return compact({
    ...kept,
    kind,
    labels: labelsOf(object),
    createdAt: instant(metadata.creationTimestamp, now),
    paused: isPaused(kind, spec, status),
    generation: count(metadata.generation),
    observedGeneration: countInText(status.observedGeneration),
    replicas,
    held: heldOf(kind, spec, replicas),
    conditions: conditionsOf(status, now),
    template: compact({
      id: templateId(template),
      revision: countInText(revision),
      images: imagesOf(template),
      restartedAt: instant(restartedAtOf(template), now),
    }),
    delivery: kind === 'Rollout' ? ofRollout(nameIn(kept), status) : undefined,
    lacks: lacksOf(template, kind !== 'CronJob'),
    podLabels: podLabelsOf(template),
  });
};

/** Reads objects of one kind. */
export const shrinkWorkload =
  (kind: WorkloadKind) =>
  (object: Raw, now: Instant): KeptWorkload | undefined =>
    shrink(kind, object, now);

import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import {
  controllerOf,
  Kept,
  keptOf,
  nameIn,
  namespaceIn,
  OwnerKey,
  ownerKey,
} from './Kept';
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
import { keptImages, templateId } from './template';

/** One pod template of a workload, as it was rolled out. */
export type KeptRevision = Kept & {
  owner?: OwnerKey;
  revision?: number;
  /** it was rolled out before: a rollback brought it back, and its age says nothing */
  reused: boolean;
  createdAt?: Instant;
  template: string;
  /** as `keptImages` has them */
  images: string;
};

export const shrinkReplicaSet = (
  object: Raw,
  now: Instant,
): KeptRevision | undefined => {
  const kept = keptOf(object);
  if (!kept) return undefined;
  const metadata = raw(object.metadata);
  const template = raw(raw(object.spec).template);
  const said = raw(metadata.annotations);
  const revision =
    said['deployment.kubernetes.io/revision'] ??
    said['rollout.argoproj.io/revision'];
  return compact({
    ...kept,
    owner: controllerOf(object),
    revision: countInText(revision),
    reused:
      text(said['deployment.kubernetes.io/revision-history']) !== undefined,
    createdAt: instant(metadata.creationTimestamp, now),
    template: templateId(template),
    images: keptImages.of(template),
  });
};

/** What a ReplicaSet is to a Deployment, this is to a StatefulSet or DaemonSet. */
export const shrinkRevision = (
  object: Raw,
  now: Instant,
): KeptRevision | undefined => {
  const kept = keptOf(object);
  if (!kept) return undefined;
  const template = raw(raw(raw(object.data).spec).template);
  return compact({
    ...kept,
    owner: controllerOf(object),
    revision: count(object.revision),
    // Nothing says so: it is told by comparing it with those beside it.
    reused: false,
    createdAt: instant(raw(object.metadata).creationTimestamp, now),
    template: templateId(template),
    images: keptImages.of(template),
  });
};

const targetOf = (reference: unknown, namespace: string) => {
  const kind = text(raw(reference).kind, 100);
  const name = text(raw(reference).name, 253);
  return kind && name ? ownerKey(kind, namespace, name) : undefined;
};

export type KeptAutoscaler = Kept & {
  target?: OwnerKey;
  autoscaler: NonNullable<SeenWorkload['autoscaler']>;
};

export const shrinkAutoscaler = (
  object: Raw,
  now: Instant,
): KeptAutoscaler | undefined => {
  const kept = keptOf(object);
  if (!kept) return undefined;
  const spec = raw(object.spec);
  const status = raw(object.status);
  const limited = rawList(status.conditions).find(
    one => one.type === 'ScalingLimited',
  );
  const wantsMore =
    limited?.status === 'True' && limited.reason === 'TooManyReplicas';
  return compact({
    ...kept,
    target: targetOf(spec.scaleTargetRef, namespaceIn(kept)),
    autoscaler: compact({
      min: count(spec.minReplicas) ?? 1,
      max: count(spec.maxReplicas) ?? 0,
      current: count(status.currentReplicas) ?? 0,
      limited: wantsMore,
      said: wantsMore ? text(limited?.message) : undefined,
      since: wantsMore ? instant(limited?.lastTransitionTime, now) : undefined,
    }),
  });
};

type Expression = { key: string; operator: string; values: string[] };

/** Which pods are meant, by their labels. */
export type Selector = {
  labels: Record<string, string>;
  expressions: Expression[];
};

export type KeptBudget = Kept & { selector: Selector };

const texts = (value: unknown) =>
  (Array.isArray(value) ? value : []).flatMap(one => text(one, 253) ?? []);

export const shrinkBudget = (object: Raw): KeptBudget | undefined => {
  const kept = keptOf(object);
  const selector = raw(raw(object.spec).selector);
  const labels = Object.entries(raw(selector.matchLabels)).flatMap(
    ([key, value]) => {
      const said = text(value, 253);
      return said ? [[key, said]] : [];
    },
  );
  return (
    kept && {
      ...kept,
      selector: {
        labels: Object.fromEntries(labels),
        expressions: rawList(selector.matchExpressions).map(one => ({
          key: text(one.key, 317) ?? '',
          operator: text(one.operator, 50) ?? '',
          values: texts(one.values),
        })),
      },
    }
  );
};

export type KeptWarning = Kept & {
  about: OwnerKey;
  reason: string;
  said: string;
  count: number;
  lastAt: Instant;
};

/** A warning; `lastAt` is looked for in all the places where events have had it. */
export const shrinkWarning = (
  object: Raw,
  now: Instant,
): KeptWarning | undefined => {
  const kept = keptOf(object);
  const about = raw(object.involvedObject);
  const target = targetOf(about, text(about.namespace, 253) ?? '');
  if (!kept || !target || object.type === 'Normal') return undefined;
  const series = raw(object.series);
  const lastAt = [
    series.lastObservedTime,
    object.lastTimestamp,
    object.eventTime,
    raw(object.metadata).creationTimestamp,
  ].find(one => instant(one, now) !== undefined);
  const reason = text(object.reason, 100) ?? 'Warning';
  const message = text(object.message)?.trim();
  return {
    ...kept,
    about: target,
    reason,
    said: message ? `${reason}: ${message}` : reason,
    count: count(series.count) ?? count(object.count) ?? 1,
    lastAt: instant(lastAt, now) ?? now,
  };
};

/** How workloads get where they are: a canary, an application. */
export type KeptDelivery = Kept & {
  targets: OwnerKey[];
  delivery: NonNullable<SeenWorkload['delivery']>;
};

export const shrinkCanary = (object: Raw): KeptDelivery | undefined => {
  const kept = keptOf(object);
  if (!kept) return undefined;
  const status = raw(object.status);
  const target = targetOf(raw(object.spec).targetRef, namespaceIn(kept));
  const [condition] = rawList(status.conditions);
  return {
    ...kept,
    targets: target ? [target] : [],
    delivery: {
      tool: 'Flagger',
      name: nameIn(kept),
      state: text(status.phase, 50) ?? 'Unknown',
      said: text(condition?.message) ?? '',
    },
  };
};

const here = new Set(['https://kubernetes.default.svc', 'in-cluster']);

/** Workloads of one application that are looked at. */
const mostTargets = 1000;

/** An application that deploys elsewhere says nothing about this cluster. */
export const shrinkApplication = (object: Raw): KeptDelivery | undefined => {
  const kept = keptOf(object);
  if (!kept) return undefined;
  const { server, name } = raw(raw(object.spec).destination);
  const status = raw(object.status);
  const isHere = here.has(text(server) ?? '') || here.has(text(name) ?? '');
  const sync = text(raw(status.sync).status, 50) ?? 'Unknown';
  const health = text(raw(status.health).status, 50) ?? 'Unknown';
  const resources = isHere
    ? rawList(status.resources).slice(0, mostTargets)
    : [];
  return {
    ...kept,
    targets: resources.flatMap(
      one => targetOf(one, text(one.namespace, 253) ?? '') ?? [],
    ),
    delivery: {
      tool: 'Argo CD',
      name: nameIn(kept),
      state: `${sync}, ${health}`,
      said: text(raw(status.health).message) ?? '',
    },
  };
};

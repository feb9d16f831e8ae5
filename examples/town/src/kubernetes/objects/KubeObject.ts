import { seededRandom } from '../../engine/random.ts';
import type { Run } from '../../engine/Truth.ts';

export type Metadata = {
  name: string;
  namespace?: string;
  generateName?: string;
  uid: string;
  creationTimestamp: string;
  generation?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: object[];
  /** the store's business */
  resourceVersion?: string;
};

/** Something as a cluster keeps it. */
export type KubeObject = {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
  [rest: string]: unknown;
};

/** `2026-11-21T12:00:00Z`: the API knows no milliseconds. */
export const moment = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19)}Z`;

const uuid = (seed: string) =>
  seededRandom(seed)
    .hex(16)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');

type Named = Pick<Run, 'cluster' | 'namespace'> & {
  kind: string;
  name: string;
  createdMs: number;
};

export const metadataOf = (
  { cluster, namespace, kind, name, createdMs }: Named,
  rest: Partial<Metadata> = {},
): Metadata => ({
  name,
  namespace,
  uid: uuid(`${cluster}/${kind}/${namespace}/${name}`),
  creationTimestamp: moment(createdMs),
  ...rest,
});

/** How something says who made it. */
export const ownedBy = ({ apiVersion, kind, metadata }: KubeObject) => ({
  ownerReferences: [
    {
      ...{ apiVersion, kind, name: metadata.name, uid: metadata.uid },
      ...{ controller: true, blockOwnerDeletion: true },
    },
  ],
});

/** The API leaves out numbers that are 0. */
export const counts = (numbers: Record<string, number>) =>
  Object.fromEntries(Object.entries(numbers).filter(([, count]) => count > 0));

export type Condition = {
  type: string;
  status: 'True' | 'False';
  reason?: string;
  message?: string;
  sinceMs: number;
  /** left out where this kind of thing does not say it */
  updatedMs?: number;
};

export const conditionsOf = (conditions: Condition[]) =>
  conditions.map(({ sinceMs, updatedMs, ...said }) => ({
    ...said,
    ...(updatedMs !== undefined && { lastUpdateTime: moment(updatedMs) }),
    lastTransitionTime: moment(sinceMs),
  }));

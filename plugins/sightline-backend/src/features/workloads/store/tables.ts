import {
  Deploy,
  Instant,
  OutsideName,
  RolloutState,
  workloadKinds,
  WorkloadKey,
  WorkloadKind,
} from '@sightline/backstage-plugin-sightline-common';
import { createHash } from 'node:crypto';

/** As databases give whole numbers beyond 32 bits. */
export type BigNumber = number | string;

export type ClusterRow = {
  cluster: string;
  /** id of the source that watches it */
  source: string;
  generation: BigNumber;
  observed_at: BigNumber | null;
  fresh_for: BigNumber;
  gaps: string;
};

export type WorkloadRow = {
  id: string;
  cluster: string;
  named: string;
  hash: string;
  document: string;
  memory: string;
  visible: string;
  state: RolloutState;
  words: string;
  since: BigNumber | null;
  version: string | null;
  deployed_at: BigNumber | null;
  deployed_kind: Deploy['kind'] | null;
  deployed_version: string | null;
  gone_at: BigNumber | null;
};

export type DeployRow = {
  id: string;
  cluster: string;
  named: string;
  at: BigNumber;
  completed_at: BigNumber | null;
  found_at: BigNumber;
  kind: Deploy['kind'];
  from_version: string | null;
  to_version: string | null;
  images: string;
  words: string;
};

/** What could not be seen of a cluster, and since when that is so. */
export type Gap = {
  words: string;
  since: Instant;
  /** none of these can be seen */
  kinds?: WorkloadKind[];
};

/** Names may hold any character, so that no separator would do. */
export const idOf = ({ cluster, namespace, kind, name }: WorkloadKey) =>
  JSON.stringify([cluster, namespace, kind, name]);

export const kindIn = (id: string): WorkloadKind => JSON.parse(id)[2];

/** The same workload in whatever cluster. */
export const namedOf = ({
  namespace,
  kind,
  name,
}: Omit<WorkloadKey, 'cluster'>) => JSON.stringify([namespace, kind, name]);

export const keyOf = (cluster: string, named: string): WorkloadKey => {
  const [namespace, kind, name] = JSON.parse(named);
  return { cluster, namespace, kind, name };
};

/** As sources name a workload when they ask whose it is. */
export const outsideOf = (
  named: string,
): Pick<OutsideName, 'kind' | 'name' | 'namespace'> => {
  const { namespace, kind, name } = keyOf('', named);
  return { kind: 'kubernetes', name: `${kind}/${name}`, namespace };
};

/** The other way: undefined for names that no workload can have. */
export const namedIn = ({
  kind,
  name,
  namespace,
}: Pick<OutsideName, 'kind' | 'name' | 'namespace'>): string | undefined => {
  const slash = name.indexOf('/');
  const of = workloadKinds.find(one => one === name.slice(0, slash));
  return kind === 'kubernetes' && of
    ? namedOf({ namespace, kind: of, name: name.slice(slash + 1) })
    : undefined;
};

export const hashOf = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const orNull = <T>(value: T | undefined): T | null => value ?? null;

export const numberOr = (value: BigNumber | null): number | undefined =>
  value === null ? undefined : Number(value);

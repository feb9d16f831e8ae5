import {
  HealthSummary,
  Instant,
  LastDeploy,
  toIso,
  WorkloadKey,
} from '@sightline/backstage-plugin-sightline-common';
import { InState, worstOf } from '../engine/health';
import { keyOf, numberOr, WorkloadRow } from '../store/tables';
import { ServiceInShort } from '../WorkloadsReader';
import { Clusters, evidenceOf } from './readClusters';

/** What is read of a workload for lists. */
export type ShortRow = Pick<
  WorkloadRow,
  | 'cluster'
  | 'named'
  | 'state'
  | 'words'
  | 'since'
  | 'deployed_at'
  | 'deployed_kind'
  | 'deployed_version'
>;

export const shortColumns: (keyof ShortRow)[] = [
  ...(['cluster', 'named', 'state', 'words', 'since'] as const),
  ...(['deployed_at', 'deployed_kind', 'deployed_version'] as const),
];

/** A workload in the few words of a list. */
export type Short = InState & {
  key: WorkloadKey;
  since?: Instant;
  lastDeploy?: Omit<LastDeploy, 'at'> & { at: Instant };
};

export const toShort = (row: ShortRow): Short => {
  const since = numberOr(row.since);
  const at = numberOr(row.deployed_at);
  return {
    key: keyOf(row.cluster, row.named),
    ...{ state: row.state, words: row.words },
    ...(since !== undefined && { since }),
    ...(at !== undefined && {
      lastDeploy: {
        ...{ at, kind: row.deployed_kind ?? 'deploy' },
        ...(row.deployed_version !== null && { version: row.deployed_version }),
      },
    }),
  };
};

/**
 * A service by the worst of its workloads. That all are well holds as of when the
 * cluster was heard that was heard longest ago.
 */
export const inShortOf = (
  all: readonly Short[],
  clusters: Clusters,
): ServiceInShort | undefined => {
  const found = worstOf(all);
  if (!found) return undefined;
  const { worst } = found;
  const isWell = worst.state === 'complete';
  const words = isWell ? found.words : `${worst.key.cluster}, ${found.words}`;
  const oldest = all
    .map(({ key }) => clusters.get(key.cluster)!)
    .reduce((a, b) => (b.observedAt < a.observedAt ? b : a));
  const of = isWell ? oldest : clusters.get(worst.key.cluster)!;
  const health: HealthSummary = {
    ...{ state: worst.state, words, workloads: all.length },
    evidence: evidenceOf(of),
  };
  const [last] = all
    .flatMap(({ lastDeploy }) => lastDeploy ?? [])
    .sort((a, b) => b.at - a.at);
  return {
    health,
    ...(last && { lastDeploy: { ...last, at: toIso(last.at) } }),
  };
};

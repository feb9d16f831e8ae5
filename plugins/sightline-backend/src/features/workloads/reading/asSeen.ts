import { keyOf, WorkloadRow } from '../store/tables';
import { Clusters } from './readClusters';

/**
 * A workload as it stands; of a kind that cannot be seen now nobody knows how that is,
 * whatever was known before.
 */
export const asSeen =
  (clusters: Clusters) =>
  <
    Row extends Pick<
      WorkloadRow,
      'cluster' | 'named' | 'state' | 'words' | 'since'
    >,
  >(
    row: Row,
  ): Row => {
    const { kind } = keyOf(row.cluster, row.named);
    const gap = clusters
      .get(row.cluster)
      ?.gaps.find(({ kinds }) => kinds?.includes(kind));
    if (!gap) return row;
    const { words, since } = gap;
    return { ...row, state: 'unknown', words, since };
  };

import { Evidence } from '@sightline/backstage-plugin-sightline-common';
import { CallCounts } from './engine/CallCounts';
import { Bucket } from './engine/rollUp';
import { CallGraph, GraphMaterial, Window } from './engine/graph/CallGraph';

export type GraphQuery = {
  /** the last hour when left out */
  window?: Window;
  environment?: string;
};

/** What of an edge only the store knows. */
export type EdgeDetail = {
  id: number;
  operation: string;
  sample: string;
  sampleFailed: string;
};

/** Who calls whom, as a whole. */
export interface GraphReader {
  graph(query?: GraphQuery): Promise<CallGraph>;
  material(): Promise<GraphMaterial>;
  /** counts with latencies, by number of the edge; those without calls are left out */
  counts(
    ids: readonly number[],
    window: Window,
  ): Promise<Map<number, CallCounts>>;
  /** the same, bucket by bucket */
  buckets(
    ids: readonly number[],
    window: Window,
  ): Promise<Bucket<CallCounts>[]>;
  details(ids: readonly number[]): Promise<Map<number, EdgeDetail>>;
  /** undefined while nobody ever reported calls */
  evidence(): Promise<Evidence | undefined>;
}

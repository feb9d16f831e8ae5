import { CallFigures } from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node/spans';
import { EdgeSums } from './graph/CallGraph';
import { latencyQuantile } from './latencyCounts';

/** What is shown of counts; rates are of calls as there would be without sampling. */
export const toFigures = (
  { calls, errors, estimated }: Omit<EdgeSums, 'retries'>,
  options: { seconds?: number; latency?: LatencyCounts } = {},
): CallFigures => {
  const { seconds, latency = [] } = options;
  const p50 = latencyQuantile(latency, 0.5);
  const p95 = latencyQuantile(latency, 0.95);
  return {
    ...{ calls, errors },
    errorRatio: calls === 0 ? 0 : errors / calls,
    ...(seconds !== undefined && { perSecond: estimated / seconds }),
    ...(p50 !== undefined && { p50 }),
    ...(p95 !== undefined && { p95 }),
  };
};

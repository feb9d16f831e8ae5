import { useApi } from '@backstage/core-plugin-api';
import {
  Deploy,
  DeploysPage,
  ServiceCalls,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import { Problem, sightlineApiRef, useAsk } from '../../../api';
import { ChartMark } from '../../../ui/charts/ChartMark';

/** More than these in one window are left out, oldest first, and counted as "older ones". */
const MOST = 100;

export type DeployMarks = {
  marks: ChartMark[];
  /** there are older ones in the window */
  cut: boolean;
  problem?: Problem;
};

const markOf = ({ at, words, workload }: Deploy): ChartMark[] => {
  const instant = toInstant(at);
  return instant === undefined
    ? []
    : [
        {
          at: instant,
          kind: 'deploy',
          words: `${words} in ${workload.cluster}`,
        },
      ];
};

/** What was deployed while the calls came in. */
export function useDeployMarks({
  party,
  window: { from, to },
}: ServiceCalls): DeployMarks {
  const api = useApi(sightlineApiRef);
  const service = party.id;
  const { value, problem } = useAsk<DeploysPage>(
    JSON.stringify(['deploys', service, from, to]),
    options =>
      api.getDeploys({ service, since: from, until: to, limit: MOST }, options),
  );
  const marks = useMemo(() => (value?.items ?? []).flatMap(markOf), [value]);
  return { marks, problem, cut: value?.nextCursor !== undefined };
}

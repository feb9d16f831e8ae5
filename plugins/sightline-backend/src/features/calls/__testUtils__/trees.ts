import { CallMode } from '@sightline/backstage-plugin-sightline-common';
import { TreeStep } from '../engine/journeys/JourneyTree';
import { StepCounts } from '../engine/StepCounts';
import { START } from './reports';

let number = 0;

/** A step of a journey in the words of a test; its callee's node is its name. */
export const treeOf = (
  callee: string,
  operation: string,
  said: Partial<StepCounts> & { calls: number },
  children: TreeStep[] = [],
  mode: CallMode = 'sync',
): TreeStep => {
  number += 1;
  const { calls } = said;
  return {
    step: {
      ...{ id: number, key: `step-${number}`, root: 'root', parent: null },
      ...{ callee, caller: null, operation, mode, sample: '' },
      protocol: mode === 'async' ? 'messaging' : 'http',
      lastSeen: START,
    },
    counts: {
      ...{ journeys: calls, parents: calls, errors: 0, estimated: calls },
      ...{ most: 1, critical: 0, begins: 0, latency: [79, calls] },
      ...{ firstSeen: START, lastSeen: START },
      ...said,
    },
    children,
  };
};

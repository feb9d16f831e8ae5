import { hearing } from '../workloads/silences.ts';
import type { Present } from '../workloads/Workload.ts';
import { conditionsOf, metadataOf, type KubeObject } from './KubeObject.ts';
import { selectorOf } from './podTemplate.ts';

/** Everybody may lose one pod at a time. */
export function disruptionBudgetOf(present: Present): KubeObject {
  const { workload } = present;
  const { run, createdMs } = workload;
  const kind = 'PodDisruptionBudget';
  const { isSilent, sinceMs = createdMs } = hearing(present);
  return {
    apiVersion: 'policy/v1',
    kind,
    metadata: metadataOf({ ...run, kind, createdMs }, { generation: 1 }),
    spec: { maxUnavailable: 1, selector: selectorOf(workload) },
    status: {
      currentHealthy: isSilent ? 0 : run.replicas,
      desiredHealthy: run.replicas - 1,
      disruptionsAllowed: isSilent ? 0 : 1,
      expectedPods: run.replicas,
      observedGeneration: 1,
      conditions: conditionsOf([
        {
          type: 'DisruptionAllowed',
          ...(isSilent
            ? { status: 'False', reason: 'InsufficientPods' }
            : { status: 'True', reason: 'SufficientPods' }),
          sinceMs,
        },
      ]),
    },
  };
}

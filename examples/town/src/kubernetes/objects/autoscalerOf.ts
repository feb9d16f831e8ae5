import type { Workload } from '../workloads/Workload.ts';
import { conditionsOf, metadataOf, type KubeObject } from './KubeObject.ts';

const percent = (share: number) => Math.round(share * 100);

/** Who scales it, where somebody does. */
export function autoscalerOf({
  run,
  createdMs,
  autoscaler,
}: Workload): KubeObject[] {
  if (!autoscaler) return [];
  const { minReplicas, maxReplicas, cpuTarget, cpuNow } = autoscaler;
  const { limited, sinceMs } = autoscaler;
  const utilization = limited ? cpuNow : cpuTarget;
  const cpu = (target: object) => ({
    type: 'Resource',
    resource: { name: 'cpu', ...target },
  });
  const kind = 'HorizontalPodAutoscaler';
  const { replicas } = run;
  const object: KubeObject = {
    apiVersion: 'autoscaling/v2',
    kind,
    metadata: metadataOf({ ...run, kind, createdMs }),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: run.kind, name: run.name },
      ...{ minReplicas, maxReplicas },
      metrics: [
        cpu({
          target: {
            type: 'Utilization',
            averageUtilization: percent(cpuTarget),
          },
        }),
      ],
    },
    status: {
      ...{ currentReplicas: replicas, desiredReplicas: replicas },
      currentMetrics: [
        cpu({ current: { averageUtilization: percent(utilization) } }),
      ],
      conditions: conditionsOf([
        {
          ...{ type: 'AbleToScale', status: 'True', sinceMs: createdMs },
          reason: 'ReadyForNewScale',
          message: 'recommended size matches current size',
        },
        {
          ...{ type: 'ScalingActive', status: 'True', sinceMs: createdMs },
          reason: 'ValidMetricFound',
          message:
            'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
        },
        limited
          ? {
              ...{ type: 'ScalingLimited', status: 'True', sinceMs },
              reason: 'TooManyReplicas',
              message:
                'the desired replica count is more than the maximum replica count',
            }
          : {
              ...{ type: 'ScalingLimited', status: 'False', sinceMs },
              reason: 'DesiredWithinRange',
              message: 'the desired count is within the acceptable range',
            },
      ]),
    },
  };
  return [object];
}

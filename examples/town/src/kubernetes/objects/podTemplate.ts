import type { Revision, Workload } from '../workloads/Workload.ts';
import { moment } from './KubeObject.ts';

const RESTARTED = 'kubectl.kubernetes.io/restartedAt';

/** By which pods belong to a workload, whatever their version. */
export const selectorOf = ({ run }: Workload) => ({
  matchLabels: { 'app.kubernetes.io/name': run.name },
});

export const labelsOf = ({ run }: Workload, { version }: Revision) => ({
  'app.kubernetes.io/name': run.name,
  'app.kubernetes.io/version': version,
  'app.kubernetes.io/part-of': run.namespace,
});

/** What the pods of a revision are made from. */
export function podTemplate(workload: Workload, revision: Revision) {
  const { restartedMs } = revision;
  const serves = workload.run.kind !== 'CronJob';
  return {
    metadata: {
      labels: labelsOf(workload, revision),
      ...(restartedMs !== undefined && {
        annotations: { [RESTARTED]: moment(restartedMs) },
      }),
    },
    spec: {
      containers: [containerOf(workload, revision, serves)],
      restartPolicy: serves ? 'Always' : 'OnFailure',
      serviceAccountName: workload.run.name,
      terminationGracePeriodSeconds: 30,
    },
  };
}

function containerOf(
  { run, otel, without }: Workload,
  { image, version }: Revision,
  serves: boolean,
) {
  return {
    name: run.name,
    image,
    imagePullPolicy: 'IfNotPresent',
    ...(otel && { env: telemetryOf(otel, version) }),
    resources: {
      requests: { cpu: '250m', memory: '384Mi' },
      ...(!without.limits && { limits: { cpu: '1', memory: '512Mi' } }),
    },
    ...(serves && {
      ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
      livenessProbe: probeOf('/live', 12),
      ...(!without.readinessProbe && { readinessProbe: probeOf('/ready', 3) }),
    }),
  };
}

const probeOf = (path: string, failureThreshold: number) => ({
  httpGet: { path, port: 'http', scheme: 'HTTP' },
  ...{ periodSeconds: 5, timeoutSeconds: 1, successThreshold: 1 },
  failureThreshold,
});

/** What its spans will say of themselves. */
function telemetryOf(otel: NonNullable<Workload['otel']>, version: string) {
  const { serviceName, serviceNamespace } = otel;
  const attributes = [
    ...(serviceNamespace ? [`service.namespace=${serviceNamespace}`] : []),
    `service.version=${version}`,
  ];
  return [
    { name: 'OTEL_SERVICE_NAME', value: serviceName },
    { name: 'OTEL_RESOURCE_ATTRIBUTES', value: attributes.join() },
  ];
}

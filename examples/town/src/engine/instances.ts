import { seededRandom } from './random.ts';
import type { Attributes } from './Span.ts';
import type { Generation, Run, Service } from './Truth.ts';
import { inGeneration } from './conventions/generation.ts';

/** A running copy of a service: it says who it is in its resource. */
export type Instance = {
  service: string;
  generation: Generation;
  resource: Attributes;
  /** how far its clock is off */
  aheadMicros: number;
};

// A CronJob's pod belongs to a Job of its own, which no span tells.
const workloadAttribute: Record<string, string> = {
  Deployment: 'k8s.deployment.name',
  StatefulSet: 'k8s.statefulset.name',
  CronJob: 'k8s.cronjob.name',
};

/** What a cluster calls a pod template by: each version has another. */
export const templateHash = ({ cluster, name }: Run, version: string): string =>
  seededRandom(`${cluster}/${name}/${version}`).hex(5).slice(0, 9);

/** Pods are called as Kubernetes would call them: counted in a StatefulSet, else by two hashes. */
export function podName(
  run: Run,
  replica: number,
  template = templateHash(run, run.version),
): string {
  const { kind, name, cluster } = run;
  if (kind === 'StatefulSet') return `${name}-${replica}`;
  const pod = seededRandom(`${cluster}/${name}/${replica}`).hex(3);
  return `${name}-${template}-${pod.slice(0, 5)}`;
}

const sdk = {
  old: { version: '1.19.0', language: 'java' },
  dup: { version: '1.28.0', language: 'go' },
  new: { version: '2.5.0', language: 'nodejs' },
};

/** A service that emits no spans has no instances for anybody who looks at spans. */
export function instancesOf(service: Service, aheadMs: number): Instance[] {
  const { otel, runs } = service;
  if (!otel) return [];
  const { environment, serviceName, serviceNamespace, semconv } = otel;
  const { version, language } = sdk[semconv];
  return runs.flatMap(run =>
    Array.from({ length: run.replicas }, (_, replica) => {
      const pod = podName(run, replica);
      return {
        service: service.name,
        generation: semconv,
        aheadMicros: aheadMs * 1000,
        resource: {
          'service.name': serviceName,
          ...(serviceNamespace && { 'service.namespace': serviceNamespace }),
          'service.version': run.version,
          'service.instance.id': `${run.cluster}.${run.namespace}.${pod}`,
          ...inGeneration(semconv, {
            old: { 'deployment.environment': environment },
            new: { 'deployment.environment.name': environment },
          }),
          'k8s.cluster.name': run.cluster,
          'k8s.namespace.name': run.namespace,
          [workloadAttribute[run.kind]]: run.name,
          'k8s.pod.name': pod,
          'telemetry.sdk.name': 'opentelemetry',
          'telemetry.sdk.language': language,
          'telemetry.sdk.version': version,
        },
      };
    }),
  );
}

import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { ResourceFacts } from './SpanFacts';

const unnamed = /^unknown_service(:|$)/;

/**
 * Who reports: the identity of a service is (environment, namespace, name).
 * Undefined when it does not say; SDKs fill in `unknown_service:java`, which
 * would make one service of all that nobody has named.
 */
export const serviceOfResource = (
  resource: ResourceFacts,
): CallNode | undefined => {
  const said = unnamed.test(resource.serviceName) ? '' : resource.serviceName;
  const name = withoutMeshSuffix(said, resource.kubernetesNamespace);
  const found = name || resource.workload;
  return found === ''
    ? undefined
    : {
        kind: 'service',
        environment: resource.environment,
        namespace: resource.serviceNamespace,
        name: found,
      };
};

/** Istio's proxies report as `app.namespace`, the app beside them as `app`. */
const withoutMeshSuffix = (name: string, namespace: string) =>
  namespace !== '' && name.endsWith(`.${namespace}`)
    ? name.slice(0, -namespace.length - 1)
    : name;

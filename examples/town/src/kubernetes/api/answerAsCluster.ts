import type { ServerResponse } from 'node:http';
import type { ClusterStore } from '../store/ClusterStore.ts';
import { discover } from './discovery.ts';
import { listObjects } from './listObjects.ts';
import { findResource, type Resource } from './resources.ts';
import { wantsOf } from './selectors.ts';
import { Refusal } from './Status.ts';
import { watchObjects } from './watchObjects.ts';

export type Asked = {
  store: ClusterStore;
  method: string;
  /** below the cluster's address */
  path: string;
  parameters: URLSearchParams;
};

/** `/apis/apps/v1/namespaces/shop/deployments/cart`, and shorter ones. */
const PATH =
  /^\/(?:api|apis\/([a-z0-9.]+))\/(v\w+)\/(?:namespaces\/([^/]+)\/)?([a-z]+)(?:\/([^/]+))?$/;

/** What an API server would answer; throws a `Refusal`. A watch goes on by itself. */
export function answerAsCluster(asked: Asked, response: ServerResponse): void {
  const { store, method, path, parameters } = asked;
  const discovered = discover(path);
  const found = PATH.exec(path);
  const [, group, version, namespace, name, one] = found ?? [];
  const resource = findResource(group ? `${group}/${version}` : version, name);
  if (!discovered && !resource) {
    throw new Refusal(404, 'the server could not find the requested resource');
  }
  if (method !== 'GET') {
    throw new Refusal(
      405,
      `${method} is not allowed: the town can only be read`,
    );
  }
  if (discovered || !resource) return send(response, discovered);
  if (one !== undefined) {
    return send(response, getObject(store, { resource, namespace, one }));
  }
  const wants = wantsOf(resource, parameters, namespace);
  if (/^(1|true)$/.test(parameters.get('watch') ?? '')) {
    return watchObjects({ store, resource, wants, parameters }, response);
  }
  const { metadata, items } = listObjects({
    store,
    resource,
    wants,
    parameters,
  });
  return send(response, {
    ...{ kind: `${resource.kind}List`, apiVersion: resource.groupVersion },
    metadata,
    // In a list everybody knows what the items are.
    items: items.map(({ kind: _, apiVersion: __, ...item }) => item),
  });
}

function getObject(
  store: ClusterStore,
  asked: { resource: Resource; namespace?: string; one: string },
) {
  const { resource, namespace, one } = asked;
  store.refresh();
  const found = store
    .list(resource.name)
    .find(
      ({ metadata }) =>
        metadata.name === one && metadata.namespace === namespace,
    );
  if (found) return found;
  const [group] = resource.groupVersion.split('/');
  const full = group === 'v1' ? resource.name : `${resource.name}.${group}`;
  throw new Refusal(404, `${full} "${one}" not found`);
}

export function send(
  response: ServerResponse,
  body: object | string | undefined,
  status = 200,
): void {
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
  response
    .writeHead(status, { 'content-type': type })
    .end(isText ? body : JSON.stringify(body));
}

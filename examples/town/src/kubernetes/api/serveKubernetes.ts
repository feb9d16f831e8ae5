import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { listenHere, type Served } from '../../serving/listenHere.ts';
import type { ClusterStore } from '../store/ClusterStore.ts';
import { answerAsCluster, send, type Asked } from './answerAsCluster.ts';
import { Refusal, statusOf } from './Status.ts';

/** How often somebody looks at clusters that are watched. */
const LOOK_MS = 2000;

/**
 * Answers as the API servers of several clusters would, each below its own path, as
 * with those that managers of clusters offer:
 *
 *     http://127.0.0.1:8443/k8s/clusters/harbour-eu1/apis/apps/v1/deployments
 */
export async function serveKubernetes(options: {
  port: number;
  /** whom it knows; without one it answers everybody */
  token?: string;
  clusters: ReadonlyMap<string, ClusterStore>;
}): Promise<Served> {
  const { port, token, clusters } = options;
  const served = await listenHere({
    ...{ port, option: '--kubernetes-port' },
    listener(request, response) {
      try {
        const asked = readRequest(request, clusters);
        if (!isKnown(request, token)) throw new Refusal(401, 'Unauthorized');
        answerAsCluster(asked, response);
      } catch (error) {
        const refusal =
          error instanceof Refusal ? error : new Refusal(500, String(error));
        send(response, statusOf(refusal), refusal.code);
      }
    },
  });
  const looking = setInterval(() => {
    for (const store of clusters.values()) {
      if (store.isWatched()) store.refresh();
    }
  }, LOOK_MS);
  return {
    url: served.url,
    close() {
      clearInterval(looking);
      served.close();
    },
  };
}

function readRequest(
  { url = '/', method = 'GET' }: IncomingMessage,
  clusters: ReadonlyMap<string, ClusterStore>,
): Asked {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const [, name, path] =
    /^\/k8s\/clusters\/([\w-]+)(\/.*)?$/.exec(pathname) ?? [];
  const store = clusters.get(name);
  if (store) {
    return { store, method, path: path ?? '/', parameters: searchParams };
  }
  const known = [...clusters.keys()].map(one => `/k8s/clusters/${one}`);
  throw new Refusal(
    404,
    `there is no cluster here, but at ${known.join(', ')}`,
  );
}

function isKnown(request: IncomingMessage, token: string | undefined) {
  if (token === undefined) return true;
  const shown = Buffer.from(request.headers.authorization ?? '');
  const right = Buffer.from(`Bearer ${token}`);
  return shown.length === right.length && timingSafeEqual(shown, right);
}

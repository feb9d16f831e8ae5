import { existsSync } from 'node:fs';
import { ClusterConfig, RefusedCluster } from './ClusterConfig';
import { readPem } from './readPem';

const mounted = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Kubernetes replaces it about every hour. */
export const mountedToken = `${mounted}/token`;

/** The cluster we run in ourselves, as Kubernetes tells every pod. */
export const readInCluster = (
  name: string,
  env: Record<string, string | undefined> = process.env,
): ClusterConfig | RefusedCluster => {
  const {
    KUBERNETES_SERVICE_HOST: host,
    KUBERNETES_SERVICE_PORT: port = '443',
  } = env;
  if (!host || !existsSync(mountedToken)) {
    return {
      name,
      why: 'we do not run in a cluster: no service account is mounted',
    };
  }
  const address = host.includes(':') ? `[${host}]` : host;
  return {
    ...{ name, url: `https://${address}:${port}`, skipTlsVerify: false },
    credentials: { kind: 'tokenFile', file: mountedToken },
    ca: readPem(undefined, `${mounted}/ca.crt`),
  };
};

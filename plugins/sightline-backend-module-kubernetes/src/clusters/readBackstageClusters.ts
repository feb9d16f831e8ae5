import { z } from 'zod';
import {
  ClusterConfig,
  ClusterCredentials,
  FoundCluster,
  RefusedCluster,
} from './ClusterConfig';
import { mountedToken } from './inCluster';
import { readPem } from './readPem';

const cluster = z.looseObject({
  name: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().optional(),
  authProvider: z.string().optional(),
  authMetadata: z.record(z.string(), z.unknown()).optional(),
  serviceAccountToken: z.string().optional(),
  caData: z.string().optional(),
  caFile: z.string().optional(),
  skipTLSVerify: z.boolean().optional(),
});
type Said = z.output<typeof cluster>;

const method = z.looseObject({
  type: z.string(),
  clusters: z.array(z.unknown()).optional(),
});

const section = z.looseObject({
  clusterLocatorMethods: z.array(method).default([]),
});

const local: ClusterConfig = {
  ...{ name: 'local', url: 'http://localhost:8001' },
  ...{ credentials: { kind: 'none' }, skipTlsVerify: false },
};

/** Credentials of our own, by cluster: for those whose provider we cannot use. */
export type OwnCredentials = ReadonlyMap<string, ClusterCredentials>;

const credentialsOf = (
  said: Said,
  own: OwnCredentials,
): ClusterCredentials | RefusedCluster => {
  const {
    name,
    authProvider = said.authMetadata?.['kubernetes.io/auth-provider'],
  } = said;
  const ours = own.get(name);
  if (ours) return ours;
  if (authProvider === 'localKubectlProxy') return { kind: 'none' };
  if (authProvider === 'serviceAccount') {
    const token =
      said.serviceAccountToken ?? said.authMetadata?.serviceAccountToken;
    return typeof token === 'string'
      ? { kind: 'token', token }
      : { kind: 'tokenFile', file: mountedToken };
  }
  const why = `its authProvider is ${
    authProvider ?? 'not set'
  }, which a watcher without a user cannot use: give a token for it under sightline.kubernetes.credentials`;
  return { name, why };
};

/** What is wrong, without what was written: it may be a secret. */
const wrongKeys = ({ issues }: z.ZodError) =>
  [...new Set(issues.map(({ path }) => path.join('.') || 'it'))].join(', ');

const readCluster = (
  value: unknown,
  own: OwnCredentials,
): ClusterConfig | RefusedCluster => {
  const read = cluster.safeParse(value);
  if (!read.success) {
    const { name } = (value ?? {}) as { name?: unknown };
    const keys = wrongKeys(read.error);
    return {
      name: typeof name === 'string' ? name : 'unnamed',
      why: `these keys are wrong: ${keys}`,
    };
  }
  const { name, url, title, caData, caFile, skipTLSVerify = false } = read.data;
  const credentials = credentialsOf(read.data, own);
  if ('why' in credentials) return credentials;
  try {
    const ca = readPem(caData, caFile);
    return {
      name,
      url: url.replace(/\/+$/, ''),
      title,
      credentials,
      ca,
      skipTlsVerify: skipTLSVerify,
    };
  } catch {
    return { name, why: `its caFile ${caFile} cannot be read` };
  }
};

const readMethod = (
  { type, clusters = [] }: z.output<typeof method>,
  own: OwnCredentials,
) => {
  if (type === 'config') return clusters.map(one => readCluster(one, own));
  if (type === 'localKubectlProxy') return [local];
  const how = 'name them under a locator config, or in a kubeconfig';
  // Whoever may register entities would say where the token of our pod is sent.
  const why =
    type === 'catalog'
      ? `clusters of the locator catalog are not read, so that nobody can have our token sent anywhere by registering an entity: ${how}`
      : `clusters of the locator ${type} are not read: ${how}`;
  return [{ name: type, why }];
};

/** The clusters that Backstage's own Kubernetes plugin is configured with. */
export const readBackstageClusters = (
  said: unknown,
  own: OwnCredentials,
): FoundCluster[] => {
  if (said === undefined) return [];
  const read = section.safeParse(said);
  if (!read.success) {
    const why = `these keys under kubernetes are wrong: ${wrongKeys(
      read.error,
    )}`;
    return [{ name: 'kubernetes', why }];
  }
  return read.data.clusterLocatorMethods.flatMap(one => readMethod(one, own));
};

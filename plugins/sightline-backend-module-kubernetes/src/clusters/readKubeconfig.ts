import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  ClusterConfig,
  ClusterCredentials,
  FoundCluster,
  RefusedCluster,
} from './ClusterConfig';
import { readPem } from './readPem';

const texts = z.string().optional();

const cluster = z.looseObject({
  server: z.url({ protocol: /^https?$/ }),
  'certificate-authority': texts,
  'certificate-authority-data': texts,
  'insecure-skip-tls-verify': z.boolean().default(false),
});

const user = z.looseObject({
  token: texts,
  tokenFile: texts,
  username: texts,
  password: texts,
  'client-certificate': texts,
  'client-certificate-data': texts,
  'client-key': texts,
  'client-key-data': texts,
  exec: z.unknown().optional(),
  'auth-provider': z.unknown().optional(),
});
type User = z.output<typeof user>;

const named = <T extends z.ZodType>(key: string, shape: T) =>
  z.array(z.looseObject({ name: z.string(), [key]: shape })).default([]);

const file = z.looseObject({
  clusters: named('cluster', z.unknown()),
  users: named('user', z.unknown()),
  contexts: z
    .array(
      z.looseObject({
        name: z.string(),
        context: z.looseObject({ cluster: z.string(), user: texts }),
      }),
    )
    .default([]),
  'current-context': texts,
});
type File = z.output<typeof file>;

const credentialsOf = (
  said: User,
  inFolder: (path: string) => string,
): ClusterCredentials | string => {
  if (said.token) return { kind: 'token', token: said.token };
  if (said.tokenFile)
    return { kind: 'tokenFile', file: inFolder(said.tokenFile) };
  if (said.username && said.password) {
    return { kind: 'basic', username: said.username, password: said.password };
  }
  return said.exec || said['auth-provider']
    ? 'its user gets credentials from a program, and we run none: give it a token'
    : { kind: 'none' };
};

type Sources = { read: File; inFolder: (path: string) => string };

const clusterOf = (
  name: string,
  { read, inFolder }: Sources,
): ClusterConfig | RefusedCluster => {
  const context = read.contexts.find(one => one.name === name)?.context;
  if (!context)
    return { name, why: 'the kubeconfig has no context of that name' };
  const found = read.clusters.find(
    one => one.name === context.cluster,
  )?.cluster;
  const who = read.users.find(one => one.name === context.user)?.user ?? {};
  const [server, said] = [cluster.safeParse(found), user.safeParse(who)];
  if (!server.success || !said.success) {
    return {
      name,
      why: 'the kubeconfig says nothing useful about its cluster or user',
    };
  }
  const credentials = credentialsOf(said.data, inFolder);
  if (typeof credentials === 'string') return { name, why: credentials };
  const pem = (of: Record<string, unknown>, key: string) => {
    const [data, path] = [of[`${key}-data`], of[key]];
    return readPem(
      typeof data === 'string' ? data : undefined,
      typeof path === 'string' ? inFolder(path) : undefined,
    );
  };
  try {
    return {
      ...{ name, credentials, url: server.data.server.replace(/\/+$/, '') },
      ca: pem(server.data, 'certificate-authority'),
      cert: pem(said.data, 'client-certificate'),
      key: pem(said.data, 'client-key'),
      skipTlsVerify: server.data['insecure-skip-tls-verify'],
    };
  } catch {
    return {
      name,
      why: 'a certificate that the kubeconfig names cannot be read',
    };
  }
};

/** Clusters of a kubeconfig, by their contexts: the current one when none is named. */
export const readKubeconfig = (
  path: string,
  contexts: readonly string[] | undefined,
): FoundCluster[] => {
  const refusal = (why: string): FoundCluster[] => [
    { name: 'kubeconfig', why },
  ];
  let said: unknown;
  try {
    said = parse(readFileSync(path, 'utf8'));
  } catch {
    return refusal(`${path} cannot be read, or is not YAML`);
  }
  const read = file.safeParse(said);
  if (!read.success) return refusal(`${path} is not a kubeconfig`);
  const current = read.data['current-context'];
  const names = contexts ?? (current ? [current] : []);
  if (names.length === 0)
    return refusal(`${path} has no current-context: name some under contexts`);
  const inFolder = (one: string) => resolve(dirname(path), one);
  return names.map(name => clusterOf(name, { read: read.data, inFolder }));
};

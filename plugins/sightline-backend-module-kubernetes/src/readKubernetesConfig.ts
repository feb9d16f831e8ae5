import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  header,
  readSection,
} from '@sightline/backstage-plugin-sightline-node/config';
import { z } from 'zod';
import {
  ClusterConfig,
  ClusterCredentials,
  RefusedCluster,
} from './clusters/ClusterConfig';
import { readInCluster } from './clusters/inCluster';
import { readBackstageClusters } from './clusters/readBackstageClusters';
import { readKubeconfig } from './clusters/readKubeconfig';

const name = z.string().min(1, 'it must not be empty');

const credentials = z.union(
  [
    z.strictObject({ cluster: name, token: header }),
    z.strictObject({ cluster: name, tokenFile: name }),
  ],
  'it must be a cluster with a token or a tokenFile',
);

const kubernetes = z.strictObject({
  kubeconfig: name.optional(),
  contexts: z.array(name).optional(),
  inCluster: name.optional(),
  leaveOut: z.array(name).default([]),
  // Never repeated in an error: a union's error holds the whole value.
  credentials: z.array(credentials).default([]),
});

const asCredentials = (
  said: z.output<typeof credentials>,
): ClusterCredentials =>
  'token' in said
    ? { kind: 'token', token: said.token }
    : { kind: 'tokenFile', file: said.tokenFile };

/** What a source is made of: a cluster, or why it cannot be watched. */
export type ConfiguredCluster = { id: string } & (
  | { cluster: ClusterConfig }
  | { refused: RefusedCluster }
);

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'cluster';

const createIds = () => {
  const taken = new Set<string>();
  return (text: string) => {
    const plain = slug(text);
    let id = plain;
    for (let nth = 2; taken.has(id); nth += 1) id = `${plain}-${nth}`;
    taken.add(id);
    return `kubernetes:${id}`;
  };
};

/** All clusters there are; the first of a name wins, as Backstage has it. */
export const readKubernetesConfig = (
  root: RootConfigService,
): ConfiguredCluster[] => {
  const ours = readSection(root, 'sightline.kubernetes', kubernetes);
  const own = new Map(
    ours.credentials.map(one => [one.cluster, asCredentials(one)]),
  );
  const found = [
    readBackstageClusters(root.getOptional('kubernetes'), own),
    ...(ours.kubeconfig
      ? [readKubeconfig(ours.kubeconfig, ours.contexts)]
      : []),
  ].flat();
  const all = ours.inCluster
    ? [...found, readInCluster(ours.inCluster)]
    : found;
  const seen = new Set(ours.leaveOut);
  const idOf = createIds();
  return all.flatMap((one): ConfiguredCluster[] => {
    if (seen.has(one.name)) return [];
    seen.add(one.name);
    const id = idOf(one.name);
    return ['why' in one ? { id, refused: one } : { id, cluster: one }];
  });
};

/** Objects as an API server has them, for tests. */
export type KubeObject = {
  metadata: Record<string, unknown> & { name: string; namespace?: string };
  [key: string]: unknown;
};

const hash = (text: string) =>
  [...text].reduce(
    (sum, one) => (sum * 31 + one.charCodeAt(0)) % 4294967296,
    7,
  );

/** The same for the same thing, as a uid has to be. */
const uidOf = (kind: string, namespace: string, name: string) =>
  `${hash(`${kind}${namespace}/${name}`)
    .toString(16)
    .padStart(8, '0')}-0000-4000-8000-${hash(name)
    .toString(16)
    .padStart(12, '0')}`;

export type ShopOptions = {
  namespace?: string;
  image?: string;
  replicas?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
};

const template = (
  { image = 'registry.example:5000/shop/web:1.2.0', annotations }: ShopOptions,
  name: string,
) => ({
  metadata: { labels: { app: name }, ...(annotations && { annotations }) },
  spec: {
    containers: [
      {
        name: 'web',
        image,
        readinessProbe: { httpGet: { path: '/ready' } },
        livenessProbe: { httpGet: { path: '/live' } },
        resources: { requests: { cpu: '100m' }, limits: { memory: '256Mi' } },
      },
    ],
  },
});

const ownedBy = (kind: string, namespace: string, name: string) => [
  {
    apiVersion: 'apps/v1',
    kind,
    name,
    uid: uidOf(kind, namespace, name),
    controller: true,
  },
];

export const deployment = (
  name: string,
  options: ShopOptions = {},
): KubeObject => {
  const { namespace = 'shop', replicas = 2, labels = {} } = options;
  return {
    metadata: {
      ...{
        name,
        namespace,
        labels: { 'app.kubernetes.io/name': name, ...labels },
      },
      uid: uidOf('Deployment', namespace, name),
      creationTimestamp: '2026-11-01T10:00:00Z',
      generation: 1,
      annotations: { 'deployment.kubernetes.io/revision': '1' },
    },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: template(options, name),
    },
    status: {
      ...{ observedGeneration: 1, replicas, updatedReplicas: replicas },
      ...{ readyReplicas: replicas, availableReplicas: replicas },
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
        },
      ],
    },
  };
};

export const replicaSet = (
  of: string,
  {
    revision = 1,
    reused = false,
    createdAt = '2026-11-01T10:00:01Z',
    ...options
  }: ShopOptions & {
    revision?: number;
    reused?: boolean;
    createdAt?: string;
  } = {},
): KubeObject => {
  const { namespace = 'shop', replicas = 2 } = options;
  const name = `${of}-${revision}`;
  return {
    metadata: {
      ...{ name, namespace, uid: uidOf('ReplicaSet', namespace, name) },
      creationTimestamp: createdAt,
      ownerReferences: ownedBy('Deployment', namespace, of),
      annotations: {
        'deployment.kubernetes.io/revision': String(revision),
        ...(reused && { 'deployment.kubernetes.io/revision-history': '1' }),
      },
    },
    spec: { replicas, template: template(options, of) },
    status: { replicas },
  };
};

/** One template of a StatefulSet or DaemonSet, as it was rolled out. */
export const controllerRevision = (
  of: string,
  {
    kind = 'StatefulSet',
    revision = 1,
    createdAt = '2026-11-01T10:00:01Z',
    ...options
  }: ShopOptions & {
    kind?: 'StatefulSet' | 'DaemonSet';
    revision?: number;
    createdAt?: string;
  } = {},
): KubeObject => {
  const { namespace = 'shop' } = options;
  const name = `${of}-${revision}`;
  return {
    metadata: {
      ...{ name, namespace, uid: uidOf('ControllerRevision', namespace, name) },
      creationTimestamp: createdAt,
      ownerReferences: ownedBy(kind, namespace, of),
    },
    data: {
      spec: { template: { $patch: 'replace', ...template(options, of) } },
    },
    revision,
  };
};

export const pod = (
  of: string,
  {
    nth = 0,
    namespace = 'shop',
    owner = 'ReplicaSet',
    status = {},
  }: {
    nth?: number;
    namespace?: string;
    owner?: string;
    status?: Record<string, unknown>;
  } = {},
): KubeObject => {
  const name = `${of}-${nth}`;
  return {
    metadata: {
      ...{ name, namespace, uid: uidOf('Pod', namespace, name) },
      creationTimestamp: '2026-11-01T10:00:02Z',
      labels: { app: of },
      ownerReferences: ownedBy(owner, namespace, of),
    },
    spec: {
      nodeName: 'node-1',
      containers: [{ name: 'web', image: 'shop/web:1.2.0' }],
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [
        {
          ...{ name: 'web', restartCount: 0, ready: true, lastState: {} },
          state: { running: { startedAt: '2026-11-01T10:00:03Z' } },
          imageID: `docker-pullable://shop/web@sha256:${'ab'.repeat(32)}`,
        },
      ],
      ...status,
    },
  };
};

/**
 * The attributes that say who calls whom, and under which names they come. The
 * first name of a list wins over those after it, wherever in the span it
 * stands: services are half-way through a migration for years and send both.
 */
const spanKeys = {
  peerService: ['service.peer.name', 'peer.service'],
  peerNamespace: ['service.peer.namespace'],
  httpMethod: ['http.request.method', 'http.method'],
  httpRoute: ['http.route'],
  httpStatus: ['http.response.status_code', 'http.status_code'],
  urlTemplate: ['url.template'],
  resendCount: ['http.request.resend_count'],
  rpcSystem: ['rpc.system.name', 'rpc.system'],
  rpcService: ['rpc.service'],
  rpcMethod: ['rpc.method'],
  rpcStatus: [
    'rpc.status_code',
    'rpc.response.status_code',
    'rpc.grpc.status_code',
  ],
  dbSystem: ['db.system.name', 'db.system', 'db.type'],
  dbNamespace: [
    'db.namespace',
    'db.name',
    'db.redis.database_index',
    'db.elasticsearch.cluster.name',
    'db.instance',
  ],
  dbCollection: [
    'db.collection.name',
    'db.sql.table',
    'db.mongodb.collection',
    'db.cassandra.table',
    'db.cosmosdb.container',
    'db.elasticsearch.path_parts.index',
  ],
  dbOperation: ['db.operation.name', 'db.operation'],
  dbSummary: ['db.query.summary'],
  messagingSystem: ['messaging.system'],
  destination: [
    'messaging.destination.template',
    'messaging.destination.name',
    'messaging.destination',
  ],
  messagingOperation: [
    'messaging.operation.type',
    'messaging.operation',
    'messaging.operation.name',
  ],
  temporaryDestination: [
    'messaging.destination.temporary',
    'messaging.destination.anonymous',
  ],
  error: ['error.type', 'error'],
  invokedFunction: ['faas.invoked_name'],
  // The last two, because a server's spans are compared without them.
  // Names before addresses: the address of a proxy says less than `http.host`.
  host: [
    'server.address',
    'net.peer.name',
    'http.host',
    'url.full',
    'http.url',
    'net.sock.peer.name',
    'peer.hostname',
    'peer.address',
    'network.peer.address',
    'net.sock.peer.addr',
    'net.peer.ip',
    'peer.ipv4',
  ],
  port: ['server.port', 'net.peer.port', 'network.peer.port'],
} as const;

const resourceKeys = {
  serviceName: ['service.name'],
  serviceNamespace: ['service.namespace'],
  serviceVersion: ['service.version'],
  serviceInstance: ['service.instance.id'],
  environment: ['deployment.environment.name', 'deployment.environment'],
  cluster: ['k8s.cluster.name'],
  kubernetesNamespace: ['k8s.namespace.name'],
  workload: [
    'k8s.deployment.name',
    'k8s.statefulset.name',
    'k8s.daemonset.name',
    'k8s.cronjob.name',
  ],
} as const;

export type SpanSlot = keyof typeof spanKeys;
export type ResourceSlot = keyof typeof resourceKeys;

const numbered = <Slot extends string>(keys: Record<Slot, unknown>) =>
  Object.fromEntries(
    Object.keys(keys).map((slot, number) => [slot, number]),
  ) as Record<Slot, number>;

/** Column of each attribute within the row of a span. */
export const spanSlots = numbered<SpanSlot>(spanKeys);
export const spanSlotCount = Object.keys(spanKeys).length;
/** Slots that say something of a server's span: its peer is a client like any other. */
export const serverSlotCount = spanSlotCount - 2;
export const resourceSlots = numbered<ResourceSlot>(resourceKeys);
export const resourceSlotCount = Object.keys(resourceKeys).length;

/** Of these only the host is kept; the rest of a URL is nobody's name. */
const urls = new Set(['url.full', 'http.url']);

/**
 * A cell is `rank << 28 | string`, so that "the better name wins" is one
 * comparison of numbers and needs no memory beside the cell.
 */
export const rankShift = 28;
export const stringOfCell = 0x0fffffff;
const bestRank = 15;

/** One attribute that is kept, and how well its name serves. @public */
export type AttributeKey = {
  name: string;
  slot: number;
  rank: number;
  isUrl: boolean;
};

const listed = (
  keys: Record<string, readonly string[]>,
  slots: Record<string, number>,
): AttributeKey[] =>
  Object.entries(keys).flatMap(([slot, names]) =>
    names.map((name, at) => ({
      name,
      slot: slots[slot],
      rank: bestRank - at,
      isUrl: urls.has(name),
    })),
  );

export const spanAttributeKeys = listed(spanKeys, spanSlots);
export const resourceAttributeKeys = listed(resourceKeys, resourceSlots);

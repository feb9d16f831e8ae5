/** How a call travels. @public */
export const callProtocols = [
  'http',
  'grpc',
  'messaging',
  'database',
  'other',
] as const;
/** @public */
export type CallProtocol = (typeof callProtocols)[number];

/** Whether the caller waits for the answer. @public */
export const callModes = ['sync', 'async'] as const;
/** @public */
export type CallMode = (typeof callModes)[number];

/**
 * What a statement about a call rests on, strongest first.
 *
 * - `paired`: both sides reported it, the callee names the caller's span as parent
 * - `parent-child`: two services are parent and child, but neither says which
 *   side of a call it is
 * - `link`: a message was handled that names the span which sent it
 * - `destination`: one side of a message, seen at its topic or queue
 * - `client-only`: the caller's word alone; the callee is told by its address
 * - `server-only`: the callee's word alone; the caller was not traced or not sampled
 * - `entry`: the callee says that nobody traced called it
 * - `metric`, `dependency-api`: counted elsewhere, by a collector or a trace back-end
 * @public
 */
export const callEvidenceClasses = [
  'paired',
  'parent-child',
  'link',
  'destination',
  'client-only',
  'server-only',
  'entry',
  'metric',
  'dependency-api',
] as const;
/** @public */
export type CallEvidenceClass = (typeof callEvidenceClasses)[number];

/**
 * - `service`: it reports spans of its own
 * - `datastore`, `queue`: known by what its clients say
 * - `external`: called by name, reports nothing
 * - `unnamed`: called, and nobody said more than an address or less
 * - `outside`: whoever calls without being traced: browsers, timers, neighbours
 * @public
 */
export const callNodeKinds = [
  'service',
  'datastore',
  'queue',
  'external',
  'unnamed',
  'outside',
] as const;
/** @public */
export type CallNodeKind = (typeof callNodeKinds)[number];

/**
 * One end of an edge, as traces name it; which catalog service that is, is
 * decided elsewhere. Two ends are the same when all four agree: the same name
 * in another environment or namespace is another node.
 * @public
 */
export type CallNode = {
  kind: CallNodeKind;
  /** `deployment.environment.name`; empty when nobody said */
  environment: string;
  /** `service.namespace`; of a datastore or queue its system: `postgresql`, `kafka` */
  namespace: string;
  /** empty for kinds `unnamed` and `outside` */
  name: string;
};

/** Caller → callee. @public */
export type CallEdge = {
  caller: CallNode;
  callee: CallNode;
  protocol: CallProtocol;
  mode: CallMode;
};

import { databaseSystem } from '@sightline/backstage-plugin-sightline-node/spans';
import { Labels } from '../../client/engine/readAnswer';
import { EdgeEnds } from '../engine/CountedEdge';
import { externalNode, namedNode, outsideNode } from './nodes';

type Side = 'client' | 'server';

/** The ends of an edge, and which of them has measured how long calls took. */
export type GraphEnds = EdgeEnds & { timedBy: Side };

export type GraphWords = {
  /** the environment where labels name none */
  environment: string;
  /** names under which somebody has reported spans */
  reporting: ReadonlySet<string>;
};

/**
 * Whose edge it is. Of a virtual edge only one side was traced: the other is
 * what that one says of it, where that one is, and has measured nothing: writers
 * put a zero into its histogram all the same.
 *
 * ```
 *   client      server     connection_type    caller     callee      timed by
 *   checkout    payments                      service    service     server
 *   checkout    mails      messaging_system   service    service     server
 *   checkout    orders-db  database           service    datastore   client
 *   user        frontend   virtual_node       outside    service     server
 *   checkout    fx.example virtual_node       service    external    client
 * ```
 */
export const graphEnds = (labels: Labels, words: GraphWords): GraphEnds => {
  const { client = '', server = '', connection_type: type } = labels;
  const around = (side: Side) => ({
    environment: environmentOf(labels, side) || words.environment,
    namespace: labels[`${side}_service_namespace`] ?? '',
  });
  const caller = namedNode('service', client, around('client'));
  const callee = namedNode('service', server, around('server'));
  const { environment } = caller;
  const way = { protocol: 'other', mode: 'sync', operation: '' } as const;
  if (type === 'messaging_system') {
    const protocol = 'messaging';
    return {
      caller,
      callee,
      ...way,
      protocol,
      mode: 'async',
      timedBy: 'server',
    };
  }
  if (type === 'database') {
    const datastore = datastoreOf(labels, environment);
    const protocol = 'database';
    return { caller, callee: datastore, ...way, protocol, timedBy: 'client' };
  }
  if (type !== 'virtual_node' && !isHostByProbe(labels)) {
    return { caller, callee, ...way, timedBy: 'server' };
  }
  if (virtualSide(labels, words) === 'server') {
    const external = externalNode(server, environment);
    return { caller, callee: external, ...way, timedBy: 'client' };
  }
  const outside =
    client === 'user'
      ? outsideNode(callee.environment)
      : externalNode(client, callee.environment);
  return { caller: outside, callee, ...way, timedBy: 'server' };
};

const environmentOf = (labels: Labels, side: Side) =>
  labels[`${side}_deployment_environment_name`] ||
  labels[`${side}_deployment_environment`];

/** Probes in the kernel see hosts that report nothing and call them servers like any other. */
const isHostByProbe = ({ source, server = '' }: Labels) =>
  (source === 'obi' || source === 'beyla') && server.includes('.');

// The label is off by default. Without it: writers call an unknown client
// `user`, except Tempo, which may take a name for it that the server said.
const virtualSide = (labels: Labels, { reporting }: GraphWords): Side => {
  const { client = '', server = '', virtual_node: said } = labels;
  if (said === 'client' || said === 'server') return said;
  if (client === 'user') return 'client';
  return reporting.has(server) && !reporting.has(client) ? 'client' : 'server';
};

/**
 * The connector calls a datastore by its database, Tempo by its host: either is
 * better than none. One that has but an address is called by its system.
 */
const datastoreOf = (labels: Labels, environment: string) => {
  const system = databaseSystem(
    labels.client_db_system_name || labels.client_db_system || '',
  );
  const around = { environment, namespace: system };
  const named = namedNode('datastore', labels.server ?? '', around);
  return named.kind === 'unnamed' && system !== ''
    ? namedNode('datastore', system, around)
    : named;
};

/** The names of those who reported spans themselves. */
export const reportingNames = (all: readonly Labels[]): Set<string> => {
  const names = new Set<string>();
  for (const { client, server, connection_type: type = '' } of all) {
    if (type === 'virtual_node') continue;
    if (client) names.add(client);
    if (server && type !== 'database') names.add(server);
  }
  return names;
};

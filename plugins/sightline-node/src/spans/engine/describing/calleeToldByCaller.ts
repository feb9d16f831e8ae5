import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { callProtocol } from './callProtocol';
import { databaseSystem, isDefaultPort } from './databaseSystem';
import { hostName } from './hostName';
import { SpanFacts } from './SpanFacts';
import { templateName } from './templateName';

/**
 * Whom a span says it called (or, at a queue, where its message came from), for
 * when the other side says nothing itself.
 *
 * ```
 *   peer name ──▶ as given        the one attribute meant for this
 *   host      ──▶ if it is a name: an address is another machine tomorrow
 *   system    ──▶ `postgresql`    of datastores; else nobody knows: unnamed
 * ```
 */
export const calleeToldByCaller = (
  span: SpanFacts,
  environment: string,
): CallNode => {
  switch (callProtocol(span)) {
    case 'database':
      return datastore(span, environment);
    case 'messaging':
      return queue(span, environment);
    default:
      return external(span, environment);
  }
};

const datastore = (span: SpanFacts, environment: string): CallNode => {
  const system = databaseSystem(span.dbSystem);
  return {
    kind: 'datastore',
    environment,
    namespace: system,
    name: span.peerService || addressOfDatastore(span, system) || system,
  };
};

const addressOfDatastore = (span: SpanFacts, system: string) => {
  const host = hostName(span.host)?.name;
  const port = isDefaultPort(system, span.port) ? '' : `:${span.port}`;
  return [host && `${host}${port}`, span.dbNamespace].filter(Boolean).join('/');
};

const queue = (span: SpanFacts, environment: string): CallNode => {
  const system = span.messagingSystem.toLowerCase();
  // The reply queues of one process are as many as there are processes.
  const isNamed =
    span.destination !== '' && span.temporaryDestination !== 'true';
  // The broker is no part of the name: each client talks to another of a
  // cluster's brokers, and sender and receiver must meet at one topic.
  const name = isNamed
    ? templateName(span.destination)
    : span.peerService || hostName(span.host)?.name || '';
  return {
    kind: name === '' ? 'unnamed' : 'queue',
    environment,
    namespace: system,
    name,
  };
};

const external = (span: SpanFacts, environment: string): CallNode => {
  const told = span.peerService || span.invokedFunction;
  const host = told ? undefined : hostName(span.host);
  // `shop.Payments` is a poor name for who answers, and better than none.
  const interfaceName = span.rpcService || span.rpcMethod.split('/')[0];
  const name = told || host?.name || interfaceName;
  return {
    kind: name === '' ? 'unnamed' : 'external',
    environment,
    namespace: told ? span.peerNamespace : host?.namespace ?? '',
    name,
  };
};

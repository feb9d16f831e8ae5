import { spanKinds } from '../columns/SpanColumns';
import { callProtocol } from './callProtocol';
import { SpanFacts, tellsOfItsCall } from './SpanFacts';
import { templateName } from './templateName';

/** Names that say no more than the method does: `GET`, `HTTP GET`. */
const methodAlone = /^(HTTP )?[A-Z]+$/;

/**
 * The operation of the callee that a span tells of, without ids in it.
 *
 * | protocol  | name |
 * |-----------|------|
 * | http      | `POST /orders/{id}`: method and route, else the span's name |
 * | grpc, rpc | `shop.Payments/Charge` |
 * | messaging | the topic; with the verb where a span tells of the transport alone |
 * | database  | `SELECT orders` |
 */
export const operationName = (span: SpanFacts): string => {
  switch (callProtocol(span)) {
    case 'database':
      return databaseOperation(span);
    case 'messaging':
      return messagingOperation(span);
    case 'http':
      return httpOperation(span);
    default:
      return rpcOperation(span);
  }
};

const httpOperation = (span: SpanFacts) => {
  const method = span.httpMethod.toUpperCase();
  const route = tellsOfItsCall(span)
    ? span.urlTemplate || span.httpRoute
    : span.httpRoute;
  if (route !== '') return `${method} ${templateName(route)}`.trim();
  if (methodAlone.test(span.name)) return method || span.name;
  return templateName(span.name);
};

const rpcOperation = (span: SpanFacts) => {
  const { rpcService, rpcMethod } = span;
  if (rpcMethod.includes('/')) return rpcMethod.replace(/^\//, '');
  if (rpcService !== '' && rpcMethod !== '') {
    return `${rpcService}/${rpcMethod}`;
  }
  const name = templateName(span.name);
  // gRPC's own way of writing a method.
  return /^\/[\w.]+\/\w+$/.test(name) && callProtocol(span) === 'grpc'
    ? name.slice(1)
    : name;
};

const databaseOperation = (span: SpanFacts) => {
  const said = `${span.dbOperation.toUpperCase()} ${span.dbCollection}`.trim();
  return templateName(
    span.dbSummary || (span.dbOperation === '' ? span.name : said),
  );
};

const messagingOperation = (span: SpanFacts) => {
  if (span.destination === '') return templateName(span.name);
  const topic = templateName(span.destination);
  return span.kind === spanKinds.client
    ? `${span.messagingOperation || 'send'} ${topic}`
    : topic;
};

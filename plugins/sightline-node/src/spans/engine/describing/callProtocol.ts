import type { CallProtocol } from '@sightline/backstage-plugin-sightline-common';
import { spanKinds } from '../columns/SpanColumns';
import { SpanFacts } from './SpanFacts';

/** The protocol a span tells of: the most particular that it mentions. */
export const callProtocol = (span: SpanFacts): CallProtocol => {
  if (span.dbSystem !== '') return 'database';
  if (span.messagingSystem !== '' || span.destination !== '') {
    return 'messaging';
  }
  if (span.kind === spanKinds.producer || span.kind === spanKinds.consumer) {
    return 'messaging';
  }
  if (span.rpcSystem !== '') {
    return /grpc/i.test(span.rpcSystem) ? 'grpc' : 'other';
  }
  if (span.rpcService !== '') return 'grpc';
  return span.httpMethod !== '' ||
    span.httpRoute !== '' ||
    span.httpStatus !== ''
    ? 'http'
    : 'other';
};

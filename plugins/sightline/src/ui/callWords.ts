import {
  CallEvidenceClass,
  CallProtocol,
} from '@sightline/backstage-plugin-sightline-common';

/** What a statement about calls rests on, in words. */
export const evidenceWords: Record<CallEvidenceClass, string> = {
  paired: 'both sides told it',
  'parent-child': 'both told it, not which side is which',
  link: 'a message links them',
  destination: 'one side of a message',
  'client-only': 'only the caller’s word',
  'server-only': 'only the callee’s word',
  entry: 'nobody traced called it',
  metric: 'counted by a collector',
  'dependency-api': 'counted by the trace back-end',
};

/** How a call travels, in words. */
export const protocolWords: Record<CallProtocol, string> = {
  http: 'HTTP',
  grpc: 'gRPC',
  messaging: 'messages',
  database: 'queries',
  other: 'other',
};

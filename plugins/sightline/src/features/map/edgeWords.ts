import {
  CallEvidenceClass,
  CallMode,
  CallProtocol,
} from '@sightline/backstage-plugin-sightline-common';

/** What an edge rests on, in words. */
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

export const protocolWords: Record<CallProtocol, string> = {
  http: 'HTTP',
  grpc: 'gRPC',
  messaging: 'messages',
  database: 'queries',
  other: 'other',
};

export const modeWords: Record<CallMode, string> = {
  sync: 'sync',
  async: 'async',
};

/** Several of a kind as one text; nothing was seen where there is none. */
export const listed = <T extends string>(
  all: T[],
  words: Record<T, string>,
): string => all.map(one => words[one]).join(', ') || '–';

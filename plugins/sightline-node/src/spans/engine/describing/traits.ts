import {
  callEvidenceClasses,
  callModes,
  callProtocols,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  CallEvidenceClass,
  CallMode,
  CallProtocol,
} from '@sightline/backstage-plugin-sightline-common';

/**
 * What a span is to the pairing, in one integer:
 *
 * ```
 *   bit 0..2  kind       3..5  protocol     6  failed     7  sent before (a retry)
 *   8..10 role           11 its peer is a datastore or queue
 *   12 its parent is remote     13 its parent knows of it
 *   14 another call of its own service is within it     15 it says whom it calls
 * ```
 */
export const roles = {
  /** tells of a call that it made */
  caller: 0,
  /** tells of a call that it answered */
  callee: 1,
  /** put a message into a queue */
  sender: 2,
  /** took a message from a queue */
  receiver: 3,
  /** a step within a service, or nobody said */
  step: 4,
  /** acknowledges and the like: no call */
  none: 5,
} as const;

const protocolNumbers = new Map<string, number>(
  callProtocols.map((protocol, number) => [protocol, number]),
);
const protocolNumber = (protocol: CallProtocol) =>
  protocolNumbers.get(protocol)!;
export const otherProtocol = protocolNumber('other');
export const messagingProtocol = protocolNumber('messaging');

export const traitsOf = (span: {
  kind: number;
  protocol: CallProtocol;
  failed: boolean;
  resent: boolean;
  role: number;
  toStore: boolean;
  /** says by name whom it calls */
  named: boolean;
}) =>
  Math.min(span.kind, 7) |
  (protocolNumber(span.protocol) << 3) |
  (span.failed ? 64 : 0) |
  (span.resent ? 128 : 0) |
  (span.role << 8) |
  (span.toStore ? 2048 : 0) |
  (span.named ? 1 << 15 : 0);

export const kindOf = (traits: number) => traits & 7;
export const protocolOf = (traits: number) => (traits >> 3) & 7;
export const hasFailed = (traits: number) => (traits & 64) !== 0;
export const wasResent = (traits: number) => (traits & 128) !== 0;
export const roleOf = (traits: number) => (traits >> 8) & 7;
export const isToStore = (traits: number) => (traits & 2048) !== 0;
export const namesPeer = (traits: number) => (traits & (1 << 15)) !== 0;

export const remoteParent = 1 << 12;
export const knownToParent = 1 << 13;
export const holdsNestedCall = 1 << 14;

const evidenceNumbers = Object.fromEntries(
  callEvidenceClasses.map((evidence, number) => [evidence, number]),
) as Record<CallEvidenceClass, number>;

/** Protocol, mode and evidence of an edge in one integer. */
export const wayOf = (
  protocol: number,
  evidence: CallEvidenceClass,
  mode: CallMode = protocol === messagingProtocol ? 'async' : 'sync',
) =>
  protocol | (mode === 'async' ? 1 << 3 : 0) | (evidenceNumbers[evidence] << 4);

/** What remains of a way when it does not matter who says so. */
export const withoutEvidence = (way: number) => way & 15;
export const isAsync = (way: number) => (way & 8) !== 0;

export const readWay = (way: number) => ({
  protocol: callProtocols[way & 7],
  mode: callModes[(way >> 3) & 1],
  evidence: callEvidenceClasses[way >> 4],
});

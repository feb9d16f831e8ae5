import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import {
  CallsReport,
  EdgeDelta,
} from '@sightline/backstage-plugin-sightline-node/spans';

export const START: Instant = Date.parse('2026-11-21T02:00:00.000Z');

export const serviceNode = (
  name: string,
  { namespace = 'shop', environment = 'production' } = {},
): CallNode => ({ kind: 'service', environment, namespace, name });

export type ToldCalls = { from: CallNode; to: CallNode } & Partial<EdgeDelta>;

const edgeOf = (
  { from: _, to: __, ...said }: ToldCalls,
  ends: Pick<EdgeDelta, 'caller' | 'callee'>,
): EdgeDelta => {
  const minute = said.minute ?? START;
  const calls = said.calls ?? 1;
  return {
    minute,
    protocol: 'http',
    mode: 'sync',
    evidence: 'paired',
    operation: 'POST /orders',
    calls,
    errors: 0,
    latency: [79, calls],
    estimated: calls,
    unweighted: 0,
    retries: 0,
    firstSeen: minute + 1_000,
    lastSeen: minute + 2_000,
    samples: { slowest: '' },
    ...said,
    ...ends,
  };
};

/** A report in the words of its sender. */
export const reportOf = (
  sequence: number,
  told: readonly ToldCalls[],
  writer = 'replica-1',
): CallsReport => ({
  writer,
  sequence,
  nodes: told.flatMap(({ from, to }) => [from, to]),
  edges: told.map((calls, at) =>
    edgeOf(calls, { caller: at * 2, callee: at * 2 + 1 }),
  ),
  sightings: [],
});

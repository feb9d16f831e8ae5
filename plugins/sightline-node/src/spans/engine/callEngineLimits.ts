import type { Millis } from '@sightline/backstage-plugin-sightline-common';

/** Every buffer of the engine: how long it keeps what, and how much at most. @public */
export type CallEngineLimits = {
  /** how long a span waits for those that belong to it */
  pairingWithin: Millis;
  /** spans in memory, for twice that long */
  spansAtMost: number;
  /** how long a span that is sent again is recognised; at least twice `pairingWithin` */
  resentWithin: Millis;
  resentAtMost: number;
  /** how long after it was sent a message may be linked to */
  messagesWithin: Millis;
  messagesAtMost: number;
  nodesAtMost: number;
  operationsOfANodeAtMost: number;
  /** operations of all nodes together */
  operationsAtMost: number;
  /** once there are more names than that: how long until those that nobody uses any more give way */
  namesWithin: Millis;
  /** rows of (edge, operation, evidence, minute) between two drains */
  rowsAtMost: number;
  /** of more spans a second than that a share of the traces is read as journeys */
  journeySpansASecond: number;
  /** a trace of more spans is in no journey */
  journeySpansOfATraceAtMost: number;
  /** traces that wait to be read as journeys, or were read lately */
  journeyTracesAtMost: number;
  /** steps of journeys between two drains; rows of (step, minute): twice as many */
  journeyStepsAtMost: number;
};

/** @public */
export const defaultCallEngineLimits: CallEngineLimits = {
  pairingWithin: 30_000,
  spansAtMost: 2 ** 21,
  resentWithin: 300_000,
  resentAtMost: 8_000_000,
  messagesWithin: 3_600_000,
  messagesAtMost: 1_000_000,
  nodesAtMost: 50_000,
  operationsOfANodeAtMost: 500,
  operationsAtMost: 200_000,
  namesWithin: 600_000,
  rowsAtMost: 200_000,
  journeySpansASecond: 20_000,
  journeySpansOfATraceAtMost: 2_000,
  journeyTracesAtMost: 2 ** 18,
  journeyStepsAtMost: 50_000,
};

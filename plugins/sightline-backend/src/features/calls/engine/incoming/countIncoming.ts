import {
  latencyOfBucket,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node/spans';
import { BlockCounts } from './IncomingBlocks';

/** One way of counting the calls of a service. */
export type Slot = {
  place: number;
  /** left out: failed calls are the bad ones; else those that took longer */
  threshold?: Millis;
};

type Counted = { calls: number; errors: number; estimated: number };

/** What share of calls took longer, at most 5 % off in time. */
const slowShare = (latency: LatencyCounts, threshold: Millis): number => {
  let all = 0;
  let slow = 0;
  for (let at = 0; at < latency.length; at += 2) {
    all += latency[at + 1];
    if (latencyOfBucket(latency[at]) / 1000 > threshold) {
      slow += latency[at + 1];
    }
  }
  return all === 0 ? 0 : slow / all;
};

/**
 * Adds the calls of one bucket. Which part of them went wrong is told by those
 * that were seen, and of how many by what senders say they left out.
 */
export const addCalls = (
  block: BlockCounts,
  slots: readonly Slot[],
  { calls, errors, estimated }: Counted,
  latency: () => LatencyCounts,
): void => {
  if (calls === 0) return;
  for (const { place, threshold } of slots) {
    const share =
      threshold === undefined
        ? errors / calls
        : slowShare(latency(), threshold);
    block[place * 2] += estimated;
    block[place * 2 + 1] += share * estimated;
  }
};

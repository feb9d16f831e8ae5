import type {
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { SpanColumns } from '../columns/SpanColumns';
import { Losses } from '../counting/Losses';
import { HeldNames } from '../describing/HeldNames';
import { fingerprintHigh, fingerprintLow } from './fingerprint';
import { SentMessages } from './SentMessages';

/** A batch of messages may be taken from a queue in one go, and one span link to all. */
const linksOfASpanAtMost = 1000;

type Kept = { prints: Int32Array; arrivedAt: Instant; parentAt: number };

/**
 * Finds who sent a message from the links of whoever received it, across traces.
 *
 * ```
 *   trace 1: orders   [PRODUCER a1]────── sent: a1 → orders, for an hour
 *   trace 2: orders   [PRODUCER b1]────── sent: b1 → orders
 *   trace 3: mailing  [CONSUMER, links a1 b1] ──▶ two calls orders → mailing
 * ```
 *
 * Links are looked up when the span is settled, so that it may arrive before
 * the span of the sender.
 */
export class MessageLinks {
  private readonly messages: SentMessages;
  private readonly waiting = new Map<number, Kept>();

  constructor(
    limits: { messagesWithin: Millis; messagesAtMost: number },
    private readonly losses: Losses,
  ) {
    this.messages = new SentMessages(
      {
        lifetime: limits.messagesWithin,
        messagesAtMost: limits.messagesAtMost,
      },
      losses,
    );
  }

  sent(columns: SpanColumns, row: number, node: number, now: Instant) {
    const { traceIds, spanIds } = columns;
    this.messages.add(
      fingerprintHigh(traceIds, row * 4, spanIds, row * 2),
      fingerprintLow(traceIds, row * 4, spanIds, row * 2),
      node,
      now,
    );
  }

  keep(columns: SpanColumns, row: number, position: number, now: Instant) {
    const { linkTraceIds, linkSpanIds, linkStarts, parentIds } = columns;
    const from = linkStarts[row];
    const all = linkStarts[row + 1] - from;
    const count = Math.min(all, linksOfASpanAtMost);
    this.losses.add('links beyond the most of one span', all - count);
    const prints = new Int32Array(count * 2);
    let parentAt = -1;
    for (let link = 0; link < count; link++) {
      const trace = (from + link) * 4;
      const span = (from + link) * 2;
      prints[link * 2] = fingerprintHigh(
        linkTraceIds,
        trace,
        linkSpanIds,
        span,
      );
      prints[link * 2 + 1] = fingerprintLow(
        linkTraceIds,
        trace,
        linkSpanIds,
        span,
      );
      const isParent =
        linkSpanIds[span] === parentIds[row * 2] &&
        linkSpanIds[span + 1] === parentIds[row * 2 + 1];
      if (isParent) parentAt = link;
    }
    this.waiting.set(position, { prints, arrivedAt: now, parentAt });
  }

  /**
   * One for each link: the node that sent it, or -1. A link to a parent that is
   * known says again what the parent says, and is left out.
   */
  sendersOf(position: number, isParentKnown: boolean): number[] {
    const kept = this.waiting.get(position);
    if (!kept) return [];
    this.waiting.delete(position);
    const { prints, parentAt, arrivedAt } = kept;
    const senders: number[] = [];
    for (let link = 0; link * 2 < prints.length; link++) {
      if (link === parentAt && isParentKnown) continue;
      senders.push(
        this.messages.senderOf(
          prints[link * 2],
          prints[link * 2 + 1],
          arrivedAt,
        ),
      );
    }
    return senders;
  }

  hold(held: HeldNames, since: Instant) {
    this.messages.hold(held, since);
  }

  forget(position: number) {
    this.waiting.delete(position);
  }
}

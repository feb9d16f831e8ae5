import type {
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { Losses } from '../counting/Losses';

import { Fingerprints } from './Fingerprints';

/**
 * Which spans were counted already, so that what is sent twice is counted once:
 * an exporter whose connection breaks before the answer sends the batch again.
 *
 * Two generations of fingerprints; the older is dropped when the newer is as old
 * as the horizon, or full. So a span is remembered for one to two horizons.
 *
 * ```
 *   ├── older: read only ──┤── newer: read and written ──┤ now
 * ```
 *
 * A fingerprint is 64 bits of an id of 192: of ten million spans in memory, one
 * in a few hundred thousand horizons is taken for another by chance.
 */
export class SeenSpans {
  private newer = new Fingerprints(1024);
  private older = new Fingerprints(1024);
  private since: Instant = -Infinity;

  constructor(
    private readonly limits: { horizon: Millis; spansAtMost: number },
    private readonly losses: Losses,
  ) {}

  /** False when the span was seen before. */
  add(high: number, low: number, now: Instant): boolean {
    const { horizon } = this.limits;
    const age = now - this.since;
    if (age >= horizon) this.turn(now);
    if (age >= 2 * horizon) this.turn(now);
    if (this.newer.count >= this.limits.spansAtMost / 2) {
      this.losses.add('memory of resent spans shortened');
      this.turn(now);
    }
    return !this.older.has(high, low) && this.newer.add(high, low);
  }

  get byteLength() {
    return this.newer.byteLength + this.older.byteLength;
  }

  private turn(now: Instant) {
    const spare = this.older;
    this.older = this.newer;
    this.newer = spare;
    this.newer.clear();
    this.since = now;
  }
}

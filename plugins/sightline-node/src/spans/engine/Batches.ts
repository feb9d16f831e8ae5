import type { Instant } from '@sightline/backstage-plugin-sightline-common';

export type Batch = {
  id: number;
  arrivedAt: Instant;
  /** the position of its first span, and the one after its last */
  begin: number;
  end: number;
};

/**
 * How far the batches are settled: whole and in their order, so that "settled up
 * to batch n" says everything.
 *
 * ```
 *   batches      │  40  │  41  │  42  │  43  │
 *   positions    ├──────┴──────┴───┬──┴──────┤
 *                     settled ─────┘           by room that was made: 42 has begun
 * ```
 */
export class Batches {
  /** the last batch of which every span is settled */
  settledBatch = -1;
  /** the position up to which spans are settled */
  settled = 0;
  private readonly waiting: Batch[] = [];

  add(batch: Batch) {
    this.waiting.push(batch);
  }

  /** When the oldest came that is still in memory. */
  get oldest(): Instant | undefined {
    return this.waiting[0]?.arrivedAt;
  }

  /** Those that are not settled and came at that time or before. */
  *due(arrivedBy: Instant): Generator<Batch> {
    for (const batch of this.waiting) {
      if (batch.arrivedAt > arrivedBy) return;
      if (batch.id > this.settledBatch) yield batch;
    }
  }

  /** Those of which some spans are settled and some may not be. */
  *begun(): Generator<Batch> {
    for (const batch of this.waiting) {
      if (batch.id <= this.settledBatch) continue;
      if (batch.end > this.settled && batch.begin >= this.settled) return;
      yield batch;
    }
  }

  /** Lets go of those that are settled and came at that time or before; answers where they ended. */
  forget(arrivedBy: Instant): number | undefined {
    const count = this.waiting.findIndex(
      ({ id, arrivedAt }) => arrivedAt > arrivedBy || id > this.settledBatch,
    );
    const gone = this.waiting.splice(
      0,
      count === -1 ? this.waiting.length : count,
    );
    return gone.at(-1)?.end;
  }
}

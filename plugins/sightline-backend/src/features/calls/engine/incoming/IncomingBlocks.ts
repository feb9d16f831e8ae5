import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

const minute: Millis = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A stretch of time of which counts are kept as one. */
export type Block = { at: Instant; width: Millis };

/** Hours before this are kept as days. */
const hoursFor: Millis = 3 * day;

const beginOf = (at: Instant, width: Millis) => Math.floor(at / width) * width;

/**
 * The blocks that make up the time before `at`, newest first: fine where windows
 * are short, coarse where they are long, so that a service takes some 200 of them
 * and not one for each minute of a month.
 *
 * ```
 *   days ───────────┤├─ hours, 3 to 4 days ─┤├─ minutes, 1 to 2 hours ─┤ at
 * ```
 */
export function* blocksBefore(at: Instant, longest: Millis): Generator<Block> {
  const live = beginOf(at, hour) - hour;
  for (let from = at - minute; from >= live; from -= minute) {
    yield { at: from, width: minute };
  }
  const fine = beginOf(at - hoursFor, day);
  for (let from = live - hour; from >= fine; from -= hour) {
    yield { at: from, width: hour };
  }
  const first = beginOf(at - longest, day);
  for (let from = fine - day; from >= first; from -= day) {
    yield { at: from, width: day };
  }
}

/** `120 60000` → a name for it. */
const keyOf = ({ at, width }: Block) => `${width} ${at}`;

/** Total and bad of every slot, side by side. */
export type BlockCounts = Float64Array;

/**
 * What was counted in blocks of time, by slot: a slot is one way of counting the
 * calls of one service. Blocks of the past hardly change and are kept.
 */
export class IncomingBlocks {
  readonly #blocks = new Map<string, BlockCounts>();
  readonly slots: number;

  constructor(slots: number) {
    this.slots = slots;
  }

  empty(): BlockCounts {
    return new Float64Array(this.slots * 2);
  }

  has(block: Block): boolean {
    return this.#blocks.has(keyOf(block));
  }

  put(block: Block, counts: BlockCounts): void {
    this.#blocks.set(keyOf(block), counts);
  }

  /** A day as the sum of its hours; undefined while one of them is missing. */
  dayOfHours(at: Instant): BlockCounts | undefined {
    const sum = this.empty();
    for (let from = at; from < at + day; from += hour) {
      const counts = this.#blocks.get(keyOf({ at: from, width: hour }));
      if (!counts) return undefined;
      counts.forEach((count, place) => {
        sum[place] += count;
      });
    }
    return sum;
  }

  /** Keeps these only: what has left all windows takes no room. */
  keepOnly(blocks: readonly Block[]): void {
    const wanted = new Set(blocks.map(keyOf));
    for (const key of this.#blocks.keys()) {
      if (!wanted.has(key)) this.#blocks.delete(key);
    }
  }

  /**
   * What was counted in each window, which all end at `at`. A block belongs to a
   * window that most of it lies in.
   */
  sums(
    slot: number,
    windows: readonly Millis[],
    { at, blocks }: { at: Instant; blocks: readonly Block[] },
  ): { total: number; bad: number }[] {
    const order = windows.map((_, place) => place);
    order.sort((a, b) => windows[a] - windows[b]);
    const answers: { total: number; bad: number }[] = [];
    let total = 0;
    let bad = 0;
    let next = 0;
    for (const block of blocks) {
      const middle = block.at + block.width / 2;
      while (next < order.length && middle < at - windows[order[next]]) {
        answers[order[next]] = { total, bad };
        next += 1;
      }
      if (next === order.length) break;
      const counts = this.#blocks.get(keyOf(block));
      total += counts?.[slot * 2] ?? 0;
      bad += counts?.[slot * 2 + 1] ?? 0;
    }
    for (; next < order.length; next++) answers[order[next]] = { total, bad };
    return answers;
  }
}

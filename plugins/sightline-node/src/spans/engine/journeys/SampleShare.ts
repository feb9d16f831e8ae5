import type {
  Instant,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';

/** 32 bits of a trace id; all four words go in, because ids are not always random. */
export const traceHash = (ids: Int32Array, at: number): number => {
  let hash = Math.imul(ids[at + 3] ^ 0x3c6ef372, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ ids[at + 2], 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ ids[at + 1], 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16) ^ ids[at], 0x27d4eb2f);
  return hash ^ (hash >>> 15);
};

const highestLevel = 31;

/** How many zeros a hash ends with. */
export const levelOf = (hash: number): number => {
  const marked = hash | 0x80000000;
  return 31 - Math.clz32(marked & -marked);
};

/** Spans are counted over so long, because traces come in all sizes. */
const round: Millis = 10_000;
/** Twice what is kept now has to fit with room to spare before the share is doubled. */
const comfortable = 0.8;

/**
 * Which share of all traces is read: 1, 1/2, 1/4, …, as there is less or more to
 * do. A trace is in the sample by its id alone, so it is in it with all of its
 * spans or with none, and so are its journey's steps.
 *
 * ```
 *   level of the sample      0     1      2      3
 *   share                    1    1/2    1/4    1/8
 *   traces whose hash ends  …x   …x0   …x00   …x000     a trace of level 2 is
 *                                                       in the first three
 *
 *   level 1 ──▶ level 2   at once: what waits and is of level 1 is thrown away
 *   level 1 ──▶ level 0   traces that begin now may have begun before, unseen:
 *                         for as long as a trace is remembered those of level 0
 *                         are remembered as well, and none of them is read
 * ```
 */
export class SampleShare {
  /** traces of a lower level are not even remembered */
  level = 0;

  private kept = 0;
  private until: Instant = -Infinity;
  /** when traces of each level may be read that begin then */
  private readonly ripeAt = new Float64Array(highestLevel + 1).fill(-Infinity);

  constructor(
    private readonly limits: {
      spansASecond: number;
      /** how long a trace is remembered */
      memory: Millis;
    },
  ) {}

  /** Lowers the level when that has been possible for a while. */
  advance(now: Instant, isCrowded: boolean) {
    if (now < this.until) return;
    this.until = now + round;
    const isEasy = this.kept * 2 <= this.most * comfortable && !isCrowded;
    this.kept = 0;
    if (this.level === 0 || !isEasy) return;
    this.level -= 1;
    this.ripeAt[this.level] = now + this.limits.memory;
  }

  /** A span is kept. */
  count() {
    this.kept += 1;
  }

  get isTooMuch() {
    return this.kept > this.most && this.canRaise;
  }

  get canRaise() {
    return this.level < highestLevel;
  }

  raise() {
    this.level += 1;
    this.kept = Math.floor(this.kept / 2);
  }

  /** The lowest level of which a trace that begins now is read: one of 2^level is. */
  readableLevel(now: Instant): number {
    let { level } = this;
    while (this.ripeAt[level] > now) level += 1;
    return level;
  }

  private get most() {
    return (this.limits.spansASecond * round) / 1000;
  }
}

import type { Instant } from '../../units/time';
import type { TimeRange } from './claims';

type Ranked = TimeRange & { rank: number; shift: string };

/** Who wins for a while; several where they rank alike. */
export type Settled<T> = TimeRange & {
  winners: T[];
  /** how many more rank alike and are not named */
  beyond: number;
};

/** Named at one moment; a feed may put a whole firm on call at once. */
const NAMED_AT_ONCE = 10;

type Change<T> = { at: Instant; one: T; begins: boolean };

const changesOf = <T extends Ranked>(claims: readonly T[]): Change<T>[] =>
  claims
    .filter(({ from, to }) => from < to)
    .flatMap(one => [
      { at: one.from, one, begins: true },
      { at: one.to, one, begins: false },
    ])
    .sort((a, b) => a.at - b.at);

/** Those that hold at a moment, by rank. */
const createHolding = <T extends Ranked>() => {
  const byRank = new Map<number, Set<T>>();
  return {
    change({ one, begins }: Change<T>): void {
      const alike = byRank.get(one.rank) ?? new Set<T>();
      if (begins) alike.add(one);
      else alike.delete(one);
      if (alike.size > 0) byRank.set(one.rank, alike);
      else byRank.delete(one.rank);
    },
    highest(): { winners: T[]; beyond: number } {
      let top = -Infinity;
      for (const rank of byRank.keys()) top = Math.max(top, rank);
      const winners: T[] = [];
      const alike = byRank.get(top) ?? [];
      for (const one of alike) {
        if (winners.length === NAMED_AT_ONCE) break;
        winners.push(one);
      }
      const all = byRank.get(top)?.size ?? 0;
      return { winners, beyond: all - winners.length };
    },
  };
};

const isSame = <T extends Ranked>(
  one: Settled<T> | undefined,
  other: Settled<T>,
): boolean =>
  one !== undefined &&
  one.to === other.from &&
  one.beyond === other.beyond &&
  one.winners.length === other.winners.length &&
  one.winners.every(({ shift }, at) => shift === other.winners[at].shift);

/**
 * Who wins when: at each moment the claim of the highest rank, as it is when
 * schedules are painted over each other. Parts of one shift that touch are one.
 *
 * ```
 *   rank 2          ├─ Dan ─┤
 *   rank 1   ├──── Ana ────────┼──── Ben ────┤
 *   settled  ├ Ana ─┼─ Dan ─┼An┼──── Ben ────┤      holes stay holes
 * ```
 *
 * Takes time by the number of claims and of ranks at one moment.
 */
export const settle = <T extends Ranked>(
  claims: readonly T[],
): Settled<T>[] => {
  const changes = changesOf(claims);
  const holding = createHolding<T>();
  const settled: Settled<T>[] = [];
  for (const [number, change] of changes.entries()) {
    holding.change(change);
    const next = changes[number + 1];
    if (!next || next.at === change.at) continue;
    const { winners, beyond } = holding.highest();
    if (winners.length === 0) continue;
    const part = { from: change.at, to: next.at, winners, beyond };
    const last = settled.at(-1);
    if (last && isSame(last, part)) last.to = part.to;
    else settled.push(part);
  }
  return settled;
};

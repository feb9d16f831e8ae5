import { CallParty, Ratio } from '@sightline/backstage-plugin-sightline-common';
import { CallGraph } from '../graph/CallGraph';
import { Wait, Waits } from './waits';

/** One that a service waits for, directly or through others. */
export type NeededParty = {
  party: CallParty;
  /** calls away, 1 for a direct one */
  depth: number;
  /** what was answered in the window, and what of it failed */
  calls: number;
  errors: number;
  /** of its failures, the part that began there and reached the service's own calls */
  counts: Ratio;
};

/** Fewer errors do not tell where they come from. */
const enough = 10;

type Sums = { calls: number; errors: number };

const sum = (waits: readonly Wait[]): Sums => ({
  calls: waits.reduce((all, { sums }) => all + sums.calls, 0),
  errors: waits.reduce((all, { sums }) => all + sums.errors, 0),
});

/**
 * Everyone a service waits for, each once, at its least depth. A failure counts
 * where it begins, and only as far as it got through, so that the product over
 * all of them counts none twice:
 *
 * ```
 *   orders ─▶ payments ─▶ bank      payments failed 9 of 1,000, bank 12 of 900:
 *                                   nothing began at payments, counts 0
 *                                   9 of 12 got out of payments, bank counts 0.75
 * ```
 *
 * Who failed too rarely to tell counts as a whole, and then those behind it not.
 */
export const neededParties = (
  { parties, waits }: Pick<CallGraph, 'parties'> & { waits: Waits },
  service: string,
): NeededParty[] => {
  const found = new Map<string, NeededParty>();
  let level = new Map<string, Ratio>([[service, 1]]);
  for (let depth = 1; level.size > 0; depth++) {
    const next = new Map<string, Ratio>();
    for (const [caller, reaches] of level) {
      for (const { callee } of waits.from(caller)) {
        if (callee === service || found.has(callee)) continue;
        next.set(callee, Math.max(next.get(callee) ?? 0, reaches));
      }
    }
    level = new Map();
    for (const [id, reaches] of next) {
      const party = parties.get(id);
      if (!party) continue;
      const asked = sum(waits.to(id));
      const asks = sum(waits.from(id));
      const { begins, through } = originOf(asked, asks);
      found.set(id, { party, depth, ...asked, counts: begins * reaches });
      level.set(id, through * reaches);
    }
  }
  return [...found.values()];
};

const originOf = (asked: Sums, asks: Sums) => {
  if (asks.errors === 0) return { begins: 1, through: 1 };
  if (asked.errors < enough) return { begins: 1, through: 0 };
  return {
    begins: Math.max(0, asked.errors - asks.errors) / asked.errors,
    through: Math.min(1, asked.errors / asks.errors),
  };
};

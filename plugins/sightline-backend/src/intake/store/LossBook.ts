/**
 * What was dropped since it was last written down. Causes come from sources, so
 * their number is bounded: what goes beyond is counted under one name.
 */
export const causesAtMost = 20;
export const otherCauses = 'other causes';

export const createLossBook = () => {
  let counts = new Map<string, number>();
  return {
    add(cause: string, count: number) {
      if (!(count > 0)) return;
      const short = String(cause).slice(0, 200);
      const known = counts.has(short) || counts.size < causesAtMost;
      const name = known ? short : otherCauses;
      counts.set(name, (counts.get(name) ?? 0) + Math.ceil(count));
    },
    /** hands over everything and begins anew */
    take(): ReadonlyMap<string, number> {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    /** what could not be written down after all */
    putBack(taken: ReadonlyMap<string, number>) {
      taken.forEach((count, cause) => this.add(cause, count));
    },
  };
};

export type LossBook = ReturnType<typeof createLossBook>;

/** How many entities of each kind, by lower-case kind. */
export type Counts = Readonly<Record<string, number>>;

/** Kinds of which a sweep found too little to be believed, and since when. */
export type Doubt = Readonly<Record<string, number>>;

export type SweepVerdict = {
  /** kinds whose missing entities may be forgotten now */
  believed: string[];
  doubt: Doubt;
  /** one sentence for each kind in doubt */
  notes: string[];
};

/** Below this, half a kind is a person tidying up. */
const FEW = 10;
const MINUTE = 60_000;

const isDoubtful = (kept: number, seen: number): boolean =>
  kept > 0 && (seen === 0 || (kept >= FEW && seen < kept / 2));

const note = (kind: string, kept: number, seen: number) =>
  `The catalog lists ${seen} of ${kept} entities of kind ${kind}; the others are kept until it says so again`;

/**
 * Failure never becomes emptiness: a catalog that starts with an empty database,
 * or lost a location, answers calmly with next to nothing. So a sweep that finds
 * less than half of a kind is believed only when another one says the same at
 * least a minute later; one that finds more in between starts over.
 *
 * ```
 *   kept 10,000    sweep: 12 → doubt    sweep: 12 → doubt    a minute on: 12 → believed
 * ```
 */
export const judgeSweep = (options: {
  kept: Counts;
  seen: Counts;
  before: Doubt;
  now: number;
}): SweepVerdict => {
  const { kept, seen, before, now } = options;
  const verdict: SweepVerdict = { believed: [], doubt: {}, notes: [] };
  const doubt: Record<string, number> = {};
  for (const kind of Object.keys(kept).sort()) {
    const found = seen[kind] ?? 0;
    const since = before[kind] ?? now;
    if (!isDoubtful(kept[kind], found) || now - since >= MINUTE) {
      verdict.believed.push(kind);
    } else {
      doubt[kind] = since;
      verdict.notes.push(note(kind, kept[kind], found));
    }
  }
  return { ...verdict, doubt };
};

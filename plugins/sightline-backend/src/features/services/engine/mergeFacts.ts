import { FactReading } from '@sightline/backstage-plugin-sightline-common';

export type MergedFacts = {
  facts: FactReading[];
  /** at least one value is different, came or is there for the first time */
  changed: boolean;
  lost: number;
};

/** Facts one source keeps about one service. */
const MOST = 100;

const valueOf = (reading: FactReading | undefined) =>
  JSON.stringify(reading?.value);

/**
 * What a source said before and what it says now, by fact: a report that leaves
 * a fact out takes nothing back, its evidence simply grows old.
 */
export const mergeFacts = (
  before: readonly FactReading[],
  now: readonly FactReading[],
): MergedFacts => {
  const known = new Map(before.map(reading => [reading.fact, reading]));
  const changed = now.some(
    reading => valueOf(known.get(reading.fact)) !== valueOf(reading),
  );
  now.forEach(reading => known.set(reading.fact, reading));
  const facts = [...known.values()].sort((a, b) => (a.fact < b.fact ? -1 : 1));
  return {
    facts: facts.slice(0, MOST),
    changed,
    lost: Math.max(0, facts.length - MOST),
  };
};

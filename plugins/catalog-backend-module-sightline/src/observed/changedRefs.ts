import { Seen } from './Snapshot';

type SeenByRef = ReadonlyMap<string, Seen>;

/** Entities whose relations are not what they were; those that are gone, too. */
export const changedRefs = (before: SeenByRef, now: SeenByRef): string[] => {
  const changed: string[] = [];
  for (const [ref, seen] of now) {
    const old = before.get(ref);
    if (!old || !isSame(old, seen)) changed.push(ref);
  }
  for (const ref of before.keys()) if (!now.has(ref)) changed.push(ref);
  return changed;
};

const isSame = (a: Seen, b: Seen) =>
  areSame(a.targets, b.targets) && areSame(a.silent, b.silent);

const areSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((ref, at) => ref === b[at]);

/** Who is above whom, and how far. */
export type Above = { member: string; above: string; distance: number };

const climb = (
  member: string,
  parents: ReadonlyMap<string, readonly string[]>,
): Above[] => {
  const seen = new Set([member]);
  const found: Above[] = [];
  let level = [member];
  for (let distance = 1; level.length > 0; distance += 1) {
    const next = level.flatMap(ref => parents.get(ref) ?? []);
    level = [...new Set(next)].filter(ref => !seen.has(ref)).sort();
    for (const above of level) {
      seen.add(above);
      found.push({ member, above, distance });
    }
  }
  return found;
};

/**
 * All groups above each group: the closure of "is a child of", nearest first.
 *
 * ```
 *   company                    member     above      distance
 *     └ commerce               payments   commerce   1
 *         └ payments           payments   company    2
 *                              commerce   company    1
 * ```
 *
 * A cycle (a is under b, b is under a) ends where it meets itself: each is above
 * the other, none is above itself.
 */
export const groupsAbove = (
  parents: ReadonlyMap<string, readonly string[]>,
): Above[] => [...parents.keys()].flatMap(member => climb(member, parents));

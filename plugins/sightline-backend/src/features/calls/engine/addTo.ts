/** Adds to what is there under this key, or begins it. */
export const addTo = <Key, Counts>(
  to: Map<Key, Counts>,
  key: Key,
  counts: Counts,
  merge: (a: Counts, b: Counts) => Counts,
) => {
  const before = to.get(key);
  to.set(key, before === undefined ? counts : merge(before, counts));
};

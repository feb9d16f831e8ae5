import { Labels } from '../../client/engine/readAnswer';

/**
 * Everyone a round asks about, each with a number of their own: what is known of
 * them stands there in every answer's rows.
 */
export interface Places {
  /** whose values tell them apart, in this order */
  readonly labels: readonly string[];
  /** how many there are */
  readonly size: number;
  /** the place of these values, a new one at first */
  of(values: readonly string[]): number;
  /** whose series this is; undefined when nobody asked about them */
  find(carried: Labels): number | undefined;
}

type Branch = Map<string, Branch | number>;

/**
 * ```
 *   service_namespace   service_name
 *        shop ─────────── orders      0
 *           └──────────── cart        1
 * ```
 * A look at each value finds them: to put the values together to one key would
 * make a new text of every series.
 */
export const createPlaces = (labels: readonly string[]): Places => {
  const tree: Branch = new Map();
  const last = labels.length - 1;
  let size = 0;

  const placeIn = (branch: Branch, value: string): number => {
    const known = branch.get(value);
    if (typeof known === 'number') return known;
    branch.set(value, size);
    size += 1;
    return size - 1;
  };

  const branchIn = (branch: Branch, value: string): Branch => {
    const known = branch.get(value);
    if (known instanceof Map) return known;
    const grown: Branch = new Map();
    branch.set(value, grown);
    return grown;
  };

  return {
    labels,
    get size() {
      return size;
    },
    of(values) {
      // Without labels there is one answer, and one place.
      let branch = tree;
      for (let nth = 0; nth < last; nth++) {
        branch = branchIn(branch, values[nth] ?? '');
      }
      return placeIn(branch, values[last] ?? '');
    },
    find(carried) {
      let found: Branch | number | undefined = tree;
      for (const label of labels) {
        if (!(found instanceof Map)) return undefined;
        found = found.get(carried[label] ?? '');
      }
      if (labels.length === 0) found = tree.get('');
      return typeof found === 'number' ? found : undefined;
    },
  };
};

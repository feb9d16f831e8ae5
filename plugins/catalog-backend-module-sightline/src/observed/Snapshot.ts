import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Instant } from '@sightline/backstage-plugin-sightline-common';

/** Refs of two entities: `from` was seen leaning on `to`. */
export type Pair = { from: string; to: string };

/** Whom one entity was seen leaning on. */
export type Seen = {
  /** refs, sorted */
  targets: readonly string[];
  /** those of them at which it does not show: too many lean on them already */
  silent: readonly string[];
};

export type LeftOut = {
  /** relations of entities that lean on too many */
  dependsOn: number;
  /** relations of entities on which too many lean */
  dependencyOf: number;
  /** pairs that name no entity */
  malformed: number;
};

/** What Sightline said of the whole fleet at one time. */
export type Snapshot = {
  at: Instant;
  /** entities that were seen leaning on somebody, by ref */
  seen: ReadonlyMap<string, Seen>;
  leftOut: LeftOut;
};

/** Pairs come in pages; others have a turn in between. */
export type SnapshotBuilder = {
  add(pairs: Iterable<Pair>): void;
  /** how many pairs came */
  size(): number;
  build(at: Instant): Snapshot;
};

/**
 * Puts pairs together as the relations an entity emits: of what it leans on, and
 * of that it is leant on, which shows at the other end. Neither end may get more
 * than `atMost` of a kind; who is first in the alphabet stays, so that nothing
 * flickers when traffic changes.
 *
 * ```
 *   orders ──▶ auth      orders: targets [auth, payments], silent [auth]
 *   orders ──▶ payments          because 200 others were named at auth before
 * ```
 */
export const createSnapshotBuilder = (atMost: number): SnapshotBuilder => {
  const all = new Map<string, Set<string>>();
  const canonical = canonicalRefs();
  let size = 0;
  let malformed = 0;

  return {
    size: () => size,
    add(pairs) {
      for (const { from, to } of pairs) {
        size += 1;
        const source = canonical(from);
        const target = canonical(to);
        if (source === undefined || target === undefined) malformed += 1;
        else if (source !== target) {
          const targets = all.get(source) ?? new Set();
          all.set(source, targets.add(target));
        }
      }
    },
    build: at => {
      const { seen, leftOut } = withinLimits(all, atMost);
      return { at, seen, leftOut: { ...leftOut, malformed } };
    },
  };
};

const withinLimits = (
  all: ReadonlyMap<string, ReadonlySet<string>>,
  atMost: number,
) => {
  const leftOut = { dependsOn: 0, dependencyOf: 0 };
  const shownAt = new Map<string, number>();
  const seen = new Map<string, Seen>();
  for (const ref of [...all.keys()].sort()) {
    const sorted = [...all.get(ref)!].sort();
    const targets = sorted.slice(0, atMost);
    const silent: string[] = [];
    for (const target of targets) {
      const shown = shownAt.get(target) ?? 0;
      if (shown >= atMost) silent.push(target);
      else shownAt.set(target, shown + 1);
    }
    leftOut.dependsOn += sorted.length - targets.length;
    leftOut.dependencyOf += silent.length;
    seen.set(ref, { targets, silent });
  }
  return { seen, leftOut };
};

/** Each ref is read once and kept once, however many pairs name it. */
const canonicalRefs = () => {
  const known = new Map<string, string | undefined>();
  return (text: string): string | undefined => {
    if (!known.has(text)) known.set(text, toRef(text));
    return known.get(text);
  };
};

const toRef = (text: string): string | undefined => {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    return undefined;
  }
};

import {
  Instant,
  Override,
  Rotation,
  RotationVersion,
  toInstant,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';

/** A rotation as it stood in a file from a moment on. */
export type KeptVersion = {
  since: Instant;
  /** left out: it was withdrawn */
  rotation?: Rotation;
};

const beginOf = ({ from }: Pick<RotationVersion, 'from'>) =>
  toInstant(from) ?? Infinity;

/** Layers keep their zone when that of the rotation is another later on. */
const withZones = ({ timeZone, versions }: Rotation): RotationVersion[] =>
  versions
    .map(({ from, levels }) => ({
      from,
      levels: levels.map(({ level, layers }) => ({
        level,
        layers: layers.map(layer => ({ timeZone, ...layer })),
      })),
    }))
    .sort((a, b) => beginOf(a) - beginOf(b));

const before = (overrides: readonly Override[], end: Instant): Override[] =>
  overrides.flatMap(one => {
    if ((toInstant(one.from) ?? Infinity) >= end) return [];
    const to = Math.min(toInstant(one.to) ?? -Infinity, end);
    return { ...one, to: toIso(to) };
  });

const after = (overrides: readonly Override[], begin: Instant): Override[] =>
  overrides.flatMap(one => {
    if ((toInstant(one.to) ?? -Infinity) <= begin) return [];
    const from = Math.max(toInstant(one.from) ?? Infinity, begin);
    return { ...one, from: toIso(from) };
  });

type Joined = Pick<Rotation, 'versions' | 'overrides'>;

const ended = (joined: Joined, at: Instant): Joined => ({
  versions: [
    ...joined.versions.filter(one => beginOf(one) < at),
    { from: toIso(at), levels: [] },
  ],
  overrides: before(joined.overrides, at),
});

const followed = (
  joined: Joined,
  rotation: Rotation,
  since: Instant,
): Joined => {
  const own = withZones(rotation);
  const first = own[0] ? beginOf(own[0]) : since;
  // What begins later says nothing about the time until then.
  const begin = Math.max(since, first);
  const inForce = own.filter(one => beginOf(one) <= begin).at(-1);
  return {
    versions: [
      // What was planned and had not begun is planned no more.
      ...joined.versions.filter(
        one => beginOf(one) <= since && beginOf(one) < begin,
      ),
      { from: toIso(begin), levels: inForce?.levels ?? [] },
      ...own.filter(one => beginOf(one) > begin),
    ],
    overrides: [
      ...before(joined.overrides, since),
      ...after(rotation.overrides, since),
    ],
  };
};

/**
 * All that a file ever said about a rotation, as one: each edition holds from the
 * moment it was found, so that whatever is written into a file today changes
 * nothing about who was on call yesterday.
 *
 * ```
 *   first edition    ├── Ana, Ben ─────────────────────
 *   found on Monday              ├── Ana, Chloe ───────
 *   joined           ├ Ana, Ben ─┼── Ana, Chloe ───────
 * ```
 *
 * The first edition is believed about all time. Undefined when there is none.
 */
export const joinVersions = (
  kept: readonly KeptVersion[],
): Rotation | undefined => {
  const latest = kept.filter(({ rotation }) => rotation).at(-1)?.rotation;
  if (!latest) return undefined;
  let joined: Joined | undefined;
  for (const { since, rotation } of kept) {
    if (!rotation) joined = joined && ended(joined, since);
    else if (!joined) {
      joined = { versions: withZones(rotation), overrides: rotation.overrides };
    } else joined = followed(joined, rotation, since);
  }
  return { ...latest, ...joined };
};

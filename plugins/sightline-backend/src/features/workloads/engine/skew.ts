import {
  Instant,
  toIso,
  VersionSkew,
  WorkloadKey,
} from '@sightline/backstage-plugin-sightline-common';
import { atMinute } from './inWords';

/** A workload of one service, and what runs of it. */
export type Running = {
  key: WorkloadKey;
  version?: string;
  /** when this version came there */
  since?: Instant;
};

type Place = Running & { version: string };

const bySince = (a: Running, b: Running) => (b.since ?? 0) - (a.since ?? 0);

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string) => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
};

/** Its cluster, and the namespace where one cluster has several. */
const placeName = (places: readonly Place[]) => {
  const namespaces = new Set(places.map(({ key }) => key.namespace));
  return ({ key }: Place) =>
    namespaces.size > 1 ? `${key.cluster}/${key.namespace}` : key.cluster;
};

const skewOf = (places: readonly Place[]): VersionSkew => {
  const nameOf = placeName(places);
  const versions = groupBy(places, ({ version }) => version)
    .map(same => [...same].sort(bySince))
    .sort(([a], [b]) => bySince(a, b) || a.version.localeCompare(b.version));
  const { kind, name } = places[0].key;
  const words = versions.map(same => {
    const clusters = same.map(nameOf).sort().join(', ');
    const since = same[0].since;
    return `${same[0].version} in ${clusters}${
      since === undefined ? '' : ` since ${atMinute(since)}`
    }`;
  });
  return {
    versions: versions.map(same => {
      const firsts = same.flatMap(({ since }) => since ?? []);
      return {
        version: same[0].version,
        clusters: same.map(nameOf).sort(),
        ...(firsts.length > 0 && { since: toIso(Math.min(...firsts)) }),
      };
    }),
    words: `${kind} ${name} runs in ${versions.length} versions: ${words.join(
      '; ',
    )}`,
  };
};

/**
 * Different versions of the same workload in different places. Two workloads of
 * one service may differ as they like: a cache is no version of its shop.
 */
export const versionSkew = (
  running: readonly Running[],
): VersionSkew | undefined => {
  const known = running.flatMap(one =>
    one.version === undefined ? [] : [{ ...one, version: one.version }],
  );
  const skews = groupBy(known, ({ key }) => `${key.kind}/${key.name}`)
    .filter(places => new Set(places.map(({ version }) => version)).size > 1)
    .map(skewOf);
  return skews.sort((a, b) => b.versions.length - a.versions.length)[0];
};

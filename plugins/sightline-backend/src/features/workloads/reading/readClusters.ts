import {
  Evidence,
  Instant,
  isStale,
  Millis,
  ServiceWorkloads,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { atMinute } from '../engine/inWords';
import { ClusterRow, Gap, numberOr } from '../store/tables';

/** One cluster, and as of when what is kept of it holds. */
export type Cluster = {
  cluster: string;
  source: string;
  observedAt: Instant;
  freshFor: Millis;
  gaps: Gap[];
};

export type Clusters = ReadonlyMap<string, Cluster>;

export const evidenceOf = ({
  source,
  observedAt,
  freshFor,
}: Cluster): Evidence => ({
  ...{ source, observedAt: toIso(observedAt), validFor: freshFor },
});

/** Clusters that are set up and were heard; what others left behind is not shown. */
export const readClusters = async (
  knex: Knex,
  isSetUp: (source: string) => boolean,
): Promise<Clusters> => {
  const rows: ClusterRow[] = await knex('workloads_cluster')
    .whereNotNull('observed_at')
    .orderBy('cluster');
  return new Map(
    rows
      .filter(({ source }) => isSetUp(source))
      .map(({ cluster, source, observed_at, fresh_for, gaps }) => [
        cluster,
        {
          ...{ cluster, source, gaps: JSON.parse(gaps) },
          observedAt: numberOr(observed_at) ?? 0,
          freshFor: Number(fresh_for),
        },
      ]),
  );
};

/** What cannot be seen now, in any cluster: the service might run there, too. */
export const gapsOf = (
  clusters: Clusters,
  now: Instant,
): ServiceWorkloads['gaps'] =>
  [...clusters.values()].flatMap(one => {
    const { cluster, gaps, observedAt } = one;
    const told = gaps.map(({ words, since }) => ({
      ...{ cluster, words, since: toIso(since) },
    }));
    if (!isStale(evidenceOf(one), now)) return told;
    const words = `Nothing was heard of it since ${atMinute(
      observedAt,
    )}: what is shown is as it was then`;
    return [{ cluster, words, since: toIso(observedAt) }, ...told];
  });

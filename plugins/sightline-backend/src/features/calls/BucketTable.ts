import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { chunks } from '../../platform/chunks';
import { CallCounts, mergeCounts } from './engine/CallCounts';
import { readLatency, writeLatency } from './engine/latencyCounts';
import { CallBucket } from './engine/rollUp';

const CHUNK = 200;

/** PostgreSQL answers large numbers as text. */
export const toCounts = (row: any): CallCounts => ({
  calls: Number(row.calls),
  errors: Number(row.errors),
  estimated: Number(row.estimated),
  unweighted: Number(row.unweighted),
  retries: Number(row.retries),
  latency: readLatency(row.latency),
  firstSeen: Number(row.first_seen),
  lastSeen: Number(row.last_seen),
});

const toBucket = (row: any): CallBucket => ({
  edge: row.edge,
  width: row.width,
  at: Number(row.at),
  ...toCounts(row),
});

const toRow = (bucket: CallBucket) => ({
  edge: bucket.edge,
  width: bucket.width,
  at: bucket.at,
  calls: bucket.calls,
  errors: bucket.errors,
  estimated: bucket.estimated,
  unweighted: bucket.unweighted,
  retries: bucket.retries,
  latency: writeLatency(bucket.latency),
  first_seen: bucket.firstSeen,
  last_seen: bucket.lastSeen,
});

type BucketKey = Pick<CallBucket, 'edge' | 'width' | 'at'>;

/** Many edges and few moments: one question a moment, however many edges. */
const byMoment = <T extends BucketKey>(keys: readonly T[]): T[][] => {
  const moments = new Map<string, T[]>();
  for (const key of keys) {
    const moment = `${key.width} ${key.at}`;
    moments.set(moment, [...(moments.get(moment) ?? []), key]);
  }
  return [...moments.values()].flatMap(group => [...chunks(group, CHUNK)]);
};

const sameMoment = (trx: Knex, keys: readonly BucketKey[]) =>
  trx('calls_bucket')
    .where({ width: keys[0].width, at: keys[0].at })
    .whereIn(
      'edge',
      keys.map(({ edge }) => edge),
    );

/** Adds to what is kept; the caller holds the lock. One bucket a key. */
export const addBuckets = async (
  trx: Knex.Transaction,
  buckets: readonly CallBucket[],
): Promise<void> => {
  for (const group of byMoment(buckets)) {
    const rows = await sameMoment(trx, group);
    const kept = new Map(rows.map(row => [row.edge, toBucket(row)]));
    const merged = group.map(bucket => {
      const before = kept.get(bucket.edge);
      return before ? { ...bucket, ...mergeCounts(before, bucket) } : bucket;
    });
    await trx('calls_bucket')
      .insert(merged.map(toRow))
      .onConflict(['edge', 'width', 'at'])
      .merge();
  }
};

export const deleteBuckets = async (
  trx: Knex.Transaction,
  buckets: readonly BucketKey[],
): Promise<void> => {
  for (const group of byMoment(buckets)) {
    await sameMoment(trx, group).delete();
  }
};

/** The oldest of this width that begin before a moment. */
export const oldestBuckets = async (
  trx: Knex.Transaction,
  options: { width: Millis; before: Instant; limit: number },
): Promise<CallBucket[]> => {
  const rows = await trx('calls_bucket')
    .where('width', options.width)
    .where('at', '<', options.before)
    .orderBy(['at', 'edge'])
    .limit(options.limit);
  return rows.map(toBucket);
};

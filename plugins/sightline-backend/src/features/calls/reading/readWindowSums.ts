import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { BigNumber } from '../BucketTable';
import {
  addSums,
  EdgeSums,
  Window,
  WindowSums,
} from '../engine/graph/CallGraph';
import { bucketsByAge } from './bucketsByAge';

type Row = {
  edge: number;
  at: BigNumber;
  calls: BigNumber;
  errors: BigNumber;
  estimated: number;
  retries: BigNumber;
  last_seen: BigNumber;
};

const columns = ['calls', 'errors', 'estimated', 'retries', 'last_seen'];

/**
 * Adds up everything counted in a window, over all edges. A bucket that begins
 * before the window and reaches into it is counted whole.
 */
export const readWindowSums = async (
  database: Knex,
  window: Window,
): Promise<WindowSums> => {
  const sums = new Map<number, EdgeSums>();
  let first: Instant = window.to;
  let last: Instant = window.from;
  const asked = { table: 'calls_bucket', owner: 'edge', columns, window };
  for await (const row of bucketsByAge<Row>(database, asked)) {
    first = Math.min(first, Math.max(Number(row.at), window.from));
    last = Math.max(last, Math.min(Number(row.last_seen), window.to));
    const more = toSums(row);
    const before = sums.get(row.edge);
    sums.set(row.edge, before ? addSums(before, more) : more);
  }
  return { window, sums, seconds: Math.max(60, (last - first) / 1000) };
};

const toSums = (row: Row): EdgeSums => ({
  calls: Number(row.calls),
  errors: Number(row.errors),
  estimated: Number(row.estimated),
  retries: Number(row.retries),
});

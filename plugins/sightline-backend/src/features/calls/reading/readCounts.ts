import { Knex } from 'knex';
import { breathe, chunks } from '../../../platform/chunks';
import { BigNumber } from '../BucketTable';
import { CallColumns, toCallCounts } from '../bucketTables';
import { addTo } from '../engine/addTo';
import { CallCounts, mergeCounts } from '../engine/CallCounts';
import { Window } from '../engine/graph/CallGraph';
import { bucketWidths } from '../engine/rollUp';

export type BucketRow = CallColumns & {
  edge: number;
  width: number;
  at: BigNumber;
};

/** Edges whose buckets are read at once: of an hour about 1,000 rows. */
const EDGES = 20;

/** All buckets of these edges that reach into the window, some edges at a time. */
export async function* readBuckets(
  database: Knex,
  edges: readonly number[],
  { from, to }: Window,
): AsyncGenerator<BucketRow> {
  for (const chunk of chunks(edges, EDGES)) {
    const rows: BucketRow[] = await database('calls_bucket')
      .whereIn('edge', chunk)
      .where('at', '<', to)
      .where(query => {
        for (const width of bucketWidths) {
          query.orWhere(of =>
            of.where({ width }).where('at', '>', from - width),
          );
        }
      });
    yield* rows;
    await breathe();
  }
}

/** What was counted of these edges in a window, by number of the edge. */
export const readCounts = async (
  database: Knex,
  edges: readonly number[],
  window: Window,
): Promise<Map<number, CallCounts>> => {
  const counts = new Map<number, CallCounts>();
  for await (const row of readBuckets(database, edges, window)) {
    addTo(counts, row.edge, toCallCounts(row), mergeCounts);
  }
  return counts;
};

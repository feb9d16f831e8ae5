import {
  CallEvidenceClass,
  CallMode,
  CallNode,
  CallProtocol,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { breathe } from '../../../platform/chunks';
import { BigNumber } from '../BucketTable';
import { StoredEdge } from '../engine/graph/CallGraph';

const PAGE = 1_000;

type EdgeRow = {
  id: number;
  caller: string;
  callee: string;
  protocol: CallProtocol;
  mode: CallMode;
  evidence: CallEvidenceClass;
  /** SQLite has no booleans */
  sampled: boolean | number;
  first_seen: BigNumber;
  last_seen: BigNumber;
};

const edgeColumns = [
  ...['id', 'caller', 'callee', 'protocol', 'mode', 'evidence'],
  'sampled',
  ...['first_seen', 'last_seen'],
];

/** All edges that are kept, a page at a time. */
export const readEdges = async (database: Knex): Promise<StoredEdge[]> => {
  const edges: StoredEdge[] = [];
  let after = 0;
  for (;;) {
    const rows: EdgeRow[] = await database('calls_edge')
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .select(edgeColumns);
    for (const { first_seen, last_seen, sampled, ...edge } of rows) {
      edges.push({
        ...edge,
        sampled: Boolean(sampled),
        firstSeen: Number(first_seen),
        lastSeen: Number(last_seen),
      });
    }
    if (rows.length < PAGE) return edges;
    after = rows[rows.length - 1].id;
    await breathe();
  }
};

type NodeRow = CallNode & { id: string };

/** All nodes that are kept, by id. */
export const readNodes = async (
  database: Knex,
): Promise<Map<string, CallNode>> => {
  const nodes = new Map<string, CallNode>();
  let after = '';
  for (;;) {
    const rows: NodeRow[] = await database('calls_node')
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'kind', 'environment', 'namespace', 'name');
    for (const { id, ...node } of rows) nodes.set(id, node);
    if (rows.length < PAGE) return nodes;
    after = rows[rows.length - 1].id;
    await breathe();
  }
};

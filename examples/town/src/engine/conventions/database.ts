import type { Random } from '../random.ts';
import type { Attributes } from '../Span.ts';
import type { Address, Call, Generation } from '../Truth.ts';
import { inGeneration, type Wording } from './generation.ts';
import { peerAttributes } from './peer.ts';

/** What today's conventions call the systems that had another name before. */
const renamed: Record<string, string> = { mssql: 'microsoft.sql_server' };

type Query = { operation: string; collection?: string; text: string };

/** `SELECT product`, `HMGET`, `PutObject`: the operation, then what it works on if it says so. */
function queryOf({ operation }: Call, system: string, random: Random): Query {
  const [verb, collection] = operation.split(' ');
  const id = 1_000_000 + random.below(9_000_000);
  const key = system === 'redis' ? `${verb} harbour:${id}` : operation;
  const clauses: Record<string, string> = {
    SELECT: `SELECT * FROM ${collection} WHERE id = ${id}`,
    INSERT: `INSERT INTO ${collection} VALUES (${id})`,
    UPDATE: `UPDATE ${collection} SET touched = now() WHERE id = ${id}`,
    MERGE: `MERGE INTO ${collection} USING prices ON id = ${id}`,
  };
  const text = collection ? clauses[verb] : undefined;
  return { operation: verb, collection, text: text ?? key };
}

/** The old conventions had a name for everybody. */
function oldNames(system: string, namespace: string, query: Query): Attributes {
  const { collection } = query;
  if (system === 'redis') {
    return { 'db.redis.database_index': Number(namespace) };
  }
  if (system === 'elasticsearch') {
    return {
      'db.elasticsearch.cluster.name': namespace,
      ...(collection && { 'db.elasticsearch.path_parts.index': collection }),
    };
  }
  return {
    'db.name': namespace,
    ...(collection && { 'db.sql.table': collection }),
  };
}

export function databaseClient(options: {
  generation: Generation;
  call: Call;
  failed: boolean;
  address: Address;
  random: Random;
}): Wording {
  const { generation, call, failed, address, random } = options;
  const { system = 'other_sql', namespace = '' } = address;
  const query = queryOf(call, system, random);
  const oldName = [query.operation, query.collection && namespace]
    .filter(Boolean)
    .join(' ');
  return {
    scope: `db-${system}`,
    name:
      generation === 'old' && query.collection
        ? `${oldName}.${query.collection}`
        : call.operation,
    errorType: failed ? 'timeout' : undefined,
    attributes: {
      ...peerAttributes(generation, address),
      ...inGeneration(generation, {
        old: {
          'db.system': system,
          'db.operation': query.operation,
          'db.statement': query.text,
          ...oldNames(system, namespace, query),
        },
        new: {
          'db.system.name': renamed[system] ?? system,
          'db.namespace': namespace,
          'db.operation.name': query.operation,
          'db.query.summary': call.operation,
          'db.query.text': query.text.replace(/\d{7}/, '?'),
          ...(query.collection && { 'db.collection.name': query.collection }),
        },
      }),
    },
  };
}

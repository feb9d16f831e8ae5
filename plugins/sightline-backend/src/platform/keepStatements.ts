import { Knex } from 'knex';

/** A statement as SQLite's driver has prepared it; it may be carried out again and again. */
type Statement = object;
type Connection = { prepare(sql: string): Statement };
type Client = {
  acquireRawConnection(): Promise<Connection>;
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
};

export const statementsAtMost = 200;

/** The same connection, with the statements kept that were used last. */
const keeping = (connection: Connection): Connection => {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, Statement>();
  connection.prepare = sql => {
    const statement = kept.get(sql) ?? prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    if (kept.size > statementsAtMost) kept.delete([...kept.keys()][0]);
    return statement;
  };
  return connection;
};

/**
 * knex has SQLite prepare every statement anew, and leaves it to the garbage
 * collector to release it. One that writes a hundred rows takes a millisecond
 * to prepare, three times as long as to carry out, and 400 kB that the collector
 * does not see: 50,000 edges a minute came to a gigabyte within six minutes, with
 * a heap of 20 MB. So those used last are kept.
 */
export const keepStatements = async (knex: Knex): Promise<void> => {
  const client = knex.client as Client;
  const acquire = client.acquireRawConnection.bind(client);
  client.acquireRawConnection = async () => keeping(await acquire());
  const first = await client.acquireConnection();
  keeping(first);
  await client.releaseConnection(first);
};

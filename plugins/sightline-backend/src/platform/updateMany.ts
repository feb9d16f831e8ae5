import { Knex } from 'knex';

/** Types by the names PostgreSQL has for them; SQLite takes values as they come. */
export type ColumnType =
  | 'text'
  | 'bigint'
  | 'integer'
  | 'double precision'
  | 'boolean';

export type UpdateForm = {
  table: string;
  /** the primary key, a text */
  key: string;
  /** what is written; indexes of other columns are left alone */
  columns: Readonly<Record<string, ColumnType>>;
};

const quoted = (name: string) => `"${name}"`;

const setting = ({ columns }: UpdateForm) =>
  Object.keys(columns)
    .map(column => `${quoted(column)} = n.${quoted(column)}`)
    .join(', ');

const inSqlite = (form: UpdateForm) => {
  const { table, key, columns } = form;
  const taken = [key, ...Object.keys(columns)]
    .map(column => `value ->> '$.${column}' as ${quoted(column)}`)
    .join(', ');
  return `update ${table} set ${setting(form)}
    from (select ${taken} from json_each(?)) as n
    where ${table}.${key} = n.${key}`;
};

const inPostgres = (form: UpdateForm) => {
  const { table, key, columns } = form;
  const types = Object.entries({ [key]: 'text', ...columns })
    .map(([column, type]) => `${quoted(column)} ${type}`)
    .join(', ');
  return `update ${table} set ${setting(form)}
    from jsonb_to_recordset(?::jsonb) as n(${types})
    where ${table}.${key} = n.${key}`;
};

/**
 * Writes columns of many rows that exist. The rows travel as one JSON, so that
 * the statement is short and always the same: to read a statement with a
 * placeholder for each value costs a database more than to carry it out.
 */
export const updateMany = async (
  trx: Knex,
  form: UpdateForm,
  rows: readonly object[],
): Promise<void> => {
  if (rows.length === 0) return;
  const isPostgres = trx.client.config.client === 'pg';
  const statement = isPostgres ? inPostgres(form) : inSqlite(form);
  await trx.raw(statement, [JSON.stringify(rows)]);
};

import { DatabaseSync } from 'node:sqlite';
import { edgesWithHistory } from '../worlds/callHistory';

/** Pages of the tables of calls and of their indexes, per edge that has a past. */
export const bytesOfAnEdge = (file: string): number => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const row = database
      .prepare(
        `select sum(dbstat.pgsize) as bytes from dbstat
         join sqlite_master on sqlite_master.name = dbstat.name
         where sqlite_master.tbl_name like 'calls\\_%' escape '\\'`,
      )
      .get();
    return Number(row!.bytes) / edgesWithHistory;
  } finally {
    database.close();
  }
};

import { affectedBy, everyWorkload, partsOf } from './affected';
import { isOlder, Kept, OwnerKey } from './Kept';
import { Table } from './Table';
import { createTables, TableName, tableOfKind, Tables } from './tables';
import {
  WorkloadKey,
  WorkloadKind,
} from '@sightline/backstage-plugin-sightline-common';

/** Objects that were deleted, remembered so that a late word does not bring them back. */
const mostGone = 2000;

/** Rows of one type in one cluster; above it nothing new is taken. */
const mostRows: Record<TableName, number> = {
  pods: 100_000,
  replicasets: 100_000,
  controllerrevisions: 100_000,
  events: 5000,
  deployments: 20_000,
  statefulsets: 20_000,
  daemonsets: 20_000,
  rollouts: 20_000,
  cronjobs: 20_000,
  horizontalpodautoscalers: 20_000,
  poddisruptionbudgets: 20_000,
  canaries: 20_000,
  applications: 20_000,
};

/**
 * What one cluster was last heard to have. Words may come late or twice: an older
 * one never replaces a newer one.
 */
export class ClusterState {
  readonly tables: Tables = createTables();
  readonly #gone = new Map<number, number>();

  #table(name: TableName) {
    // One table of many types: rows and tables come from the same name.
    return this.tables[name] as unknown as Table<Kept>;
  }

  has(name: TableName, key: string): boolean {
    return this.#table(name).get(key) !== undefined;
  }

  isFull(name: TableName): boolean {
    return this.#table(name).size >= mostRows[name];
  }

  #isLate(name: TableName, row: Kept): boolean {
    const known = this.#table(name).get(row.key);
    if (known?.uid === row.uid && isOlder(row.version, known.version))
      return true;
    const gone = this.#gone.get(row.uid);
    return row.uid !== 0 && gone !== undefined && !isOlder(gone, row.version);
  }

  /** Workloads that look different now. */
  put(name: TableName, row: Kept): OwnerKey[] {
    if (this.#isLate(name, row)) return [];
    const before = affectedBy(this.tables, name, row.key);
    this.#table(name).set(row);
    return [...before, ...affectedBy(this.tables, name, row.key)];
  }

  /** As `put`; another object of the same name that came after it stays. */
  remove(name: TableName, row: Kept): OwnerKey[] {
    const known = this.#table(name).get(row.key);
    this.#remember(row);
    if (!known || known.uid !== row.uid) return [];
    if (isOlder(row.version, known.version)) return [];
    return this.#drop(name, row.key);
  }

  /** A list was read to its end: what it did not have is gone. */
  keepOnly(name: TableName, listed: ReadonlySet<string>): OwnerKey[] {
    const missing = [...this.#table(name).keys()].filter(
      key => !listed.has(key),
    );
    return missing.flatMap(key => this.#drop(name, key));
  }

  #drop(name: TableName, key: string): OwnerKey[] {
    const affected = affectedBy(this.tables, name, key);
    this.#table(name).delete(key);
    return affected;
  }

  #remember({ uid, version }: Kept) {
    if (uid === 0) return;
    this.#gone.set(uid, version);
    for (const [oldest] of this.#gone) {
      if (this.#gone.size <= mostGone) return;
      this.#gone.delete(oldest);
    }
  }

  all(): OwnerKey[] {
    return everyWorkload(this.tables);
  }

  workload(key: OwnerKey) {
    const { kind, namespace, name } = partsOf(key);
    const table = tableOfKind[kind as WorkloadKind];
    return this.tables[table].get(`${namespace}/${name}`);
  }
}

export const keyIn = (cluster: string, key: OwnerKey): WorkloadKey => {
  const { kind, namespace, name } = partsOf(key);
  return { cluster, namespace, kind: kind as WorkloadKind, name };
};

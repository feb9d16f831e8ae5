import { Groups } from './Groups';
import { Kept } from './Kept';
import { Table } from './Table';

const areSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** A table that keeps its rows as they are. */
export class GroupedTable<T extends Kept> implements Table<T> {
  readonly #rows = new Map<string, T>();
  readonly #groups = new Groups<string>();

  constructor(private readonly groupsOf: (row: T) => readonly string[]) {}

  get size() {
    return this.#rows.size;
  }

  get(key: string): T | undefined {
    return this.#rows.get(key);
  }

  keys(): Iterable<string> {
    return this.#rows.keys();
  }

  values(): Iterable<T> {
    return this.#rows.values();
  }

  set(row: T): void {
    const before = this.#rows.get(row.key);
    const groups = this.groupsOf(row);
    if (!before || !areSame(this.groupsOf(before), groups)) {
      this.delete(row.key);
      new Set(groups).forEach(group => this.#groups.join(group, row.key));
    }
    this.#rows.set(row.key, row);
  }

  delete(key: string): void {
    const row = this.#rows.get(key);
    if (!row) return;
    this.#rows.delete(key);
    this.groupsOf(row).forEach(group => this.#groups.leave(group, key));
  }

  of(group: string): T[] {
    return this.#groups.of(group).flatMap(key => this.#rows.get(key) ?? []);
  }
}

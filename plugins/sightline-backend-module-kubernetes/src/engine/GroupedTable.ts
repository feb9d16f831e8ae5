import { Kept } from './Kept';

const nothing: ReadonlySet<string> = new Set();

/** Objects of one type by their key, and by what they belong to. */
export class GroupedTable<T extends Kept> {
  readonly #rows = new Map<string, T>();
  readonly #groups = new Map<string, Set<string>>();

  constructor(private readonly groupsOf: (row: T) => readonly string[]) {}

  get size() {
    return this.#rows.size;
  }

  get(key: string): T | undefined {
    return this.#rows.get(key);
  }

  keys(): IterableIterator<string> {
    return this.#rows.keys();
  }

  values(): IterableIterator<T> {
    return this.#rows.values();
  }

  set(row: T): void {
    this.delete(row.key);
    this.#rows.set(row.key, row);
    for (const group of this.groupsOf(row)) {
      const members = this.#groups.get(group) ?? new Set();
      this.#groups.set(group, members.add(row.key));
    }
  }

  delete(key: string): void {
    const row = this.#rows.get(key);
    if (!row) return;
    this.#rows.delete(key);
    for (const group of this.groupsOf(row)) {
      const members = this.#groups.get(group);
      members?.delete(key);
      if (members?.size === 0) this.#groups.delete(group);
    }
  }

  of(group: string): T[] {
    return [...(this.#groups.get(group) ?? nothing)].flatMap(
      key => this.#rows.get(key) ?? [],
    );
  }
}

import { Groups } from './Groups';
import { KeptPod, PodHistory } from './shrinkPod';
import { Table } from './Table';

/** Places that are made at a time, at first. */
const fewest = 256;

/** Numbers of one kind, by place, in the memory of an array of them. */
class Numbers {
  #values = new Float64Array(fewest);

  at(place: number): number {
    return this.#values[place];
  }

  put(place: number, value: number): void {
    if (place >= this.#values.length) {
      const more = new Float64Array(this.#values.length * 2);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[place] = value;
  }
}

/**
 * Pods: there are ten times as many as of all other types together, and nearly all
 * of them are well. So each has a place in columns and no object of its own; rows
 * are made when they are asked for.
 *
 * ```
 *   key ─▶ place    keys   uids   versions   restarts   owners   running
 *                   ────────────────────────────────────────────────────
 *   web-1 ──▶ 0     web-1   …        …          0        web-5d    {…}
 *   web-2 ──▶ 1     web-2   …        …          3        web-5d    {…}     histories
 *                                                                          web-2 ─▶ …
 * ```
 */
export class PodTable implements Table<KeptPod> {
  readonly #places = new Map<string, number>();
  /** of pods that went: taken by the next ones */
  readonly #free: number[] = [];
  readonly #keys: (string | undefined)[] = [];
  readonly #owners: KeptPod['owner'][] = [];
  readonly #running: KeptPod['running'][] = [];
  readonly #uids = new Numbers();
  readonly #versions = new Numbers();
  readonly #restarts = new Numbers();
  readonly #histories = new Map<number, PodHistory>();
  readonly #groups = new Groups<number>();

  get size() {
    return this.#places.size;
  }

  get(key: string): KeptPod | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#rowAt(place, key);
  }

  #rowAt(place: number, key: string): KeptPod {
    const owner = this.#owners[place];
    const running = this.#running[place];
    const history = this.#histories.get(place);
    return {
      key,
      uid: this.#uids.at(place),
      version: this.#versions.at(place),
      restarts: this.#restarts.at(place),
      ...(owner !== undefined && { owner }),
      ...(running && { running }),
      ...(history && { history }),
    };
  }

  keys(): Iterable<string> {
    return this.#places.keys();
  }

  *values(): Iterable<KeptPod> {
    for (const [key, place] of this.#places) yield this.#rowAt(place, key);
  }

  set(row: KeptPod): void {
    const known = this.#places.get(row.key);
    const place = known ?? this.#free.pop() ?? this.#keys.length;
    if (known === undefined) {
      this.#places.set(row.key, place);
      this.#keys[place] = row.key;
    }
    if (known === undefined || this.#owners[place] !== row.owner) {
      this.#leave(place);
      this.#owners[place] = row.owner;
      if (row.owner !== undefined) this.#groups.join(row.owner, place);
    }
    this.#running[place] = row.running;
    this.#uids.put(place, row.uid);
    this.#versions.put(place, row.version);
    this.#restarts.put(place, row.restarts);
    if (row.history) this.#histories.set(place, row.history);
    else this.#histories.delete(place);
  }

  #leave(place: number) {
    const owner = this.#owners[place];
    if (owner !== undefined) this.#groups.leave(owner, place);
    this.#owners[place] = undefined;
  }

  delete(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    this.#leave(place);
    this.#places.delete(key);
    this.#histories.delete(place);
    this.#keys[place] = undefined;
    this.#running[place] = undefined;
    this.#free.push(place);
  }

  of(owner: string): KeptPod[] {
    return this.#groups.of(owner).flatMap(place => {
      const key = this.#keys[place];
      return key === undefined ? [] : this.#rowAt(place, key);
    });
  }
}

type Entry<T> = { generation: number; value: Promise<T> };

/**
 * Keeps answers as long as nothing a list shows has changed. Two that ask the
 * same at once share one question; one that fails is forgotten. Holds at most
 * `cap` answers, the least recently used go first.
 */
export class GenerationCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #cap: number;

  constructor(cap: number) {
    this.#cap = cap;
  }

  get(key: string, generation: number, ask: () => Promise<T>): Promise<T> {
    const kept = this.#entries.get(key);
    this.#entries.delete(key);
    const entry =
      kept?.generation === generation ? kept : { generation, value: ask() };
    this.#entries.set(key, entry);
    entry.value.catch(() => this.#forget(key, entry));
    this.#trim();
    return entry.value;
  }

  #forget(key: string, entry: Entry<T>) {
    if (this.#entries.get(key) === entry) {
      this.#entries.delete(key);
    }
  }

  #trim() {
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#cap) {
      this.#entries.delete(oldest);
    }
  }
}

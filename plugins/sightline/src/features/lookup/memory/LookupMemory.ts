import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/** What was known, and when it was. */
export type Remembered<T = unknown> = { value: T; at: Instant };

export type Recent = {
  q: string;
  /** what was opened */
  name?: string;
};

type Kept = { answers: [key: string, Remembered][]; recent: Recent[] };

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type LookupMemoryOptions = {
  /** whose it is: on one machine sit many people */
  owner: string;
  shelf: Shelf;
  now?: () => Instant;
  /** signs that may be kept; the oldest answer goes first */
  cap?: number;
  /** an older answer would mislead */
  lifetime?: Millis;
};

const RECENT = 8;
/** Typing asks with each letter, which must not push out who is on call. */
const OF_A_KIND = 40;
const DAY: Millis = 86_400_000;

/** `lookup:payments` is of the kind `lookup`. */
const kindOf = (key: string): string => key.slice(0, key.indexOf(':'));

/**
 * What was answered lately, kept in the browser: with the backend away, who was on
 * call an hour ago is better than nothing, as long as it says so.
 */
export class LookupMemory {
  /** answers that went because there was no room */
  dropped = 0;
  private readonly key: string;
  private readonly shelf: Shelf;
  private readonly now: () => Instant;
  private readonly cap: number;
  private readonly lifetime: Millis;

  constructor({ owner, shelf, ...options }: LookupMemoryOptions) {
    this.key = `sightline.lookup ${owner}`;
    this.shelf = shelf;
    this.now = options.now ?? Date.now;
    this.cap = options.cap ?? 250_000;
    this.lifetime = options.lifetime ?? 2 * DAY;
  }

  get<T>(key: string): Remembered<T> | undefined {
    const found = this.read().answers.find(([one]) => one === key);
    return found?.[1] as Remembered<T> | undefined;
  }

  /** every answer whose key begins so, oldest first */
  all<T>(beginning: string): Remembered<T>[] {
    return this.read()
      .answers.filter(([key]) => key.startsWith(beginning))
      .map(([, kept]) => kept as Remembered<T>);
  }

  put(key: string, value: unknown) {
    const { answers, recent } = this.read();
    const others = answers.filter(([one]) => one !== key);
    const alike = others.filter(([one]) => kindOf(one) === kindOf(key));
    const tooMany = new Set(alike.slice(0, 1 - OF_A_KIND));
    this.dropped += tooMany.size;
    const left = others.filter(one => !tooMany.has(one));
    const kept: Remembered = { value, at: this.now() };
    this.write({ answers: [...left, [key, kept]], recent });
  }

  recent(): Recent[] {
    return this.read().recent;
  }

  /** The same search again is one search, and the last. */
  visited({ q, name }: Recent) {
    const { answers, recent } = this.read();
    const others = recent.filter(one => one.q !== q);
    this.write({ answers, recent: [{ q, name }, ...others].slice(0, RECENT) });
  }

  forget() {
    try {
      this.shelf.removeItem(this.key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  private read(): Kept {
    const nothing: Kept = { answers: [], recent: [] };
    try {
      const kept: Kept = JSON.parse(this.shelf.getItem(this.key) ?? '{}');
      const oldest = this.now() - this.lifetime;
      const answers = (kept.answers ?? []).filter(([, { at }]) => at >= oldest);
      return { answers, recent: kept.recent ?? [] };
    } catch {
      return nothing;
    }
  }

  private write({ answers, recent }: Kept) {
    const left = [...answers];
    const text = () => JSON.stringify({ answers: left, recent });
    let written = text();
    while (written.length > this.cap && left.length > 0) {
      left.shift();
      this.dropped += 1;
      written = text();
    }
    try {
      this.shelf.setItem(this.key, written);
    } catch {
      // Full, or forbidden by the browser: then nothing is remembered.
      this.dropped += left.length;
    }
  }
}

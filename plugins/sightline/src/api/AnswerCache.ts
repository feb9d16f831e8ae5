import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

export type Answer<T = unknown> = {
  value: T;
  etag?: string;
  receivedAt: Instant;
};

type AnswerCacheOptions = {
  /** answers kept; the one asked for longest ago goes first */
  cap?: number;
  /** after this an answer is not even shown while a new one loads */
  lifetime?: Millis;
  now?: () => Instant;
};

/**
 * What the backend said lately, shared by everything on the page. A `Map` keeps
 * the order of insertion, so putting an entry in again makes it the youngest.
 */
export class AnswerCache {
  /** answers that went because the cap was reached */
  dropped = 0;
  private readonly answers = new Map<string, Answer>();
  private readonly cap: number;
  private readonly lifetime: Millis;
  private readonly now: () => Instant;

  constructor(options: AnswerCacheOptions = {}) {
    this.cap = options.cap ?? 150;
    this.lifetime = options.lifetime ?? 5 * 60_000;
    this.now = options.now ?? Date.now;
  }

  get<T>(key: string): Answer<T> | undefined {
    const answer = this.answers.get(key) as Answer<T> | undefined;
    if (answer && this.now() - answer.receivedAt > this.lifetime) {
      this.answers.delete(key);
      return undefined;
    }
    return answer;
  }

  put<T>(key: string, value: T, etag?: string): Answer<T> {
    const answer = { value, etag, receivedAt: this.now() };
    this.answers.delete(key);
    this.answers.set(key, answer);
    if (this.answers.size > this.cap) {
      this.answers.delete(this.answers.keys().next().value!);
      this.dropped += 1;
    }
    return answer;
  }

  /** Forgets every answer whose key begins so; after a change was made. */
  forget(beginning: string) {
    for (const key of [...this.answers.keys()]) {
      if (key.startsWith(beginning)) {
        this.answers.delete(key);
      }
    }
  }

  get size() {
    return this.answers.size;
  }
}

import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Problem, isAbort, toProblem } from './Problem';
import { AskOptions } from './SightlineApi';

export type Page<Row> = { items: Row[]; total: number; nextCursor?: string };

export type AskPage<P> = (
  cursor: string | undefined,
  options: AskOptions<P>,
) => Promise<P>;

export type PagesPicture<P> = {
  pages: P[];
  since?: Instant;
  problem?: Problem;
  busy: boolean;
};

const rowsIn = <P extends Page<unknown>>(pages: P[]) =>
  pages.reduce((sum, page) => sum + page.items.length, 0);

/**
 * A list behind a cursor, loaded page after page as far as somebody looks:
 *
 * ```
 *   rows     0 ──────── loaded ───────┤·······skeletons·······┤ total
 *                              need(i) ▲  → asks on until i is loaded
 * ```
 *
 * Only one page is asked for at a time, because each begins where the last ended.
 */
export class Pages<P extends Page<unknown>> {
  private pages: P[] = [];
  private needed = 0;
  private running?: AbortController;

  constructor(
    private readonly ask: AskPage<P>,
    private readonly publish: (picture: PagesPicture<P>) => void,
  ) {}

  /** Sees to it that this row is loaded, as far as it exists. */
  need(index: number) {
    this.needed = Math.max(this.needed, index);
    if (!this.running && this.wantsMore(this.pages)) {
      this.run(this.pages, {});
    }
  }

  /** Asks anew for everything up to `index` and shows it in one go. */
  refresh(index: number) {
    this.stop();
    this.needed = index;
    this.run([], { fresh: true });
  }

  stop() {
    this.running?.abort();
    this.running = undefined;
  }

  private wantsMore(pages: P[]) {
    if (pages.length === 0) {
      return true;
    }
    const more = pages[pages.length - 1].nextCursor !== undefined;
    return more && rowsIn(pages) <= this.needed;
  }

  private async run(from: P[], { fresh = false }) {
    const controller = new AbortController();
    const { signal } = controller;
    this.running = controller;
    let pages = from;
    this.tell({ busy: true });
    try {
      while (this.wantsMore(pages)) {
        const cursor = pages[pages.length - 1]?.nextCursor;
        const earlier = fresh ? undefined : this.showEarlier(pages, signal);
        pages = [...pages, await this.ask(cursor, { signal, fresh, earlier })];
        if (signal.aborted) {
          return;
        }
        const complete = !this.wantsMore(pages);
        if (!fresh || complete) {
          this.pages = pages;
          this.tell({ busy: !complete, since: Date.now() });
        }
      }
      this.running = undefined;
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) {
        this.running = undefined;
        this.tell({ busy: false, problem: toProblem(error) });
      }
    }
  }

  private showEarlier(pages: P[], signal: AbortSignal) {
    return (page: P, since: Instant) => {
      if (!signal.aborted) {
        this.publish({ pages: [...pages, page], since, busy: true });
      }
    };
  }

  private tell(part: Omit<PagesPicture<P>, 'pages'>) {
    this.publish({ pages: this.pages, ...part });
  }
}

type Running = {
  answer: Promise<unknown>;
  controller: AbortController;
  askers: number;
};

const aborted = () =>
  new DOMException('Nobody waits for the answer any more', 'AbortError');

/**
 * Equal questions asked at the same time become one request. It is cancelled
 * when the last asker has gone, not when the first one has.
 */
export class SharedRequests {
  private readonly running = new Map<string, Running>();

  async ask<T>(
    key: string,
    request: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (signal?.aborted) {
      throw aborted();
    }
    const run = this.running.get(key) ?? this.start(key, request);
    run.askers += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(aborted());
        run.askers -= 1;
        if (run.askers === 0) {
          this.end(key, run);
          run.controller.abort();
        }
      };
      signal?.addEventListener('abort', leave, { once: true });
      (run.answer as Promise<T>)
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  private start(
    key: string,
    request: (signal: AbortSignal) => Promise<unknown>,
  ): Running {
    const controller = new AbortController();
    const answer = request(controller.signal);
    const run = { answer, controller, askers: 0 };
    this.running.set(key, run);
    const done = () => this.end(key, run);
    answer.then(done, done);
    return run;
  }

  /** A cancelled run may end after its successor began; that one stays. */
  private end(key: string, run: Running) {
    if (this.running.get(key) === run) {
      this.running.delete(key);
    }
  }
}

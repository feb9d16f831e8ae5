import type { Clock } from '../clock.ts';

/** A clock that stands still but for those who sleep: they wake at once, later. */
export class FakeClock implements Clock {
  readonly slept: number[] = [];
  private micros: number;

  constructor(micros = 0) {
    this.micros = micros;
  }

  nowMicros = () => this.micros;

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return;
    this.slept.push(ms);
    this.micros += Math.round(ms * 1000);
    await new Promise(done => setImmediate(done));
  }
}

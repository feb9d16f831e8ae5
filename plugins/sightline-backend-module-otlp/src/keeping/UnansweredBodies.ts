import { Taken } from './SpanPipeline';

type Waiting = { bytes: number; done: (taken: Taken) => void };

/** Bodies that the worker has and did not answer yet. */
export class UnansweredBodies {
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 0;
  private sum = 0;

  get bytes() {
    return this.sum;
  }

  add(bytes: number): { id: number; answered: Promise<Taken> } {
    const id = this.nextId;
    this.nextId += 1;
    this.sum += bytes;
    const answered = new Promise<Taken>(done => {
      this.waiting.set(id, { bytes, done });
    });
    return { id, answered };
  }

  answer(id: number, taken: Taken) {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    this.sum -= waiting.bytes;
    waiting.done(taken);
  }

  answerAll(taken: Taken) {
    [...this.waiting.keys()].forEach(id => this.answer(id, taken));
  }
}

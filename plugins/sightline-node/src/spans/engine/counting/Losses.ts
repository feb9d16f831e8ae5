/** What had to be dropped or simplified, by cause; taken away by whoever shows it. */
export class Losses {
  private counts = new Map<string, number>();

  add(cause: string, count = 1) {
    if (count > 0) {
      this.counts.set(cause, (this.counts.get(cause) ?? 0) + count);
    }
  }

  take(): Record<string, number> {
    const taken = Object.fromEntries(this.counts);
    this.counts.clear();
    return taken;
  }
}

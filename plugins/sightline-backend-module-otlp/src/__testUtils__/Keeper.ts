import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';

/** Keeps reports as the contract says: each number of a writer once. */
export class Keeper {
  readonly kept: CallsReport[] = [];
  private readonly next = new Map<string, number>();

  keep(report: CallsReport) {
    const expected = this.next.get(report.writer) ?? 0;
    if (report.sequence < expected) return;
    this.next.set(report.writer, report.sequence + 1);
    this.kept.push(report);
  }

  get calls(): number {
    return this.kept
      .flatMap(({ edges }) => edges)
      .reduce((sum, { calls }) => sum + calls, 0);
  }
}

import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';

/** Keeps reports as the contract says: each number of a writer once. */
export class Keeper {
  readonly kept: CallsReport[] = [];
  calls = 0;
  private readonly next = new Map<string, number>();

  keep(report: CallsReport) {
    const expected = this.next.get(report.writer) ?? 0;
    if (report.sequence < expected) return;
    this.next.set(report.writer, report.sequence + 1);
    this.kept.push(report);
    for (const { calls } of report.edges) this.calls += calls;
  }
}

import { latencyBucketCount } from '@sightline/backstage-plugin-sightline-common';
import type {
  CallsPart,
  JourneyDelta,
  JourneyStep,
  LatencyCounts,
} from '../CallsReport';
import { latenciesByRow, Names, PartNodes, traceId } from '../counting/parts';
import { readWay } from '../describing/traits';
import { JourneyTally } from './JourneyTally';
import { stepSums } from './StepRows';
import { noStep } from './StepTable';

const minute = 60_000;

/** One report that stands by itself: with each step come all that are before it. */
class JourneyPart {
  private readonly nodes: PartNodes;
  private readonly steps: JourneyStep[] = [];
  private readonly counts: JourneyDelta[] = [];
  private readonly indexes = new Map<number, number>();

  constructor(
    private readonly tally: JourneyTally,
    private readonly names: Names,
  ) {
    this.nodes = new PartNodes(names);
  }

  get size() {
    return Math.max(this.steps.length, this.counts.length);
  }

  add(row: number, latency: LatencyCounts) {
    const { rows } = this.tally;
    const value = (which: keyof typeof stepSums) =>
      rows.value(row, stepSums[which]);
    this.counts.push({
      step: this.indexOf(rows.stepOf(row)),
      minute: rows.minuteOf(row) * minute,
      journeys: value('journeys'),
      parents: value('parents'),
      calls: value('calls'),
      errors: value('errors'),
      estimated: value('estimated'),
      mostOfAParent: value('mostOfAParent'),
      latency,
      critical: value('critical'),
      begins: value('begins'),
      firstSeen: value('firstSeen'),
      lastSeen: value('lastSeen'),
      sample: traceId(rows.samples, row * 4),
    });
  }

  finished(): CallsPart {
    const { steps, counts } = this;
    return {
      nodes: this.nodes.all,
      edges: [],
      sightings: [],
      journeys: { steps, counts },
    };
  }

  private indexOf(number: number): number {
    const known = this.indexes.get(number);
    if (known !== undefined) return known;
    const step = this.tally.steps.step(number);
    const before =
      step.parent === noStep
        ? { caller: this.nodes.indexOf(step.caller) }
        : { parent: this.indexOf(step.parent) };
    const { protocol, mode } = readWay(step.way);
    const index = this.steps.push({
      ...before,
      callee: this.nodes.indexOf(step.callee),
      protocol,
      mode,
      operation: this.names.operation(step.operation),
    });
    this.indexes.set(number, index - 1);
    return index - 1;
  }
}

/** What was counted, as reports of about so many steps at most. */
export const journeysParts = (
  tally: JourneyTally,
  names: Names,
  stepsAtMost: number,
): CallsPart[] => {
  const latencies = latenciesByRow(tally.rows.latencies, latencyBucketCount);
  const parts: CallsPart[] = [];
  let row = 0;
  while (row < tally.rows.count) {
    const part = new JourneyPart(tally, names);
    while (row < tally.rows.count && part.size < stepsAtMost) {
      part.add(row, latencies.get(row) ?? []);
      row += 1;
    }
    parts.push(part.finished());
  }
  return parts;
};

import { hasFailed } from '../describing/traits';
import { HeldNames } from '../describing/HeldNames';
import { Losses } from '../counting/Losses';
import { SpanWindow } from '../pairing/SpanWindow';
import { CriticalPath } from './CriticalPath';
import { noHop } from './Hops';
import { HopTimes } from './HopTimes';
import type { FoundJourney } from './JourneyReader';
import { StepRows, stepSums } from './StepRows';
import { noStep, StepTable } from './StepTable';

const minute = 60_000;

export type JourneyTallyOptions = {
  window: SpanWindow;
  losses: Losses;
  stepsAtMost: number;
  hopsAtMost: number;
};

/**
 * Adds journeys up, by step and minute. A journey is added with all of its steps
 * or with none, and so for each step the ones before it are there as well.
 */
export class JourneyTally {
  readonly steps: StepTable;
  readonly rows = new StepRows();
  private readonly times: HopTimes;
  private readonly path: CriticalPath;
  /** step and row of each hop of the journey at hand */
  private readonly stepOf: Int32Array;
  private readonly rowOf: Int32Array;
  private journey = 0;

  constructor(private readonly options: JourneyTallyOptions) {
    const { window, stepsAtMost, hopsAtMost } = options;
    this.steps = new StepTable(stepsAtMost);
    this.times = new HopTimes(window, hopsAtMost);
    this.path = new CriticalPath(window, this.times, hopsAtMost);
    this.stepOf = new Int32Array(hopsAtMost);
    this.rowOf = new Int32Array(hopsAtMost);
  }

  /** One journey, which stands for so many. */
  add(journey: FoundJourney, weight: number) {
    const { losses, stepsAtMost } = this.options;
    // Between two drains the minute changes once, so there are twice as many rows.
    const isFull = this.rows.count >= 2 * stepsAtMost;
    if (isFull || !this.findSteps(journey)) {
      losses.add('journeys with steps beyond the most that are told apart');
      return;
    }
    this.times.find(journey.hops, journey.trace);
    this.path.find(journey.hops, journey.trace);
    this.findRows(journey);
    this.journey += 1;
    for (let hop = 0; hop < journey.hops.count; hop++) {
      this.addHop(journey, hop, weight);
    }
  }

  hold(held: HeldNames) {
    this.steps.hold(held);
  }

  clear() {
    this.steps.clear();
    this.rows.clear();
  }

  private findSteps({ hops, trace, caller }: FoundJourney): boolean {
    const { stepOf } = this;
    const { operations } = this.options.window;
    for (let hop = 0; hop < hops.count; hop++) {
      const parent = hops.parents[hop];
      const step = this.steps.numberOf(
        parent === noHop ? noStep : stepOf[parent],
        parent === noHop ? caller : -1,
        hops.callees[hop],
        operations[trace.places[hops.spans[hop]]],
        hops.ways[hop],
      );
      if (step === noStep) return false;
      stepOf[hop] = step;
    }
    return true;
  }

  private findRows({ hops, trace }: FoundJourney) {
    const { ends } = this.options.window;
    let end = -Infinity;
    for (let hop = 0; hop < hops.count; hop++) {
      end = Math.max(end, ends[trace.places[hops.spans[hop]]]);
    }
    const at = Math.floor(end / minute);
    for (let hop = 0; hop < hops.count; hop++) {
      this.rowOf[hop] = this.rows.row(this.stepOf[hop], at);
    }
  }

  private addHop({ hops, trace }: FoundJourney, hop: number, weight: number) {
    const { rows } = this;
    const { ids, traits, ends, durations, weights } = this.options.window;
    const row = this.rowOf[hop];
    const place = trace.places[hops.spans[hop]];
    rows.taken(row, { journey: this.journey, parent: hops.parents[hop] });
    rows.add(row, stepSums.calls, 1);
    if (hasFailed(traits[place])) rows.add(row, stepSums.errors, 1);
    rows.add(row, stepSums.estimated, (weights[place] || 1) * weight);
    rows.add(row, stepSums.critical, this.path.own[hop]);
    rows.add(row, stepSums.begins, this.times.begins[hop]);
    rows.atMost(row, stepSums.firstSeen, ends[place]);
    rows.atLeast(row, stepSums.lastSeen, ends[place]);
    rows.latency(row, durations[place]);
    rows.sample(row, durations[place], ids, place * 8);
  }
}

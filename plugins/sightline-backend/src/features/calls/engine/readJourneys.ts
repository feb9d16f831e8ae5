import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type {
  CallsReport,
  JourneyDelta,
  JourneyStep,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { addTo } from './addTo';
import { StepIdentity, stepKey } from './callKeys';
import { countLost, isKeepable, unkeepable, untimely } from './keepable';
import { beginOf } from './rollUp';
import { mergeStepCounts, StepCounts } from './StepCounts';

export type ReadStep = StepIdentity & {
  /** key of the step that begins the journey */
  root: string;
  sample: string;
};

export type ReadJourneys = {
  steps: Map<string, ReadStep>;
  /** by step key, then by the beginning of five minutes */
  counts: Map<string, Map<Instant, StepCounts>>;
};

/** Shapes of journeys change slowly: counts of them begin five minutes wide. */
export const stepWidth = 300_000;

type Reading = {
  /** ids of the report's nodes; undefined for those that cannot be kept */
  ids: readonly (string | undefined)[];
  lost: Map<string, number>;
  now: Instant;
};

/** Steps by the way to them; a step whose way cannot be kept goes with all below it. */
export const readJourneys = (
  { journeys }: CallsReport,
  { ids, lost, now }: Reading,
): ReadJourneys => {
  const read: ReadJourneys = { steps: new Map(), counts: new Map() };
  if (!journeys) return read;
  const keys: (string | undefined)[] = [];
  for (const said of journeys.steps) {
    const step = identityOf(said, { ids, keys });
    keys.push(step && addStep(read.steps, step));
  }
  for (const delta of journeys.counts) {
    const key = keys[delta.step];
    const cause = untimely(delta.minute, now);
    if (key === undefined || cause) {
      countLost(lost, cause ?? unkeepable, delta.calls);
    } else {
      const step = read.steps.get(key)!;
      if (delta.sample !== '') step.sample = delta.sample;
      const stretches = read.counts.get(key) ?? new Map<Instant, StepCounts>();
      read.counts.set(key, stretches);
      const at = beginOf(delta.minute, stepWidth);
      addTo(stretches, at, toCounts(delta), mergeStepCounts);
    }
  }
  return read;
};

const addStep = (steps: Map<string, ReadStep>, step: StepIdentity) => {
  const key = stepKey(step);
  // A parent stands before its children, so its root is known.
  const root = step.parent === null ? key : steps.get(step.parent)!.root;
  steps.set(key, { ...step, root, sample: '' });
  return key;
};

const identityOf = (
  said: JourneyStep,
  known: Pick<Reading, 'ids'> & { keys: readonly (string | undefined)[] },
): StepIdentity | undefined => {
  const { protocol, mode, operation } = said;
  const callee = known.ids[said.callee];
  const parent = said.parent === undefined ? null : known.keys[said.parent];
  const caller = said.caller === undefined ? null : known.ids[said.caller];
  if (
    callee === undefined ||
    parent === undefined ||
    caller === undefined ||
    !isKeepable(operation)
  ) {
    return undefined;
  }
  return { protocol, mode, operation, callee, parent, caller };
};

const toCounts = (delta: JourneyDelta): StepCounts => {
  const { journeys, parents, calls, errors, estimated } = delta;
  const { mostOfAParent: most, critical, begins, latency } = delta;
  const { firstSeen, lastSeen } = delta;
  return {
    ...{ journeys, parents, calls, errors, estimated, most },
    ...{ critical, begins, latency, firstSeen, lastSeen },
  };
};

import { groupLabels } from './aggregate.ts';
import { isFilter, operate } from './operators.ts';
import { executionError } from './PromqlError.ts';
import {
  describeLabels,
  labelsKey,
  withoutName,
  type Labels,
} from './Series.ts';
import type { Matching } from './syntax.ts';
import { oneOfEach } from './unique.ts';
import type { Sample } from './Value.ts';

type Matched = {
  op: string;
  left: Sample[];
  right: Sample[];
  bool: boolean;
  matching: Matching;
};

/** Pairs the samples of two sides by their labels: one with one, or many with one. */
export function matchVectors(options: Matched): Sample[] {
  const { op, left, right, bool, matching } = options;
  const swapped = matching.many === 'right';
  const [many, one] = swapped ? [right, left] : [left, right];
  const ones = byMatch(one, matching, swapped ? 'left' : 'right');
  const taken = new Map<string, Set<string>>();
  const results = many.flatMap(sample => {
    const key = matchKey(sample.labels, matching);
    const partner = ones.get(key);
    if (!partner) return [];
    const { value, keep } = swapped
      ? operate(op, partner.value, sample.value)
      : operate(op, sample.value, partner.value);
    if (isFilter(op, bool) && !keep) return [];
    const labels = resultLabels(sample.labels, partner.labels, options);
    refuseTwice({ taken, key, labels, matching });
    return [{ labels, value: bool ? Number(keep) : value }];
  });
  return oneOfEach(results);
}

const groupOf = (labels: Labels, { on, labels: named }: Matching) =>
  groupLabels(labels, { without: !on, labels: named });

/** The labels by which two sides find each other, as a key. */
export const matchKey = (labels: Labels, matching: Matching) =>
  labelsKey(groupOf(labels, matching));

function byMatch(
  samples: Sample[],
  matching: Matching,
  side: string,
): Map<string, Sample> {
  const found = new Map<string, Sample>();
  for (const sample of samples) {
    const key = matchKey(sample.labels, matching);
    const before = found.get(key);
    if (before) {
      const group = describeLabels(groupOf(sample.labels, matching));
      const pair = [sample, before].map(({ labels }) => describeLabels(labels));
      throw executionError(
        `found duplicate series for the match group ${group} on the ${side} hand-side of the operation: [${pair.join(
          ', ',
        )}];many-to-many matching not allowed: matching labels must be unique on one side`,
      );
    }
    found.set(key, sample);
  }
  return found;
}

function resultLabels(
  ofMany: Labels,
  ofOne: Labels,
  { op, bool, matching }: Matched,
): Labels {
  const kept = isFilter(op, bool) ? ofMany : withoutName(ofMany);
  if (matching.many === undefined) {
    const { on, labels } = matching;
    if (on) return groupLabels(kept, { without: false, labels });
    return Object.fromEntries(
      Object.entries(kept).filter(([name]) => !labels.includes(name)),
    );
  }
  const result: Record<string, string> = { ...kept };
  for (const name of matching.include) {
    if (ofOne[name]) result[name] = ofOne[name];
    else delete result[name];
  }
  return result;
}

function refuseTwice(options: {
  taken: Map<string, Set<string>>;
  key: string;
  labels: Labels;
  matching: Matching;
}) {
  const { taken, key, labels, matching } = options;
  const before = taken.get(key) ?? new Set<string>();
  const result = labelsKey(labels);
  if (before.size > 0 && matching.many === undefined) {
    throw executionError(
      'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)',
    );
  }
  if (before.has(result)) {
    throw executionError(
      'multiple matches for labels: grouping labels must ensure unique matches',
    );
  }
  taken.set(key, before.add(result));
}

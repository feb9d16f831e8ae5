import { isFilter, operate } from './operators.ts';
import { withoutName } from './Series.ts';
import { COMPARISONS, SETS, type Matching } from './syntax.ts';
import { oneOfEach } from './unique.ts';
import { matchKey, matchVectors } from './vectorMatching.ts';
import type { Sample, Value } from './Value.ts';

export function combineScalars(op: string, a: number, b: number): number {
  const { value, keep } = operate(op, a, b);
  return COMPARISONS.has(op) ? Number(keep) : value;
}

/** Where nobody said how to match: all labels must agree. */
const WHOLE: Matching = { on: false, labels: [], include: [] };

export function combine(options: {
  op: string;
  a: Value;
  b: Value;
  bool: boolean;
  matching?: Matching;
}): Sample[] {
  const { op, a, b, bool, matching = WHOLE } = options;
  if (a.type === 'vector' && b.type === 'vector') {
    const sides = { left: a.samples, right: b.samples };
    return SETS.has(op)
      ? combineSets(op, sides, matching)
      : matchVectors({ op, ...sides, bool, matching });
  }
  if (a.type === 'vector' && b.type === 'scalar') {
    const by = b.value;
    return eachWith({ op, samples: a.samples, bool, by });
  }
  if (a.type === 'scalar' && b.type === 'vector') {
    const by = a.value;
    return eachWith({ op, samples: b.samples, bool, by, swapped: true });
  }
  return [];
}

/** A filter lets the vector's value pass, on whichever side it stands. */
function eachWith(options: {
  op: string;
  samples: Sample[];
  by: number;
  bool: boolean;
  swapped?: boolean;
}): Sample[] {
  const { op, samples, by, bool, swapped = false } = options;
  const results = samples.flatMap(sample => {
    const { value: own, labels } = sample;
    const { value, keep } = swapped
      ? operate(op, by, own)
      : operate(op, own, by);
    if (isFilter(op, bool)) return keep ? [sample] : [];
    const result = bool ? Number(keep) : value;
    return [{ labels: withoutName(labels), value: result }];
  });
  return isFilter(op, bool) ? results : oneOfEach(results);
}

function combineSets(
  op: string,
  { left, right }: { left: Sample[]; right: Sample[] },
  matching: Matching,
): Sample[] {
  const keyOf = ({ labels }: Sample) => matchKey(labels, matching);
  if (op === 'or') {
    const known = new Set(left.map(keyOf));
    const added = right.filter(sample => !known.has(keyOf(sample)));
    return oneOfEach([...left, ...added]);
  }
  const others = new Set(right.map(keyOf));
  return left.filter(sample => others.has(keyOf(sample)) === (op === 'and'));
}

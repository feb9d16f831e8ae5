import { executionError } from './PromqlError.ts';
import { labelsKey, type Labels } from './Series.ts';
import {
  exactSum,
  largest,
  mean,
  quantile,
  smallest,
  variance,
} from './sums.ts';
import type { Grouping } from './syntax.ts';
import { oneOfEach } from './unique.ts';
import type { Sample } from './Value.ts';

type Group = { labels: Labels; samples: Sample[] };

const toOne: Record<string, (values: number[], parameter: number) => number> = {
  sum: exactSum,
  avg: mean,
  min: smallest,
  max: largest,
  count: values => values.length,
  group: () => 1,
  stdvar: variance,
  stddev: values => Math.sqrt(variance(values)),
  quantile: (values, q) => quantile(q, values),
};

export function aggregate(options: {
  op: string;
  grouping: Grouping;
  samples: Sample[];
  parameter: number | string | undefined;
}): Sample[] {
  const { op, grouping, samples, parameter } = options;
  const groups = groupsOf(samples, grouping);
  if (op === 'count_values') return countValues(groups, String(parameter));
  const number = Number(parameter ?? NaN);
  if (op === 'topk' || op === 'bottomk') {
    return groups.flatMap(group => ranked(op, group.samples, number));
  }
  return groups.map(({ labels, samples: members }) => ({
    labels,
    value: toOne[op](
      members.map(({ value }) => value),
      number,
    ),
  }));
}

function groupsOf(samples: Sample[], grouping: Grouping): Group[] {
  const groups = new Map<string, Group>();
  for (const sample of samples) {
    const labels = groupLabels(sample.labels, grouping);
    const key = labelsKey(labels);
    const group = groups.get(key);
    if (group) group.samples.push(sample);
    else groups.set(key, { labels, samples: [sample] });
  }
  return [...groups.values()];
}

export function groupLabels(
  labels: Labels,
  { without, labels: named }: Grouping,
): Labels {
  const names = without
    ? Object.keys(labels).filter(
        name => name !== '__name__' && !named.includes(name),
      )
    : named.filter(name => (labels[name] ?? '') !== '');
  return Object.fromEntries(names.map(name => [name, labels[name]]));
}

/** The k first of all, from the best on; NaN is never better than a number. */
function ranked(op: string, samples: Sample[], k: number): Sample[] {
  if (Number.isNaN(k)) {
    throw executionError('Parameter value is NaN');
  }
  if (k < 1) return [];
  const sign = op === 'topk' ? -1 : 1;
  const rank = ({ value }: Sample) => {
    return Number.isNaN(value) ? Infinity : sign * value;
  };
  const byRank = (a: Sample, b: Sample) =>
    rank(a) === rank(b) ? 0 : rank(a) - rank(b);
  return [...samples].sort(byRank).slice(0, Math.floor(k));
}

function countValues(groups: Group[], label: string): Sample[] {
  if (!/^[a-zA-Z_]\w*$/.test(label)) {
    throw executionError(`invalid label name "${label}"`);
  }
  const counted = groups.flatMap(({ labels, samples }) => {
    const counts = new Map<string, number>();
    for (const { value } of samples) {
      const said = String(value).replace('Infinity', 'Inf');
      counts.set(said, (counts.get(said) ?? 0) + 1);
    }
    return [...counts].map(([said, value]) => ({
      labels: { ...labels, [label]: said },
      value,
    }));
  });
  return oneOfEach(counted);
}

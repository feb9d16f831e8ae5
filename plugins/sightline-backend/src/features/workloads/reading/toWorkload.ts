import {
  Evidence,
  Instant,
  ServiceRef,
  toIso,
  Workload,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  SeenTrouble,
  SeenWorkload,
} from '@sightline/backstage-plugin-sightline-node';
import { autoscalerInWords, isAtMaximum } from '../engine/autoscaler';
import { restartsLastHour } from '../engine/restarts';
import { troubleWords } from '../engine/troubleWords';
import { WorkloadMemory } from '../engine/WorkloadMemory';
import { numberOr, WorkloadRow } from '../store/tables';

const iso = <Key extends string>(key: Key, at: Instant | undefined) =>
  (at === undefined ? {} : { [key]: toIso(at) }) as { [K in Key]?: string };

const troubleOf = (trouble: SeenTrouble): Workload['troubles'][number] => {
  const { said: _, since, ...rest } = trouble;
  return { ...rest, words: troubleWords(trouble), ...iso('since', since) };
};

const autoscalerOf = (
  { autoscaler }: SeenWorkload,
  { atMaximum }: WorkloadMemory,
): Workload['autoscaler'] =>
  autoscaler && {
    min: autoscaler.min,
    max: autoscaler.max,
    current: autoscaler.current,
    atMaximum: isAtMaximum(autoscaler),
    ...iso('since', atMaximum),
    words: autoscalerInWords(autoscaler),
  };

const restartsOf = (
  { restarts: { total, lastAt } }: SeenWorkload,
  memory: WorkloadMemory,
  now: Instant,
): Workload['restarts'] => ({
  lastHour: restartsLastHour(memory.restarts, lastAt, now),
  total,
  ...iso('lastAt', lastAt),
});

/** A workload as people see it; what the source said of it is read once more. */
export const toWorkload = (
  row: WorkloadRow,
  context: {
    evidence: Evidence;
    now: Instant;
    service?: { ref: ServiceRef; name: string };
  },
): Workload => {
  const { evidence, now, service } = context;
  const seen: SeenWorkload = JSON.parse(row.document);
  const memory: WorkloadMemory = JSON.parse(row.memory);
  const { desired, updated, ready, available } = seen.replicas;
  const autoscaler = autoscalerOf(seen, memory);
  const { delivery } = seen;
  return {
    key: seen.key,
    ...(service && { service }),
    rollout: {
      ...{ state: row.state, words: row.words },
      ...iso('since', numberOr(row.since)),
    },
    replicas: { desired, updated, ready, available },
    images: seen.template.images,
    ...(row.version !== null && { version: row.version }),
    troubles: seen.troubles.map(troubleOf),
    restarts: restartsOf(seen, memory, now),
    ...(autoscaler && { autoscaler }),
    lacks: seen.lacks,
    warnings: seen.warnings.map(({ said, count, lastAt }) => ({
      ...{ words: said, count, lastAt: toIso(lastAt) },
    })),
    ...(delivery && {
      delivery: {
        ...{ tool: delivery.tool, name: delivery.name, state: delivery.state },
        words: delivery.said || `${delivery.tool} says ${delivery.state}`,
      },
    }),
    evidence,
  };
};

import {
  Instant,
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { breathe } from '../../platform/chunks';
import { oneAtATime } from '../../platform/resilience/oneAtATime';
import { BigNumber } from './BucketTable';
import { readLastReport } from './CallsState';
import { addCalls } from './engine/incoming/countIncoming';
import {
  Block,
  BlockCounts,
  blocksBefore,
  IncomingBlocks,
} from './engine/incoming/IncomingBlocks';
import { incomingEdges } from './engine/incoming/incomingEdges';
import { continues, noPlan, planOf, slotKey } from './engine/incoming/slotPlan';
import { readLatency } from './engine/latencyCounts';
import { bucketWidths } from './engine/rollUp';
import { GraphReader } from './GraphReader';

export type IncomingQuestion = {
  service: ServiceRef;
  /** left out: failed calls are the bad ones; else those that took longer */
  threshold?: Millis;
  windows: readonly Millis[];
};

export type IncomingAnswer = {
  windows: { total: number; bad: number }[];
  sampled: boolean;
  since: Instant;
};

/** What came in to services, in windows of any length up to months. */
export interface IncomingReader {
  lastCounted(): Promise<Instant | undefined>;
  count(
    questions: readonly IncomingQuestion[],
    at: Instant,
  ): Promise<(IncomingAnswer | undefined)[]>;
}

const minute: Millis = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Reports come late by so much at most, or are made up for when the hour is over. */
const lateBy: Millis = 10 * minute;
/** Younger buckets are narrower, and so more: no statement brings more than an edge has at once. */
const biteAt = (age: Millis): Millis => {
  if (age < 25 * hour) return 5 * minute;
  return age < 15 * day ? hour : day;
};
/** Rounds that wait for one that reads all anew. */
const waitingAtMost = 3;

type Row = {
  edge: number;
  calls: BigNumber;
  errors: BigNumber;
  estimated: number;
  latency: string;
};

/**
 * Reads every count about once: blocks of time that are over are kept in memory,
 * and each round reads the last minutes only. After a start, and when objectives
 * or names change, all is read anew, others having their turns in between.
 */
export const createIncomingReader = (options: {
  database: Knex;
  graphs: Pick<GraphReader, 'graph'>;
}): IncomingReader => {
  const { database, graphs } = options;
  let plan = noPlan;
  let kept = new IncomingBlocks(0);
  const line = oneAtATime(waitingAtMost);

  /** One statement a bite, so that what is rolled up meanwhile counts once. */
  const readBite = async (from: Instant, to: Instant, into: BlockCounts) => {
    const rows: Row[] = await database('calls_bucket')
      .whereIn('width', [...bucketWidths])
      .where('at', '>=', from)
      .where('at', '<', to)
      .select('edge', 'calls', 'errors', 'estimated', 'latency');
    for (const { edge, calls, errors, estimated, latency } of rows) {
      const slots = plan.slotsOf.get(edge);
      if (!slots) continue;
      const counted = {
        ...{ calls: Number(calls), errors: Number(errors) },
        estimated: Number(estimated),
      };
      addCalls(into, slots, counted, () => readLatency(latency));
    }
    await breathe();
  };

  const readBlock = async ({ at, width }: Block, now: Instant) => {
    const known = width === day ? kept.dayOfHours(at) : undefined;
    if (known) return known;
    const counts = kept.empty();
    const step = Math.min(width, biteAt(now - at - width));
    for (let from = at; from < at + width; from += step) {
      await readBite(from, Math.min(from + step, at + width), counts);
    }
    return counts;
  };

  const fill = async (blocks: readonly Block[], at: Instant) => {
    for (const block of blocks) {
      const isLate = block.width === minute && block.at >= at - lateBy;
      if (isLate || !kept.has(block)) {
        kept.put(block, await readBlock(block, at));
      }
    }
    kept.keepOnly(blocks);
  };

  const count: IncomingReader['count'] = async (questions, at) => {
    const services = new Set(questions.map(({ service }) => service));
    const incoming = incomingEdges(await graphs.graph(), services);
    let next = planOf(questions, incoming, plan);
    if (!continues(plan, next, at)) {
      next = planOf(questions, incoming, noPlan);
      kept = new IncomingBlocks(next.capacity);
    }
    plan = next;
    const longest = Math.max(...questions.flatMap(({ windows }) => windows));
    const blocks = [...blocksBefore(at, longest)];
    await fill(blocks, at);
    return questions.map(question => {
      const of = incoming.get(question.service);
      const slot = next.slotOf.get(slotKey(question));
      if (!of || slot === undefined) return undefined;
      const { sampled, since } = of;
      const sums = kept.sums(slot, question.windows, { at, blocks });
      return { windows: sums, sampled, since };
    });
  };

  return {
    lastCounted: async () => (await readLastReport(database))?.at,

    async count(questions, at) {
      if (questions.length === 0) return [];
      const answers = line.run(() => count(questions, at));
      if (!answers) throw new Error('Calls are still being added up');
      return answers;
    },
  };
};

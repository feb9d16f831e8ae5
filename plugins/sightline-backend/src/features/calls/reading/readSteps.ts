import {
  CallMode,
  CallProtocol,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { breathe } from '../../../platform/chunks';
import { BigNumber } from '../BucketTable';
import { StepColumns, toStepCounts } from '../bucketTables';
import { addTo } from '../engine/addTo';
import { Window } from '../engine/graph/CallGraph';
import { StoredStep } from '../engine/journeys/JourneyTree';
import { mergeStepCounts, StepCounts } from '../engine/StepCounts';
import { bucketsByAge } from './bucketsByAge';

const PAGE = 1_000;

type StepRow = Omit<StoredStep, 'lastSeen' | 'mode' | 'protocol'> & {
  protocol: CallProtocol;
  mode: CallMode;
  last_seen: BigNumber;
};

/** All steps that are kept, a page at a time. */
export const readSteps = async (database: Knex): Promise<StoredStep[]> => {
  const steps: StoredStep[] = [];
  let after = 0;
  for (;;) {
    const rows: StepRow[] = await database('calls_step')
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE);
    for (const { last_seen, ...step } of rows) {
      steps.push({ ...step, lastSeen: Number(last_seen) });
    }
    if (rows.length < PAGE) return steps;
    after = rows[rows.length - 1].id;
    await breathe();
  }
};

type BucketRow = StepColumns & { step: number; at: BigNumber };

const columns = [
  ...['journeys', 'parents', 'calls', 'errors', 'estimated', 'most'],
  ...['critical', 'begins', 'latency', 'first_seen', 'last_seen'],
];

/** What was counted of all steps in a window, by number of the step. */
export const readStepCounts = async (
  database: Knex,
  window: Window,
): Promise<Map<number, StepCounts>> => {
  const counts = new Map<number, StepCounts>();
  const asked = { table: 'calls_step_bucket', owner: 'step', columns, window };
  for await (const row of bucketsByAge<BucketRow>(database, asked)) {
    addTo(counts, row.step, toStepCounts(row), mergeStepCounts);
  }
  return counts;
};

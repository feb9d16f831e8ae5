import { Fault, FaultKind } from '@sightline/backstage-plugin-sightline-common';
import { KeptSource } from '../engine/judgeSource';

export type KeptState = KeptSource & {
  totals: { runs: number; failures: number; calls: number; took: number };
  coverage?: { services: number; of: number };
};

// PostgreSQL hands bigints over as text, SQLite as numbers.
export type BigNumber = number | string;

export type StateRow = {
  source_id: string;
  last_attempt_at: BigNumber | null;
  last_success_at: BigNumber | null;
  last_outcome: KeptSource['lastOutcome'] | null;
  consecutive_failures: number;
  questions: number;
  questions_failed: number;
  fault_kind: FaultKind | null;
  fault_words: string | null;
  notes: string;
  circuit_failures: number;
  circuit_opened_at: BigNumber | null;
  circuit_open_for: BigNumber | null;
  runs: BigNumber;
  failures: BigNumber;
  calls: BigNumber;
  took: BigNumber;
  covered: number | null;
  covered_of: number | null;
};

const optional = (value: BigNumber | null) =>
  value === null ? undefined : Number(value);

export const faultOf = (row: {
  fault_kind: FaultKind | null;
  fault_words: string | null;
}): Fault | undefined =>
  row.fault_kind
    ? { kind: row.fault_kind, words: row.fault_words ?? '' }
    : undefined;

export const neverRun: KeptState = {
  consecutiveFailures: 0,
  questions: 0,
  questionsFailed: 0,
  notes: [],
  circuit: { failures: 0 },
  totals: { runs: 0, failures: 0, calls: 0, took: 0 },
};

export const toKeptState = (row: StateRow): KeptState => ({
  lastAttemptAt: optional(row.last_attempt_at),
  lastSuccessAt: optional(row.last_success_at),
  lastOutcome: row.last_outcome ?? undefined,
  consecutiveFailures: row.consecutive_failures,
  questions: row.questions,
  questionsFailed: row.questions_failed,
  fault: faultOf(row),
  notes: JSON.parse(row.notes),
  circuit:
    row.circuit_opened_at === null
      ? { failures: row.circuit_failures }
      : {
          failures: row.circuit_failures,
          open: {
            since: Number(row.circuit_opened_at),
            lasts: Number(row.circuit_open_for),
          },
        },
  totals: {
    runs: Number(row.runs),
    failures: Number(row.failures),
    calls: Number(row.calls),
    took: Number(row.took),
  },
  coverage:
    row.covered === null
      ? undefined
      : { services: row.covered, of: row.covered_of ?? 0 },
});

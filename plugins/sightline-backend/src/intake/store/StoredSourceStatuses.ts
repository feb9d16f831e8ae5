import {
  FaultKind,
  Instant,
  SourceRun,
  SourceStatus,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Source } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { Clock } from '../../platform/clock';
import { judgeSource } from '../engine/judgeSource';
import { IntakeConfig } from '../readIntakeConfig';
import { SourceStatusReader } from '../SourceStatusReader';
import {
  BigNumber,
  faultOf,
  KeptState,
  neverRun,
  StateRow,
  toKeptState,
} from './KeptState';

type RunRow = {
  source_id: string;
  started_at: BigNumber;
  took: BigNumber;
  outcome: SourceRun['outcome'];
  calls: number;
  fault_kind: FaultKind | null;
  fault_words: string | null;
  notes: string;
};

type LossRow = {
  source_id: string;
  cause: string;
  count: BigNumber;
  last_at: BigNumber;
};

const toRun = (row: RunRow): SourceRun => {
  const fault = faultOf(row);
  return {
    startedAt: toIso(Number(row.started_at)),
    took: Number(row.took),
    outcome: row.outcome,
    calls: row.calls,
    ...(fault ? { fault } : {}),
    notes: JSON.parse(row.notes),
  };
};

const optionalIso = (key: string, at: Instant | undefined) =>
  at === undefined ? {} : { [key]: toIso(at) };

/** Answers from the tables: three queries for any number of sources. */
export const createStoredSourceStatuses = (options: {
  database: Knex;
  sources: readonly Source[];
  config: IntakeConfig;
  clock: Clock;
}): SourceStatusReader => {
  const { database, config, clock } = options;

  const read = async (sources: readonly Source[]): Promise<SourceStatus[]> => {
    const ids = sources.map(({ id }) => id);
    const among = (table: string) =>
      database(table).whereIn('source_id', ids).select();
    const [states, runs, losses]: [StateRow[], RunRow[], LossRow[]] =
      await Promise.all([
        among('intake_source'),
        among('intake_run').orderBy('id', 'desc'),
        among('intake_loss').orderBy('cause'),
      ]);
    const of = <R extends { source_id: string }>(rows: R[], id: string) =>
      rows.filter(row => row.source_id === id);
    return sources.map(source => {
      const [state] = of(states, source.id);
      return toStatus(
        source,
        state ? toKeptState(state) : neverRun,
        of(runs, source.id),
        of(losses, source.id),
      );
    });
  };

  const toStatus = (
    { id, title, kind }: Source,
    kept: KeptState,
    runs: RunRow[],
    losses: LossRow[],
  ): SourceStatus => {
    const { enabled, every, freshFor } = config.sources.get(id)!;
    const period = kind === 'pull' ? { every } : {};
    const judged = judgeSource(
      kept,
      { kind, enabled, freshFor, ...period },
      clock(),
    );
    return {
      id,
      title,
      kind,
      state: judged.state,
      words: judged.words,
      ...period,
      freshFor,
      ...optionalIso('lastAttemptAt', kept.lastAttemptAt),
      ...optionalIso('lastSuccessAt', kept.lastSuccessAt),
      ...optionalIso('nextAttemptAt', judged.nextAttemptAt),
      consecutiveFailures: kept.consecutiveFailures,
      ...(kept.fault ? { fault: kept.fault } : {}),
      totals: kept.totals,
      losses: losses.map(loss => ({
        cause: loss.cause,
        count: Number(loss.count),
        lastAt: toIso(Number(loss.last_at)),
      })),
      ...(kept.coverage ? { coverage: kept.coverage } : {}),
      recentRuns: runs.map(toRun),
    };
  };

  return {
    list: () => read(options.sources),
    get: async id => {
      const source = options.sources.find(one => one.id === id);
      return source && (await read([source]))[0];
    },
  };
};

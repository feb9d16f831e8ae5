import {
  Instant,
  Millis,
  ObjectiveStatus,
  ServiceRef,
  toIso,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Measurement } from '@sightline/backstage-plugin-sightline-node';
import { AlertRule, JudgedBefore, judgeObjective } from '../engine/judging';
import {
  readMeasurement,
  readStatus,
  writeMeasurement,
  writeStatus,
} from '../engine/writtenStatus';
import {
  evidenceOf,
  InForce,
  instantOf,
  ShownColumns,
  sourceIdOf,
  StatusColumns,
} from '../tables';
import { MovingColumns, movingColumns } from './stateRow';

/** One objective with all that is known of it before it is judged. */
export type ToJudge = {
  inForce: InForce;
  /** left out: it was never judged */
  row?: StatusColumns & MovingColumns;
  /** what came now; left out: it is judged again by what is kept */
  news?: { measurement: Measurement; validFor: Millis };
};

/** What came of it, and how it was before. */
export type Judged = {
  inForce: InForce;
  status: ObjectiveStatus;
  moving: MovingColumns;
  before?: { moving: MovingColumns; stale: boolean; wasMeasured: boolean };
  columns: Omit<StatusColumns, 'told'>;
  /** whether anything but the time of the measurement is another */
  differs: boolean;
  /** what was counted now */
  measurement?: Measurement;
  measuredBefore?: Instant;
};

export type JudgeSettings = {
  /** by which alerts an objective goes that names none */
  rulesOf(inForce: InForce): readonly AlertRule[];
  minimumBadEvents?: number;
  /** why a source says nothing; undefined while it answers */
  troubleOf(measuredBy: string): Unknown | undefined;
};

type Times = Pick<StatusColumns, 'measured_at' | 'fresh_until'>;

const differs = (row: StatusColumns, columns: Omit<StatusColumns, 'told'>) =>
  row.document !== columns.document ||
  row.kept !== columns.kept ||
  row.before !== columns.before ||
  Boolean(row.stale) !== columns.stale;

/** Judges one objective; what is kept of it goes in and comes out as columns. */
export const judge = (
  { inForce, row, news }: ToJudge,
  settings: JudgeSettings,
  now: Instant,
): Judged => {
  const { objective } = inForce;
  const times = news ? timesOf(news) : row;
  const kept = keptOf({ inForce, row, news }, times);
  const { status, next } = judgeObjective({
    objective,
    rules: settings.rulesOf(inForce),
    ...(kept && { kept }),
    missing: settings.troubleOf(objective.measuredBy),
    ...(row?.before && { before: JSON.parse(row.before) as JudgedBefore }),
    minimumBadEvents: settings.minimumBadEvents,
    now,
  });
  const columns = {
    id: objective.id,
    measured_at: instantOf(times?.measured_at ?? null) ?? null,
    fresh_until: instantOf(times?.fresh_until ?? null) ?? null,
    stale: status.stale,
    before: JSON.stringify(next),
    kept: kept ? writeMeasurement(kept.measurement) : null,
    document: writeStatus(status, instantOf(times?.measured_at ?? null)),
  };
  return {
    ...{ inForce, status, columns, moving: movingColumns(status) },
    ...(row && {
      before: {
        ...{ moving: row, stale: Boolean(row.stale) },
        wasMeasured: row.measured_at !== null,
      },
    }),
    differs: !row || differs(row, columns),
    ...(news && { measurement: news.measurement }),
    measuredBefore: instantOf(row?.measured_at ?? null),
  };
};

const timesOf = ({
  measurement: { at },
  validFor,
}: NonNullable<ToJudge['news']>): Times => ({
  measured_at: at,
  fresh_until: at + validFor,
});

const keptOf = (
  { inForce: { objective }, row, news }: ToJudge,
  times: Times | undefined,
) => {
  const evidence = times && evidenceOf(objective.measuredBy, times);
  if (!evidence) return undefined;
  if (news) return { measurement: news.measurement, evidence };
  const at = Date.parse(evidence.observedAt);
  return row?.kept
    ? {
        measurement: readMeasurement(row.kept, {
          ...{ objective: objective.id, at },
        }),
        evidence,
      }
    : undefined;
};

/** What a row says about its objective. */
export const statusOf = (
  { objective }: Pick<InForce, 'objective'>,
  row: ShownColumns,
): ObjectiveStatus =>
  readStatus(objective, {
    document: row.document,
    stale: Boolean(row.stale),
    measuredAt: instantOf(row.measured_at),
    evidence: evidenceOf(objective.measuredBy, row),
  });

export type StateChange = {
  service: ServiceRef;
  objective: string;
  title: string;
  from: ObjectiveStatus['state'];
  to: ObjectiveStatus['state'];
  words: string;
  at: string;
  source: string;
};

/**
 * What to tell others: the state is another one than before. That something
 * which was never measured is well is no news.
 */
export const stateChangeOf = (
  { inForce, status, before }: Judged,
  now: Instant,
): StateChange | undefined => {
  const from = before?.moving.state;
  if (!before || !from || from === status.state) return undefined;
  if (!before.wasMeasured && status.state === 'met') return undefined;
  const { id, title, service, measuredBy } = inForce.objective;
  return {
    ...{ service, objective: id, title, words: status.words },
    ...{ from, to: status.state },
    at: toIso(now),
    source: sourceIdOf(measuredBy),
  };
};

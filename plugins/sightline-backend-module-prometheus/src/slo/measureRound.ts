import { setImmediate as breathe } from 'node:timers/promises';
import { Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  Measurement,
  MeasureQuestion,
  ok,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import { createFirstLooks } from './createFirstLooks';
import { Round } from './createRound';
import { createTasks, Task } from './createTasks';
import { dataSince, Look } from './firstData';
import { wholeMinutes } from './plans';
import { Windows } from './measurePlanned';

type FirstLooks = ReturnType<typeof createFirstLooks>;
type Failures = Map<string, { outcome: Outcome<never>; count: number }>;

/** So many objectives, and others have a turn. */
const turn = 200;

/**
 * One round: what could not be asked about is left out, so that what was measured
 * before stands; when that is everything, the round has failed.
 */
export const measureRound = async (
  round: Round,
  looks: FirstLooks,
  questions: readonly MeasureQuestion[],
): Promise<Outcome<Measurement[]>> => {
  const { tasks, impossible, oddities } = await createTasks(round, questions);
  const notLooked = await looks.refresh(round, wantedLooks(tasks));
  const measured: Measurement[] = [];
  const failures: Failures = new Map();
  for (let from = 0; from < tasks.length; from += turn) {
    await breathe();
    for (const task of tasks.slice(from, from + turn)) {
      const answer = await task.measure();
      if (answer.outcome === 'ok') {
        measured.push(
          toMeasurement(task, answer.value, round, looks.lookOf(task.presence)),
        );
      } else {
        count(failures, answer);
      }
    }
  }
  const [failure] = failures.values();
  if (failure && measured.length === 0) return failure.outcome;
  return ok(
    [...measured, ...impossible.map(question => toImpossible(question, round))],
    [
      ...[...failures].map(inWords),
      ...notLooked.map(
        words => `Since when there are data could not be asked: ${words}`,
      ),
      ...round.remarks,
      ...(await oddities()),
      ...nothingAtAll(measured),
    ],
  );
};

/** Each kind of question once, over the longest window asked about. */
const wantedLooks = (tasks: readonly Task[]) => {
  const longest = new Map<Task['presence'], Millis>();
  for (const { presence, question } of tasks) {
    const window = wholeMinutes(Math.max(...question.windows));
    longest.set(presence, Math.max(window, longest.get(presence) ?? 0));
  }
  return [...longest]
    .filter(([, window]) => window > 0)
    .map(([presence, window]) => ({ presence, window }));
};

const toMeasurement = (
  { question, keys }: Task,
  windows: Windows,
  { at }: Round,
  look?: Look,
): Measurement => {
  const { objective } = question;
  const longest = Math.max(...question.windows);
  const hasData = windows.some(
    ({ window, measured }) => window === longest && measured.what !== 'no-data',
  );
  const since =
    look && hasData
      ? dataSince(look, keys, at - wholeMinutes(longest))
      : undefined;
  return {
    ...{ objective, at, windows },
    ...(since !== undefined && { dataSince: since }),
  };
};

const toImpossible = (
  { objective, windows, indicator }: MeasureQuestion,
  { at }: Round,
): Measurement => ({
  ...{ objective, at },
  windows: windows.map(window => ({
    window,
    measured: {
      what: 'no-data',
      detail:
        indicator.by === 'threshold'
          ? 'A threshold needs time slices: give the objective a slice'
          : 'Prometheus cannot be asked for this indicator',
    },
  })),
});

const count = (failures: Failures, outcome: Outcome<never>) => {
  if (outcome.outcome === 'ok') return;
  const { words } = outcome.fault;
  const before = failures.get(words)?.count ?? 0;
  failures.set(words, { outcome, count: before + 1 });
};

const inWords = ([words, { count: many }]: [string, { count: number }]) =>
  `${
    many === 1 ? '1 objective' : `${many} objectives`
  } could not be measured: ${words}`;

const nothingAtAll = (measured: readonly Measurement[]): string[] =>
  measured.length > 0 &&
  measured.every(({ windows }) =>
    windows.every(one => one.measured.what === 'no-data'),
  )
    ? [
        `There are no data of any of ${measured.length} objectives: are the tenant and the names of the metrics right?`,
      ]
    : [];

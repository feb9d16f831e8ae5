import {
  Instant,
  Millis,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  IndicatorSource,
  Measured,
  Measurement,
  MeasureQuestion,
  ok,
  retry,
} from '@sightline/backstage-plugin-sightline-node';

/** Which calls are counted: all that came in, and of these the slow or the failed. */
export type IncomingQuestion = {
  service: ServiceRef;
  /** left out: failed calls are the bad ones */
  threshold?: Millis;
  windows: readonly Millis[];
};

export type IncomingAnswer = {
  /** in the order of the windows */
  windows: { total: number; bad: number }[];
  /** only samples were seen: shares, and not of how many */
  sampled: boolean;
  /** when the first call ever came in */
  since: Instant;
};

/** The calls that came in, as the feature that counts them tells it. */
export interface IncomingCalls {
  /** when anything was last counted; undefined while nothing ever was */
  lastCounted(): Promise<Instant | undefined>;
  /** in the order asked; undefined for a service that nobody was seen calling */
  count(
    questions: readonly IncomingQuestion[],
    at: Instant,
  ): Promise<(IncomingAnswer | undefined)[]>;
}

const minute: Millis = 60_000;
/** Silence longer than this is no "nobody called": it is nobody telling. */
const silentAfter: Millis = 10 * minute;

const measuredOf = (
  { total, bad }: { total: number; bad: number },
  sampled: boolean,
): Measured => {
  if (total === 0) return { what: 'no-traffic' };
  return sampled
    ? { what: 'shared', bad: bad / total }
    : { what: 'counted', total, bad };
};

const nothing = (
  { objective, windows }: MeasureQuestion,
  at: Instant,
  detail: string,
): Measurement => ({
  ...{ objective, at },
  windows: windows.map(window => ({
    window,
    measured: { what: 'no-data', detail },
  })),
});

const toMeasurement = (
  question: MeasureQuestion,
  answer: IncomingAnswer | undefined,
  at: Instant,
): Measurement => {
  if (!answer) return nothing(question, at, 'No trace shows a call to it');
  const { objective, windows } = question;
  const longest = Math.max(...windows);
  return {
    ...{ objective, at },
    windows: windows.map((window, place) => ({
      window,
      measured: measuredOf(answer.windows[place], answer.sampled),
    })),
    ...(answer.since > at - longest && { dataSince: answer.since }),
  };
};

const isOfEvents = ({ budgeting }: MeasureQuestion) =>
  budgeting.method === 'occurrences';

const toIncoming = ({
  service,
  indicator,
  windows,
}: MeasureQuestion): IncomingQuestion => ({
  ...{ service, windows },
  ...(indicator.by === 'calls' &&
    indicator.of === 'latency' && { threshold: indicator.threshold }),
});

/** Measures objectives by the calls that Sightline saw itself. */
export const callsIndicatorSource = (
  calls: IncomingCalls,
): IndicatorSource => ({
  id: 'calls',
  title: 'calls',
  defaults: { every: { minutes: 1 }, timeout: { minutes: 2 } },
  measures: ({ by }) => by === 'calls',

  async measure(questions, at, context) {
    const last = await calls.lastCounted();
    if (last === undefined) {
      return ok(
        questions.map(one => nothing(one, at, 'No traces have come yet')),
      );
    }
    if (at - last > silentAfter) {
      const minutes = Math.round((at - last) / minute);
      return retry({
        kind: 'unexpected-answer',
        words: `No calls have been reported for ${minutes} minutes: whether there were any nobody can tell`,
      });
    }
    context.countCall();
    const able = questions.filter(isOfEvents);
    const answers = await calls.count(able.map(toIncoming), at);
    const answerOf = new Map(able.map((one, n) => [one, answers[n]]));
    return ok(
      questions.map(one =>
        isOfEvents(one)
          ? toMeasurement(one, answerOf.get(one), at)
          : nothing(
              one,
              at,
              'Calls are counted one by one, not by time slices',
            ),
      ),
    );
  },
});

import { DurationMetric } from './engine/callMetrics';
import { Durations, durationsOf } from './engine/durations';
import { CallsQuestion } from './CallsQuestion';

/** How long calls took, where there is a metric that says so and it can be read. */
export const askDurations = async (
  { client, range, context }: CallsQuestion,
  metric: DurationMetric | undefined,
  queryOf: (metric: DurationMetric) => string,
): Promise<{ durations?: Durations; notes: string[] }> => {
  if (!metric) return { notes: [] };
  const { from, step } = range;
  const answer = await client.queryRange(
    queryOf(metric),
    { ...range, from: from - step },
    context,
  );
  return answer.outcome === 'ok'
    ? {
        durations: durationsOf(answer.value.data, metric),
        notes: answer.notes ?? [],
      }
    : {
        notes: [
          `How long calls took could not be read from ${metric.name}: ${answer.fault.words}`,
        ],
      };
};

import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  DiscoveredObjective,
  IndicatorSource,
  MeasureQuestion,
  ok,
  Outcome,
  PullSource,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { Clock } from '../../../platform/clock';
import { sourceIdOf } from '../tables';

const minute: Millis = 60_000;
/** Rules that somebody writes today are known soon enough. */
const discoveredEvery: Millis = 5 * minute;

/**
 * What intake runs for each system that measures objectives: once a round, one
 * moment for all questions.
 *
 * ```
 *   objectives in force that it measures ──▶ measure(questions, at) ──▶ measurements
 *                  now and then ──▶ discover() ──▶ discoveredObjectives
 * ```
 */
export const indicatorPullSource = (options: {
  source: IndicatorSource;
  clock: Clock;
  questionsOf(measuredBy: string, at: Instant): Promise<MeasureQuestion[]>;
}): PullSource => {
  const { source, clock, questionsOf } = options;
  let discoveredAt: Instant | undefined;

  /** Measuring is the work: what cannot be discovered is a note beside it. */
  const discover = async (
    context: AskContext,
  ): Promise<{ found?: DiscoveredObjective[]; note?: string }> => {
    const now = clock();
    const isDue =
      discoveredAt === undefined || now - discoveredAt >= discoveredEvery;
    if (!source.discover || !isDue) return {};
    const answer = await source.discover(context);
    if (answer.outcome !== 'ok') {
      const { words } = answer.fault;
      return { note: `Rules could not be looked for: ${words}` };
    }
    discoveredAt = now;
    return { found: answer.value, note: answer.notes?.join('; ') };
  };

  return {
    kind: 'pull',
    id: sourceIdOf(source.id),
    title: `Objectives by ${source.title}`,
    defaults: { timeout: { seconds: 50 }, ...source.defaults },
    wantsServices: false,

    async pull(_services, context): Promise<Outcome<SourceReport>> {
      const at = Math.floor(clock() / minute) * minute;
      const questions = await questionsOf(source.id, at);
      const measured =
        questions.length === 0
          ? ok([])
          : await source.measure(questions, at, context);
      if (measured.outcome !== 'ok') return measured;
      const { found, note } = await discover(context);
      return ok(
        {
          ...(measured.value.length > 0 && { measurements: measured.value }),
          ...(found && { discoveredObjectives: found }),
        },
        [...(measured.notes ?? []), ...(note ? [note] : [])],
      );
    },
  };
};

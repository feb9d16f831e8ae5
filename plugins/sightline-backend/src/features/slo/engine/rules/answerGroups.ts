import { Millis } from '@sightline/backstage-plugin-sightline-common';
import type {
  PromQuestions,
  PromRecording,
  Recorded,
} from '@sightline/backstage-plugin-sightline-node';
import { RuleGroup } from './Rule';

/** Questions that are asked alike, and the windows somebody wants of them. */
export type Kept = {
  /** of an objective, or what the fleet's has in common */
  name: string;
  questions: PromQuestions;
  windows: ReadonlySet<Millis>;
};

/**
 * What must be of one moment is in one group: a total with all that is counted of
 * it. Short windows are recorded every minute, long ones less often.
 *
 * ```
 *   fleet 3f9c17d20b4e, every 60s     total 5m, bad 5m, good 5m, total 30m, …
 *   fleet 3f9c17d20b4e, every 300s    total 1d, bad 1d, good 1d, … 30d
 *   payments/settled, every 60s       total 5m, bad 5m, …
 * ```
 */
export const answerGroups = (
  all: readonly Kept[],
  recording: PromRecording,
): RuleGroup[] => {
  const groups = new Map<string, RuleGroup>();
  const written = new Set<string>();
  const write = (one: Kept, window: Millis, { id, text }: Recorded) => {
    const { names } = recording;
    const interval = recording.every(window);
    const name = `sightline ${one.name}, every ${interval / 1000}s`;
    const group = groups.get(name) ?? { name, interval, rules: [] };
    if (written.has(`${id} ${window}`)) return;
    written.add(`${id} ${window}`);
    groups.set(name, group);
    group.rules.push({
      record: names.answer,
      expr: recording.textFor(text, window),
      labels: {
        [names.query]: id,
        [names.window]: recording.durationOf(window),
      },
    });
  };
  for (const one of all) {
    const { total, part } = recording.recordedOf(one.questions);
    for (const window of [...one.windows].sort((a, b) => a - b)) {
      if (total) write(one, window, total);
      write(one, window, part);
    }
  }
  return [...groups.values()];
};

import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  AskContext,
  CallsReport,
  ok,
  Outcome,
  PullSource,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { createAsker } from './backends/Asker';
import { createJaeger } from './backends/jaeger/createJaeger';
import { createTempo } from './backends/tempo/createTempo';
import { stopped } from './backends/TraceBackend';
import { BackendConfig } from './readTracesConfig';
import { askWindows, SampledWindow } from './sampling/askWindows';
import { windowAt } from './sampling/engine/windowAt';
import { windowsToAsk } from './sampling/engine/windowsToAsk';

export type TracesSourceOptions = {
  backend: BackendConfig;
  /** tells the time; for tests */
  now?: () => Instant;
};

const create = { jaeger: createJaeger, tempo: createTempo };

/**
 * One trace back-end as a source. Each window of time is sampled when it is over
 * and its traces have arrived, and becomes one report.
 *
 * **Reports are numbered by their window, and their writer is the back-end.**
 * Whoever keeps them leaves out a number of the same writer that it has, in the
 * transaction that adds the counts. So a window counts once, however often it is
 * asked about: by the same process again, by one that was started in between, or
 * by another replica whose turn it was. None of them needs a disk to remember
 * what was told, while with a writer of each process's own a restart would count
 * its first window a second time. The length of the window is in the writer's
 * name, because with another length the numbers mean other times.
 */
export const createTracesSource = (
  options: TracesSourceOptions,
): PullSource => {
  const { backend: config, now = Date.now } = options;
  const backend = create[config.type]();
  const id = `traces:${config.id}`;
  const writer = `${id}@${config.window / 1000}s`;
  let told = { upTo: -Infinity, notes: [] as string[] };

  const reportOf = ({ number, part }: SampledWindow): CallsReport[] =>
    number > told.upTo && part.edges.length > 0
      ? [{ writer, sequence: number, ...part }]
      : [];

  const pull = async (context: AskContext): Promise<Outcome<SourceReport>> => {
    const newest = windowAt(now(), config);
    const { lastGood } = context;
    const known = { ...config, told: told.upTo, lastGood };
    const { windows, missed } = windowsToAsk(now(), known);
    const asker = createAsker(config, { context, now });
    // Asked in every round: whether the back-end is well is news, too.
    const listed = await backend.services(asker, newest);
    if (listed.outcome === 'ok' && windows.length === 0) {
      return ok({}, told.notes);
    }
    const answer = await askWindows({
      ...{ backend, config, asker, listed, context, now },
      windows: windows.length > 0 ? windows : [newest],
    });
    if (answer.outcome !== 'ok') return answer;
    if (context.signal.aborted) return stopped;

    const calls = answer.value.flatMap(reportOf);
    const upTo = answer.value.at(-1)?.number ?? told.upTo;
    told = { upTo: Math.max(upTo, told.upTo), notes: answer.notes ?? [] };
    if (missed > 0) context.lost('windows of time not asked about', missed);
    return ok(calls.length > 0 ? { calls } : {}, told.notes);
  };

  return {
    kind: 'pull',
    id,
    title: `${backend.title} ${config.id}`,
    wantsServices: false,
    defaults: {
      // Twice a window, so that each is asked about soon after it is over.
      every: { milliseconds: Math.max(1000, config.window / 2) },
      timeout: { minutes: 1 },
      freshFor: { milliseconds: config.window * 3 },
      concurrency: 1,
    },
    pull: (_services, context) => pull(context),
  };
};

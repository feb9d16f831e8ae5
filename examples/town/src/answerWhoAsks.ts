import type { TownOptions } from './arguments.ts';
import type { Outage } from './engine/traffic.ts';
import type { Truth } from './engine/Truth.ts';
import { openDiary } from './home/Diary.ts';
import { startOf } from './home/startOf.ts';
import { startKubernetes } from './kubernetes/startKubernetes.ts';
import { startPact } from './pact/startPact.ts';
import { startPrometheus } from './prometheus/startPrometheus.ts';
import { writeMetrics } from './prometheus/writeMetrics.ts';
import type { Served } from './serving/listenHere.ts';

/** What the town answers beside the spans that it sends, where somebody said at which ports. */
export async function answerWhoAsks(options: {
  asked: TownOptions;
  truth: Truth;
  outages: Outage[];
}): Promise<{ close(): void }> {
  const { asked, truth, outages } = options;
  const { prometheusPort, pactPort, kubernetesPort } = asked;
  const served: Served[] = [];
  const say = (what: string, { url }: Served) =>
    process.stdout.write(`Harbour answers like ${what} at ${url}\n`);
  const ports = [prometheusPort, pactPort, kubernetesPort];
  if (ports.every(port => port === undefined)) {
    return { close: () => {} };
  }
  const around = { truth, outages, startMs: startOfTown(asked) };
  if (prometheusPort !== undefined) {
    const prometheus = await startMetrics(asked, prometheusPort, around);
    served.push(prometheus);
    say('Prometheus', prometheus);
  }
  if (pactPort !== undefined) {
    const pact = await startPact({ port: pactPort, ...around });
    served.push(pact);
    say('a Pact Broker', pact);
  }
  if (kubernetesPort !== undefined) {
    const token = asked.kubernetesToken;
    const kubernetes = await startKubernetes({
      ...{ port: kubernetesPort, token, ...around, nowMs: Date.now },
    });
    served.push(kubernetes);
    say('its clusters', kubernetes);
  }
  return { close: () => served.forEach(one => one.close()) };
}

function startOfTown({ home }: TownOptions): number {
  const now = Date.now();
  return home === undefined
    ? now
    : startOf(home, openDiary(home).lastPage(), now);
}

function startMetrics(
  { metricsFile: to }: TownOptions,
  port: number,
  around: { truth: Truth; outages: Outage[]; startMs: number },
): Promise<Served> {
  if (to) {
    const written = writeMetrics({ to, ...around, nowMs: Date.now() });
    process.stdout.write(`${written}\n`);
  }
  return startPrometheus({ port, ...around, nowMs: Date.now });
}

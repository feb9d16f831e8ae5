import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments, UsageError } from './arguments.ts';
import { handOver } from './home/handOver.ts';
import { live } from './live.ts';
import { writeMetrics } from './prometheus/writeMetrics.ts';
import { readIncidents, readTruth } from './readTown.ts';
import { usage } from './usage.ts';

const folder = join(fileURLToPath(import.meta.url), '..', '..');

/** A terminal sends Ctrl-C to npm and to us, and npm passes it on: one press, two signals. */
const SAME_PRESS_MS = 700;

function stopOnSignal(ending: AbortController) {
  let firstAt: number | undefined;
  const stop = () => {
    const now = Date.now();
    firstAt ??= now;
    if (now - firstAt > SAME_PRESS_MS) process.exit(130);
    ending.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, stop);
  }
}

async function main() {
  const incidents = readIncidents(folder);
  const asked = readArguments(process.argv.slice(2), process.env);
  if (asked === 'help') {
    process.stdout.write(usage(incidents));
    return;
  }
  const { metricsFile: to, prometheusPort } = asked;
  if (to && prometheusPort === undefined) {
    const now = Date.now();
    const around = { truth: readTruth(folder), outages: [] };
    const written = writeMetrics({ to, ...around, startMs: now, nowMs: now });
    process.stdout.write(`${written}\n`);
    return;
  }
  const { home } = asked;
  const heard = home === undefined ? undefined : await handOver(home, asked);
  if (heard !== undefined) {
    process.stdout.write(`${heard}\n`);
    return;
  }
  const ending = new AbortController();
  stopOnSignal(ending);
  await live({
    asked,
    truth: readTruth(folder),
    incidents,
    signal: ending.signal,
  });
}

main().catch(error => {
  const text = error instanceof UsageError ? error.message : error.stack;
  process.stderr.write(`\n✗ ${text}\n  See npm run town -- --help\n`);
  process.exitCode = 1;
});

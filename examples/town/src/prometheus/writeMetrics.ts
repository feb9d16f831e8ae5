import { closeSync, openSync, writeSync } from 'node:fs';
import { UsageError, type MetricsFile } from '../arguments.ts';
import type { Outage } from '../engine/traffic.ts';
import type { Truth } from '../engine/Truth.ts';
import { openMetrics } from './api/exposition.ts';
import { fits } from './promql/matching.ts';
import { parseQuery } from './promql/parse.ts';
import type { Matcher } from './promql/syntax.ts';
import { createHarbourStore } from './startPrometheus.ts';

/**
 * The metrics of the last days as a file that promtool makes blocks of. The same
 * truth, start and incidents go on where it ends, so whoever scrapes them later has
 * one counter and not two.
 */
export function writeMetrics(options: {
  to: MetricsFile;
  truth: Truth;
  outages: readonly Outage[];
  startMs: number;
  nowMs: number;
}): string {
  const { to, nowMs } = options;
  const matchers = selectorOf(to.match);
  const series = createHarbourStore(options)(nowMs)
    .series()
    .filter(({ labels }) => fits(labels, matchers));
  const hours = { fromMs: nowMs - to.historyMs, untilMs: nowMs };
  const out = openSync(to.file, 'w');
  let samples = 0;
  for (const { text, samples: more } of openMetrics(series, hours)) {
    samples += more;
    writeSync(out, text);
  }
  closeSync(out);
  const [ofSeries, ofSamples] = [series.length, samples].map(count =>
    count.toLocaleString('en-US'),
  );
  return `${ofSamples} samples of ${ofSeries} series are in ${to.file}`;
}

function selectorOf(text: string): Matcher[] {
  try {
    const expression = parseQuery(text);
    if (expression.kind === 'selector') return expression.matchers;
  } catch (error) {
    throw new UsageError(`--match is "${text}": ${(error as Error).message}`);
  }
  throw new UsageError(`--match is "${text}", which is no selector of series.`);
}

import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Labels } from '../client/engine/readAnswer';
import { RealPrometheus, whyNoPrometheus } from './RealPrometheus';

const promtool = process.env.SIGHTLINE_PROMTOOL ?? '/usr/bin/promtool';

export const whyNoPast: string | undefined =
  whyNoPrometheus ??
  (existsSync(promtool) ? undefined : `there is no promtool at ${promtool}`);

/** A counter or gauge: what it grows by, or is, at each scrape. */
export type PastSeries = {
  name: string;
  labels: Labels;
  /** undefined: it was not there */
  valueAt(scrape: Instant): number | undefined;
};

export type Past = { from: Instant; to: Instant; every: Millis };

/**
 * A counter that grows by so much from scrape to scrape, and begins anew at each
 * of `resets`. It has counted before: of one that begins at 0 Prometheus knows that
 * there was nothing earlier, and does not stretch its growth.
 */
export const counter = (
  growth: (scrape: Instant) => number,
  resets: readonly Instant[] = [],
) => {
  let value = 1e6;
  return (scrape: Instant) => {
    value = (resets.includes(scrape) ? 0 : value) + growth(scrape);
    return value;
  };
};

function* openMetrics(all: readonly PastSeries[], { from, to, every }: Past) {
  for (const { name, labels, valueAt } of all) {
    const texts = Object.entries(labels).map(
      ([label, value]) => `${label}="${value}"`,
    );
    let lines = '';
    for (let at = from; at <= to; at += every) {
      const value = valueAt(at);
      if (value === undefined) continue;
      lines += `${name}{${texts.join(',')}} ${value} ${at / 1000}\n`;
    }
    yield lines;
  }
  yield '# EOF\n';
}

const runPromtool = (args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const run = spawn(promtool, args);
    let said = '';
    run.stdout.on('data', part => {
      said += part;
    });
    run.stderr.on('data', part => {
      said += part;
    });
    run.once('error', reject);
    run.once('exit', code =>
      code === 0 ? resolve(said) : reject(new Error(said)),
    );
  });

// Hidden in its help, and yet there: few large blocks take seconds, not minutes.
const fewBlocks = '--max-block-duration=744h';

/** Blocks of samples that were never scraped. */
export const backfill =
  (all: readonly PastSeries[], past: Past) =>
  async (data: string, folder: string) => {
    const file = join(folder, 'past.txt');
    await pipeline(
      Readable.from(openMetrics(all, past)),
      createWriteStream(file),
    );
    await mkdir(data, { recursive: true });
    await runPromtool([
      'tsdb',
      'create-blocks-from',
      fewBlocks,
      'openmetrics',
      file,
      data,
    ]);
  };

/** What rules would have recorded between two moments. */
export const recordPast = async (
  prometheus: RealPrometheus,
  rules: string,
  { from, to, every }: Past,
) => {
  const file = join(prometheus.folder, 'rules.yml');
  await writeFile(file, rules);
  await runPromtool([
    'tsdb',
    'create-blocks-from',
    'rules',
    `--start=${from / 1000}`,
    `--end=${to / 1000}`,
    `--eval-interval=${every / 1000}s`,
    `--url=${prometheus.url}`,
    `--output-dir=${join(prometheus.folder, 'data')}`,
    file,
  ]);
};

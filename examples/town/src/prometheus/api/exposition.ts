import { metadata } from '../metrics/createMetrics.ts';
import type { Labels, Series } from '../promql/Series.ts';
import { formatValue } from './formatValue.ts';

/** `http_…_count{job="money/payment-service"}`, as the text formats write it. */
function expositionName({ __name__, ...labels }: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => {
    const escaped = value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n');
    return `${name}="${escaped}"`;
  });
  return `${__name__}{${pairs.join(',')}}`;
}

const families = Object.entries(metadata);

const isOf = (family: string, { labels }: Series) =>
  labels.__name__ === family || labels.__name__.startsWith(`${family}_`);

/** One after the other, each with all of its series. */
function familiesOf(all: readonly Series[]) {
  return families.map(([name, [{ type, help }]]) => ({
    ...{ name, type, help },
    series: all.filter(series => isOf(name, series)),
  }));
}

const SCRAPE_MS = 60_000;

/** What `/metrics` says: every series as it stands, for somebody who scrapes the whole town at once. */
export function exposition(all: readonly Series[], nowMs: number): string {
  const lines = familiesOf(all).flatMap(({ name, type, help, series }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...series.flatMap(({ labels, between }) => {
      const samples = between(nowMs - SCRAPE_MS, nowMs);
      if (samples.length === 0) return [];
      const value = formatValue(samples.valueAt(samples.length - 1));
      return [`${expositionName(labels)} ${value}`];
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

/** A file for `promtool tsdb create-blocks-from openmetrics`, series by series. */
export function* openMetrics(
  all: readonly Series[],
  { fromMs = -Infinity, untilMs }: { fromMs?: number; untilMs: number },
): Generator<{ text: string; samples: number }> {
  for (const { name, type, series } of familiesOf(all)) {
    if (series.length > 0)
      yield { text: `# TYPE ${name} ${type}\n`, samples: 0 };
    for (const { labels, between } of series) {
      const samples = between(fromMs, untilMs);
      const said = expositionName(labels);
      let text = '';
      for (let i = 0; i < samples.length; i++) {
        const value = formatValue(samples.valueAt(i));
        text += `${said} ${value} ${samples.timeAt(i) / 1000}\n`;
      }
      yield { text, samples: samples.length };
    }
  }
  yield { text: '# EOF\n', samples: 0 };
}

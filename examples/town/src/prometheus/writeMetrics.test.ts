import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { truth } from '../__testUtils__/harbour.ts';
import { START } from './__testUtils__/harbourStore.ts';
import { writeMetrics } from './writeMetrics.ts';

const write = (match: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'metrics-')), 'om.txt');
  const written = writeMetrics({
    to: { file, historyMs: 90_000, match },
    ...{ truth, outages: [], startMs: START, nowMs: START },
  });
  const lines = readFileSync(file, 'utf8').split('\n');
  return { written: written.replace(file, 'FILE'), lines };
};

it('writes what promtool reads, as much of it as is asked for', () => {
  const { written, lines } = write('up{job="money/harbour.ledger"}');
  const samples = lines.slice(1, 4);

  expect(written).toBe('3 samples of 1 series are in FILE');
  expect([lines[0], ...lines.slice(4)]).toEqual([
    '# TYPE up gauge',
    '# EOF',
    '',
  ]);
  expect(samples.map(line => line.split(' ').slice(0, 2).join(' '))).toEqual(
    Array(3).fill(
      'up{job="money/harbour.ledger",instance="ledger.money.harbour-eu1:9464"} 1',
    ),
  );
  const times = samples.map(line => Number(line.split(' ')[2]));
  expect(times[2]).toBeLessThanOrEqual(START / 1000);
  expect(times[2] - times[0]).toBeCloseTo(60, 6);
});

it('counts on from all that was before', () => {
  const { lines } = write(
    'http_server_request_duration_seconds_count{http_route="/payments",http_response_status_code="201"}',
  );
  // 0.9 a second for five hours, since Payments was deployed; fewer in the morning.
  expect(Number(lines[1].split(' ')[1])).toBeGreaterThan(0.9 * 18_000 * 0.7);
});

it.each([
  ['sum(up)', '--match is "sum(up)", which is no selector of series.'],
  [
    'up{',
    '--match is "up{": 1:4: parse error: unexpected end of input in label matching, expected identifier or "}"',
  ],
])('refuses to look for %s', (match, message) => {
  expect(() => write(match)).toThrow(message);
});

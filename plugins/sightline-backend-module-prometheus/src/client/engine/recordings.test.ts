import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  explainRefusal,
  readEnvelope,
  readSeries,
  readTexts,
} from './readAnswer';

// Recorded from Prometheus 2.42; too large to be copied, so read where they are.
const folder = resolve(__dirname, '../../../../../../shared/data/prometheus');
const found = existsSync(folder);
const describeRecordings = found ? describe : describe.skip;

const bodyOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const seriesOf = (name: string) =>
  readSeries(readEnvelope(JSON.parse(bodyOf(name))).data);

describeRecordings(
  `answers of Prometheus 2.42${
    found ? '' : ': left out, ../shared/data/prometheus is not there'
  }`,
  () => {
    it.each<[string, number[]]>([
      ['query-error-ratio-30d.json', [0.0005307870370371959]],
      ['query-burn-1h-during-incident.json', [133.49999999996783]],
      ['query-empty-missing-series.json', []],
      ['query-nan-no-traffic.json', [NaN]],
      ['query-inf.json', [Infinity]],
      ['query-scalar.json', [1]],
      ['range-post.json', [1, 1, 1]],
      ['stale-lookup.json', []],
      ['stats.json', [31103999.99999482]],
    ])('%s has the values %j', (name, values) => {
      expect(
        seriesOf(name).flatMap(series => series.values.map(([, one]) => one)),
      ).toEqual(values);
    });

    it('a range of 30 days has a value for each hour', () => {
      expect(
        seriesOf('range-1h-step-30d.json').map(({ values }) => values.length),
      ).toEqual([720]);
    });

    it.each<[string, string | undefined]>([
      [
        'query-parse-error.json',
        'bad_data: invalid parameter "query": 1:16: parse error: unclosed left parenthesis',
      ],
      [
        'query-timeout.json',
        'timeout: query timed out in expression evaluation',
      ],
      [
        'range-too-many-points.json',
        'bad_data: exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
      ],
      ['series-no-match.json', 'bad_data: no match[] parameter provided'],
      ['notfound.json', '404 page not found'],
    ])('%s says why', (name, words) => {
      expect(explainRefusal(bodyOf(name))).toBe(words);
    });

    it('values of a label are a list', () => {
      const { data } = readEnvelope(JSON.parse(bodyOf('label-values.json')));
      expect(readTexts(data)).toEqual(['/orders', '/pay']);
    });

    it('a text is no series', () => {
      expect(() => seriesOf('query-string.json')).toThrow('type string');
    });
  },
);

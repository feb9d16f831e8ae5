import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { startFakeWorld } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { countingContext } from '../__testUtils__/contexts';
import {
  inWords,
  minute,
  question,
  sourceOf,
} from '../__testUtils__/measuring';

// Recorded from Prometheus 2.42; read where they are.
const folder = resolve(__dirname, '../../../../../shared/data/prometheus');
const found = existsSync(folder);
const describeRecordings = found ? describe : describe.skip;

const indicator: Indicator = { by: 'ratio', of: 'bad', query: 'anything' };

describeRecordings(
  `objectives measured by what Prometheus 2.42 answered${
    found ? '' : ': left out, ../shared/data/prometheus is not there'
  }`,
  () => {
    const measure = async (name: string) => {
      const body = readFileSync(join(folder, name), 'utf8');
      const json = JSON.parse(body.startsWith('{') ? body : 'null');
      const refused = json?.status !== 'success';
      const world = await startFakeWorld({
        answer: () => ({
          status: refused ? 503 : 200,
          headers: { 'content-type': 'application/json' },
          body,
        }),
      });
      const answer = await sourceOf(world.url).measure(
        [question('it', indicator, { windows: [minute] })],
        Date.parse('2026-11-21T12:00:00Z'),
        countingContext(),
      );
      await world.stop();
      return answer;
    };

    it.each([
      // In a month 16,509.6 of 31,104,000 went wrong.
      ['query-error-ratio-30d.json', String(0.000530787037)],
      ['query-empty-missing-series.json', 'no data'],
      ['query-nan-no-traffic.json', 'no traffic'],
      [
        'query-inf.json',
        'no data: The answer is Infinity, and a share lies between 0 and 1',
      ],
      // A burn rate is no share.
      [
        'query-burn-1h-during-incident.json',
        'no data: The answer is 133.49999999996783, and a share lies between 0 and 1',
      ],
      ['latency-ratio-classic.json', '0.99'],
      ['latency-le-mismatch.json', 'no data'],
      ['stale-lookup.json', 'no data'],
    ])('%s: %s', async (name, words) => {
      expect(inWords(await measure(name))).toMatchObject({
        it: { windows: { '1m': words } },
      });
    });

    it.each([
      'query-timeout.json',
      'query-parse-error.json',
      'query-many-to-many.json',
      'notfound.json',
    ])('%s: nothing is measured', async name => {
      expect(await measure(name)).not.toHaveProperty('value');
    });
  },
);

import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { openSloReader } from './engine/openslo/readOpenSlo';
import { readSloConfig } from './readSloConfig';

const text = readFileSync(
  resolve(__dirname, '../../../../../../docs/slos.md'),
  'utf8',
);

const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, block]) => block,
);

describe('docs/slos.md', () => {
  it('shows OpenSLO that is read as it stands', () => {
    const files = blocks
      .filter(block => block.includes('apiVersion: openslo/v1'))
      .map((block, at) => ({
        ...{ name: `${at}`, place: `${at}`, text: block, with: [] },
      }));
    const read = openSloReader(files);
    const readings = files.map(({ name }) => read(name));
    expect(
      readings.map(({ slos, problems, notes }) => ({
        names: slos.map(({ name }) => name),
        ...{ problems, notes },
      })),
    ).toEqual([
      { names: ['orders-availability'], problems: [], notes: [] },
      { names: [], problems: [], notes: [] },
    ]);
    expect(readings[0].slos[0].objectives[0].rules).toEqual([
      {
        ...{ severity: 'page', long: 3_600_000, short: 300_000 },
        budgetShare: 0.02,
      },
    ]);
  });

  it('shows configuration that is read as it stands', () => {
    const whole = blocks.filter(block => block.startsWith('sightline:'));
    const templates = blocks.filter(block => block.startsWith('templates:'));
    const configs = [
      ...whole.map(block => parse(block)),
      ...templates.map(block => ({ sightline: { slo: parse(block) } })),
    ];
    expect(
      configs.map(config =>
        readSloConfig(new ConfigReader(config)).templates.map(
          ({ name }) => name,
        ),
      ),
    ).toEqual([[], ['http'], ['http'], ['mesh']]);
  });
});

import { ConfigReader } from '@backstage/config';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { openSloReader } from './engine/openslo/readOpenSlo';
import { readSloConfig } from './readSloConfig';

const root = resolve(__dirname, '../../../../../..');
const folder = join(root, 'catalog-info/objectives');

type Truth = {
  id: string;
  service: string;
  title: string;
  indicator: string;
  target: number;
  thresholdMs?: number;
};

const truth: Truth[] = parse(
  readFileSync(join(root, 'examples/town/truth/objectives.yaml'), 'utf8'),
).objectives;

const files = readdirSync(folder).map(name => ({
  ...{ name, place: name, with: [name] },
  text: readFileSync(join(folder, name), 'utf8'),
}));

describe('Harbour', () => {
  const read = openSloReader(files);
  const readings = files.map(({ name }) => ({ name, ...read(name) }));

  it('states in its catalog what the town is told to keep', () => {
    const stated = readings.flatMap(({ name, slos }) =>
      slos.flatMap(({ service, objectives }) =>
        objectives.map(({ name: id, title, target, indicator }) => ({
          ...{ file: name, id, service, title, target },
          indicator: indicator.kind,
          thresholdMs: indicator.threshold,
        })),
      ),
    );
    const byId = (a: { id: string }, b: { id: string }) =>
      a.id < b.id ? -1 : 1;
    expect(stated.sort(byId)).toEqual(
      truth
        .map(({ id, service, title, target, indicator, thresholdMs }) => ({
          file: `${service}.yaml`,
          ...{ id, service, title, target, indicator, thresholdMs },
        }))
        .sort(byId),
    );
  });

  it('writes nothing that cannot be read, or counts for nothing', () => {
    expect(
      readings.flatMap(({ problems, notes }) => [...problems, ...notes]),
    ).toEqual([]);
  });

  it('has targets for its tiers', () => {
    const config = parse(readFileSync(join(root, 'app-config.yaml'), 'utf8'));
    const { tiers, templates } = readSloConfig(new ConfigReader(config));
    expect(
      Object.values(tiers).map(({ availability }) => availability?.target),
    ).toEqual([0.998, 0.99, 0.98, 0.95, undefined]);
    expect(templates.map(({ name }) => name)).toEqual(['http']);
  });
});

import { ObjectiveProblem } from '@sightline/backstage-plugin-sightline-common';
import { createNoteTeller } from './noteTeller';

const note = (words: string, line?: number): ObjectiveProblem => ({
  ...{ where: 'slo.yaml', words, earlierInForce: false },
  ...{ since: '2026-11-21T02:00:00.000Z', ...(line && { line }) },
});

const world = () => {
  const lines: string[] = [];
  const tell = createNoteTeller({ info: words => lines.push(words) });
  return { tell, said: () => lines.splice(0) };
};

describe('what counts for nothing', () => {
  it('is said once, with its place, and again when it came back', () => {
    const { tell, said } = world();
    const one = note('annotations are not read', 7);
    tell([one, one]);
    expect(said()).toEqual(['slo.yaml:7: annotations are not read']);
    tell([one, note('kind Service is not read')]);
    expect(said()).toEqual(['slo.yaml: kind Service is not read']);
    tell([]);
    tell([one]);
    expect(said()).toEqual(['slo.yaml:7: annotations are not read']);
  });

  it('fills no log', () => {
    const { tell, said } = world();
    tell(Array.from({ length: 60 }, (_, n) => note('not read', n + 1)));
    const lines = said();
    expect([lines.length, lines[50]]).toEqual([
      51,
      'and 10 more of objectives',
    ]);
  });
});

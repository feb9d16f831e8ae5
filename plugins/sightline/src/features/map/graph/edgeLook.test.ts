import { MapEdge } from '@sightline/backstage-plugin-sightline-common';
import { edgeLook, rateWords } from './edgeLook';

const edge = (more: Partial<MapEdge> = {}): MapEdge => ({
  id: 'a b',
  from: 'a',
  to: 'b',
  figures: { calls: 3_600, errors: 0, errorRatio: 0, perSecond: 1 },
  modes: ['sync'],
  protocols: ['http'],
  evidence: ['paired'],
  merged: 1,
  ...more,
});
const failing = (errorRatio: number) => ({
  calls: 3_600,
  errors: 3_600 * errorRatio,
  errorRatio,
  perSecond: 1,
});
const unseen = { calls: 0, errors: 0, errorRatio: 0 };

const words = (one: MapEdge) => edgeLook(one).marks.map(({ word }) => word);

it('draws what is well plainly', () => {
  expect(edgeLook(edge({ verdict: 'agreed', change: 'same' }))).toEqual({
    kind: 'plain',
    width: 2.4,
    line: 'solid',
    marks: [],
  });
});

it.each([
  [{ figures: failing(0.02) }, 'warn', ['2 % errors']],
  [{ figures: failing(0.5) }, 'bad', ['50 % errors']],
  [{ verdict: 'undeclared' }, 'bad', ['undeclared']],
  [{ verdict: 'unused', figures: unseen }, 'idle', ['unused']],
  [{ change: 'new' }, 'busy', ['new']],
  [{ change: 'gone', figures: unseen }, 'idle', ['gone']],
  [
    { change: 'new', verdict: 'undeclared', figures: failing(0.02) },
    'bad',
    ['new', '2 % errors', 'undeclared'],
  ],
  [{ change: 'more-errors', figures: failing(0.5) }, 'bad', ['more errors']],
] as [Partial<MapEdge>, string, string[]][])(
  '%j is %s, and says %j',
  (more, kind, said) => {
    expect([edgeLook(edge(more)).kind, words(edge(more))]).toEqual([
      kind,
      said,
    ]);
  },
);

it('gives everything that is coloured a shape of its own', () => {
  const shapes = [
    { figures: failing(0.02) },
    { figures: failing(0.5) },
    { verdict: 'undeclared' as const },
    { verdict: 'unused' as const },
    { change: 'new' as const },
    { change: 'gone' as const },
  ].map(more => edgeLook(edge(more)).marks[0].shape);
  expect(new Set(shapes).size).toBe(shapes.length);
});

it('dashes what is asynchronous, and dots what was not seen', () => {
  expect([
    edgeLook(edge({ modes: ['async'] })).line,
    edgeLook(edge({ modes: ['sync', 'async'] })).line,
    edgeLook(edge({ modes: ['async'], figures: unseen })).line,
  ]).toEqual(['dashed', 'solid', 'dotted']);
});

it('is heavier where more is called', () => {
  const widths = [0.0001, 0.1, 10, 1_000, 1e9].map(
    perSecond =>
      edgeLook(edge({ figures: { ...failing(0), perSecond } })).width,
  );
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect([widths[0], widths[4]]).toEqual([1.2, 7]);
});

it('makes no rate out of samples', () => {
  expect(rateWords({ calls: 7, errors: 0, errorRatio: 0 })).toBe('7 seen');
});

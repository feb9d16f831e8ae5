import { ChartMark, clustersOf, kindOf, marksIn } from './ChartMark';

const mark = (at: number, kind: ChartMark['kind'] = 'deploy'): ChartMark => ({
  at,
  kind,
  words: `${kind} ${at}`,
});

it('draws as one what stands too near, and shows the kind that explains most', () => {
  const marks = [mark(100), mark(9), mark(0), mark(23, 'state')];
  const clusters = clustersOf(marks, at => at);
  expect(
    clusters.map(cluster => [
      cluster.at,
      kindOf(cluster),
      cluster.marks.map(({ at }) => at),
    ]),
  ).toEqual([
    [0, 'state', [0, 9, 23]],
    [100, 'deploy', [100]],
  ]);
});

it('belongs to the stretch in which it happened, and to no other', () => {
  const marks = [mark(10), mark(20)];
  expect(marksIn(marks, { at: 10, width: 10 })).toEqual([mark(10)]);
  expect(marksIn(marks, { at: 20, width: 0 })).toEqual([]);
});

import { Series } from '../../client/engine/readAnswer';
import { durationsOf, latencyOf } from './durations';
import { rowKey } from './rows';

const minute = 60_000;
const start = Date.parse('2026-11-21T02:00:00Z');
const edge = { client: 'a', server: 'b' };
const seconds = { name: 'x_seconds_bucket', unit: 1_000_000, isNative: false };

/** What a bucket holds at the end of each minute, beginning before the first. */
const bucket = (le: string, counts: (number | undefined)[]): Series => ({
  labels: { ...edge, le },
  values: counts.flatMap((count, nth) =>
    count === undefined ? [] : [[start + nth * minute, count]],
  ),
  histograms: [],
});

const latenciesOf = (series: Series[], calls: number[]) => {
  const minutes = durationsOf(series, seconds).get(rowKey(edge));
  return calls.map((count, nth) =>
    latencyOf(minutes?.get(start + nth * minute), count),
  );
};

describe('durationsOf', () => {
  it('has what each minute added, bucket by bucket', () => {
    expect(
      latenciesOf(
        [
          bucket('0.1', [10, 11, 11]),
          bucket('0.2', [10, 11, 12]),
          bucket('+Inf', [10, 12, 13]),
        ],
        [2, 1],
      ),
    ).toEqual([
      [124, 1, 140, 1],
      [137, 1],
    ]);
  });

  it('takes one bound in two spellings for one', () => {
    expect(
      latenciesOf(
        [
          bucket('1', [4, undefined]),
          bucket('1.0', [undefined, 5]),
          bucket('+Inf', [4, 5]),
        ],
        [1],
      ),
    ).toEqual([[151, 1]]);
  });

  it('takes what was not there a minute ago for new', () => {
    expect(latenciesOf([bucket('1', [undefined, 1])], [1])).toEqual([[151, 1]]);
  });

  it.each([
    ['that began anew', [900, 3], 7],
    ['that is old, and seen for the first time', [undefined, 5000], 7],
    ['that tells of other calls', [5, 9], 7],
  ])('says nothing of a histogram %s', (_, counts, calls) => {
    expect(latenciesOf([bucket('1', counts)], [calls])).toEqual([[]]);
  });

  it('says nothing where nothing was measured', () => {
    expect(latenciesOf([], [3])).toEqual([[]]);
  });
});

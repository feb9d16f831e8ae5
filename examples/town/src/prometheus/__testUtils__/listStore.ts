import {
  listSamples,
  type Labels,
  type Series,
  type Store,
} from '../promql/Series.ts';

export type Listed = {
  labels: Labels;
  samples: { timeMs: number; value: number }[];
};

/** Series whose samples are written down. */
export const listStore = (all: Listed[]): Store => {
  const series: Series[] = all.map(({ labels, samples }) => ({
    labels,
    between: (fromMs, toMs) =>
      listSamples(
        samples.filter(({ timeMs }) => timeMs > fromMs && timeMs <= toMs),
      ),
  }));
  return { series: () => series };
};

/** `1 2 _ 4`: one each half minute, beginning at the first; `_` is a scrape that failed. */
export const everyHalfMinute = (values: string) =>
  values.split(' ').flatMap((value, i) => {
    return value === '_' ? [] : [{ timeMs: i * 30_000, value: Number(value) }];
  });

import type { Labels, Samples } from './Series.ts';

export type Sample = { labels: Labels; value: number };

/** The samples of one series in (from, to]. */
export type Range = {
  labels: Labels;
  samples: Samples;
  fromMs: number;
  toMs: number;
};

/** What an expression comes to at one moment. */
export type Value =
  | { type: 'scalar'; value: number }
  | { type: 'string'; value: string }
  | { type: 'vector'; samples: Sample[] }
  | { type: 'matrix'; ranges: Range[] };

import type {
  SeenWorkload,
  WorkloadsReport,
} from '@sightline/backstage-plugin-sightline-node';
import { idOf } from './tables';

/** Workloads of one cluster that are kept. */
const workloadsAtMost = 50_000;
const gapsAtMost = 50;
const gapLength = 1_000;
const documentAtMost = 64 * 1024;
const earlierAtMost = 10;
const historyAtMost = 16 * 1024;

const inBounds = (words: string) => words.slice(0, gapLength);

/** Without templates before it, where these are too much to tell. */
const withoutHistory = (one: SeenWorkload): SeenWorkload => {
  const { earlier: _, ...template } = one.template;
  return { ...one, template };
};

const isTooLong = ({ template: { earlier = [] } }: SeenWorkload) =>
  earlier.length > earlierAtMost ||
  JSON.stringify(earlier).length > historyAtMost;

/**
 * A report within bounds: one statement about each workload, the last one; none
 * about another cluster; none that is longer than anybody reads.
 */
export const boundReport = (
  report: WorkloadsReport,
  lost: (cause: string, count: number) => void = () => {},
): WorkloadsReport => {
  const { cluster } = report;
  const lose = (cause: string, count: number) => {
    if (count > 0) lost(cause, count);
  };
  const own = report.workloads.filter(({ key }) => key.cluster === cluster);
  lose('workloads of another cluster', report.workloads.length - own.length);
  const long = new Set(own.filter(isTooLong));
  lose('earlier templates with too much to tell', long.size);
  const told = own.map(one => (long.has(one) ? withoutHistory(one) : one));
  const short = told.filter(
    one => JSON.stringify(one).length <= documentAtMost,
  );
  lose('workloads with too much to tell', told.length - short.length);
  const distinct = [
    ...new Map(short.map(one => [idOf(one.key), one])).values(),
  ];
  const workloads = distinct.slice(0, workloadsAtMost);
  lose(
    `workloads of a cluster above ${workloadsAtMost}`,
    distinct.length - workloads.length,
  );
  const gaps = [...new Set(report.gaps)];
  return {
    ...{ ...report, workloads },
    removed: report.removed.filter(key => key.cluster === cluster),
    gaps: gaps.slice(0, gapsAtMost).map(inBounds),
    unseen: Object.fromEntries(
      Object.entries(report.unseen ?? {}).map(([kind, words]) => [
        kind,
        inBounds(words),
      ]),
    ),
  };
};

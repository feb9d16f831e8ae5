import { either, newlyFailing } from '../../engine/incidents.ts';
import type { Labels, Series } from '../promql/Series.ts';
import { growthOf, type Growth } from './Growth.ts';
import { histogramSeries } from './histogram.ts';
import type { Load } from './loads.ts';
import type { Target } from './scrapedSeries.ts';
import { slowerThan, type SlowShare } from './slowShares.ts';
import { meanMs } from './spread.ts';

/** What one route has to do with from a moment on. */
export type Phase = {
  fromMs: number;
  load: Load;
  /** the share of requests that fails while no incident lasts */
  usualErrors: number;
  slow?: SlowShare;
};

/** The histogram of a route: by status, at each place where it is served. */
export function httpSeries(options: {
  calm: Load;
  phases: readonly Phase[];
  targets: readonly Target[];
}): Series[] {
  const { calm, phases, targets } = options;
  const quick = quickShares(phases, calm);
  return targets.flatMap(target =>
    outcomesOf(calm).flatMap(outcome => {
      const growth = (factor: (phase: Phase, i: number) => number): Growth =>
        growthOf(
          phases.map((phase, i) => {
            const share = outcome.shareOf(errorsOf(phase, calm));
            const perSecond = phase.load.perSecond * target.share * share;
            const { fromMs } = phase;
            return { fromMs, perSecond: perSecond * factor(phase, i) };
          }),
        );
      return histogramSeries({
        target,
        labels: labelsOf(calm, outcome),
        count: growth(() => 1),
        sum: growth(({ load }) => meanMs(load.spread) / 1000),
        upTo: seconds => growth((_, i) => quick(seconds)[i]),
      });
    }),
  );
}

/** For each phase the share that takes no longer; the same for all targets and outcomes. */
function quickShares(phases: readonly Phase[], calm: Load) {
  const known = new Map<number, number[]>();
  const shareIn = ({ load, slow }: Phase, seconds: number) => {
    const spreads = { spread: load.spread, calm: calm.spread };
    const boundMs = seconds * 1000;
    return 1 - slowerThan({ boundMs, ...spreads, known: slow });
  };
  return (seconds: number): number[] => {
    const shares =
      known.get(seconds) ?? phases.map(phase => shareIn(phase, seconds));
    known.set(seconds, shares);
    return shares;
  };
}

function errorsOf({ load, usualErrors }: Phase, calm: Load): number {
  const newly = newlyFailing(calm.errors, load.errors);
  return either(usualErrors, Math.max(0, newly));
}

type Outcome = {
  status: string;
  failed: boolean;
  /** the part of all requests, when so many fail */
  shareOf(errors: number): number;
};

/** What a route answers: it succeeds in one way, and fails in some. */
function outcomesOf({ method, failures }: Load): Outcome[] {
  const ok = method === 'POST' ? '201' : '200';
  return [
    { status: ok, failed: false, shareOf: errors => 1 - errors },
    ...failures.map(status => ({
      status: String(status),
      failed: true,
      shareOf: (errors: number) => errors / failures.length,
    })),
  ];
}

const labelsOf = (
  { method, route }: Load,
  { status, failed }: Outcome,
): Labels => ({
  http_request_method: method,
  http_response_status_code: status,
  http_route: route,
  ...(failed && { error_type: status }),
});

import {
  CallFigures,
  EdgeChange,
} from '@sightline/backstage-plugin-sightline-common';

/** Fewer calls than this prove no change of errors or latency. */
const enough = 30;
/** Changes below these are not worth anybody's look, however certain they are. */
const leastErrors = 0.005;
const leastMillis = 5;
const leastFactor = 1.25;
/** Standard errors between two ratios that chance does not explain: 1 in 1,000. */
const certain = 3.3;

/**
 * What changed most between two windows, worst first. `same` is also the answer
 * where too few calls were seen to say anything else.
 *
 * ```
 *   errors    ratios differ by 3.3 standard errors of a proportion, and by 0.5 %
 *   latency   p95 differs by a quarter and by 5 ms: far beyond a bucket's width
 * ```
 */
export const edgeChange = (
  before: CallFigures,
  now: CallFigures,
): EdgeChange => {
  if (before.calls === 0) return now.calls === 0 ? 'same' : 'new';
  if (now.calls === 0) return 'gone';
  if (Math.min(before.calls, now.calls) < enough) return 'same';
  const errors = errorsDiffer(before, now);
  if (errors > 0) return 'more-errors';
  const latency = latencyDiffers(before.p95, now.p95);
  if (latency > 0) return 'slower';
  if (errors < 0) return 'fewer-errors';
  return latency < 0 ? 'faster' : 'same';
};

/** 1 for more, -1 for fewer, 0 for neither. */
const errorsDiffer = (before: CallFigures, now: CallFigures): number => {
  const difference = now.errorRatio - before.errorRatio;
  const calls = before.calls + now.calls;
  const ratio = (before.errors + now.errors) / calls;
  const spread = Math.sqrt(
    ratio * (1 - ratio) * (1 / before.calls + 1 / now.calls),
  );
  const isCertain = Math.abs(difference) > certain * spread;
  return isCertain && Math.abs(difference) >= leastErrors
    ? Math.sign(difference)
    : 0;
};

const latencyDiffers = (before?: number, now?: number): number => {
  if (before === undefined || now === undefined) return 0;
  const difference = now - before;
  const factor = Math.max(now, before) / Math.min(now, before);
  return factor >= leastFactor && Math.abs(difference) >= leastMillis
    ? Math.sign(difference)
    : 0;
};

import {
  Instant,
  Millis,
  ServiceRef,
  toIso,
  unknown,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Traffic } from './Traffic';

/** Seen for less than this, a service may just not have called yet. */
const watchedAtLeast: Millis = 3_600_000;

const isLongEnough = (
  since: Instant | undefined,
  { evidence }: Traffic,
): since is Instant =>
  since !== undefined &&
  evidence !== undefined &&
  Date.parse(evidence.observedAt) - since >= watchedAtLeast;

/**
 * Since when a consumer has not called; undefined: it has, or nobody can tell, as it
 * sends no traces or has only just begun to.
 */
export const silentSince = (
  consumer: ServiceRef,
  provider: ServiceRef,
  traffic: Traffic,
): Instant | undefined => {
  const since = traffic.tracedSince(consumer);
  return isLongEnough(since, traffic) &&
    !traffic.pairs.has(`${consumer} ${provider}`)
    ? since
    : undefined;
};

/** To the minute, in UTC: words are read by people in every zone. */
export const atMinute = (at: Instant) =>
  `${toIso(at).slice(0, 16).replace('T', ' ')} UTC`;

/** Why it cannot be said of any pact that nobody calls by it; undefined: it can. */
export const whyNoSilence = (traffic: Traffic): Unknown | undefined => {
  const { evidence, since } = traffic;
  if (!evidence || since === undefined) {
    return unknown('no-data', 'No calls were reported yet');
  }
  return isLongEnough(since, traffic)
    ? undefined
    : unknown(
        'too-few-events',
        `Calls are seen since ${atMinute(
          since,
        )} only: that nobody calls can be said after an hour`,
      );
};

import { strike } from '../../engine/incidents.ts';
import type { Outage } from '../../engine/traffic.ts';
import type { Journey } from '../../engine/Truth.ts';
import { shareAt, type Stretch } from './badShares.ts';
import type { Phase } from './httpSeries.ts';
import { loadsOf, type Load } from './loads.ts';

/** What a service is known to have done, beside what its journeys say. */
export type TrackRecord = {
  /** shares of failures; none where nobody promised anything */
  errors: readonly Stretch[];
  slow?: { thresholdMs: number; stretches: readonly Stretch[] };
};

/** Everything that happens to the routes of the town from a moment on. */
export type Chronicle = {
  /** on a day like any other, by key of route */
  calm: ReadonlyMap<string, Load>;
  phasesOf(key: string, record: TrackRecord): Phase[];
};

export function chronicleOf(options: {
  journeys: Journey[];
  outages: readonly Outage[];
  fromMs: number;
}): Chronicle {
  const { journeys, outages, fromMs } = options;
  const calm = loadsOf(journeys);
  const hours = outages.map(outage => ({
    ...outage,
    fromMs: outage.fromMicros / 1000,
    toMs: outage.toMicros / 1000,
  }));
  const loadsDuring = rememberLoads(journeys);
  const loadAt = (key: string, atMs: number): Load => {
    const now = hours.filter(hour => hour.fromMs <= atMs && atMs < hour.toMs);
    const usual = calm.get(key)!;
    // Nobody comes any more where nobody is asked.
    return loadsDuring(now).get(key) ?? { ...usual, perSecond: 0 };
  };
  return {
    calm,
    phasesOf(key, { errors, slow }) {
      const usual = calm.get(key)!;
      const changes = [
        ...hours.flatMap(hour => [hour.fromMs, hour.toMs]),
        ...errors.map(stretch => stretch.fromMs),
        ...(slow?.stretches ?? []).map(stretch => stretch.fromMs),
      ].filter(ms => ms > fromMs && Number.isFinite(ms));
      const moments = [...new Set([fromMs, ...changes])].sort((a, b) => a - b);
      return moments.map(ms => ({
        fromMs: ms,
        load: loadAt(key, ms),
        usualErrors: errors.length > 0 ? shareAt(errors, ms) : usual.errors,
        slow: slow && {
          thresholdMs: slow.thresholdMs,
          share: shareAt(slow.stretches, ms),
        },
      }));
    },
  };
}

/** Loads change only when an incident begins or ends. */
function rememberLoads(journeys: Journey[]) {
  const known = new Map<string, Map<string, Load>>();
  return (outages: readonly Outage[]): Map<string, Load> => {
    const key = outages.map(({ incident }) => incident.id).join('+');
    const loads =
      known.get(key) ??
      loadsOf(
        outages.reduce((all, { incident }) => strike(all, incident), journeys),
      );
    known.set(key, loads);
    return loads;
  };
}

import { arrivals } from './arrivals.ts';
import { happen } from './Happening.ts';
import { strike } from './incidents.ts';
import { planJourney, type Plan } from './Plan.ts';
import { recordVisit } from './recordVisit.ts';
import type { Span } from './Span.ts';
import type { Town } from './Town.ts';
import type { Incident, Journey } from './Truth.ts';

/** An incident with its hours. */
export type Outage = {
  incident: Incident;
  fromMicros: number;
  toMicros: number;
};

/** The spans of all visits that begin in [from, to), in the order in which they begin. */
export type Traffic = (fromMicros: number, toMicros: number) => Span[];

/** Truth, seed and time in, spans out: the same three give the same spans, however time is cut. */
export function createTraffic(options: {
  town: Town;
  seed: string;
  rate: number;
  outages: Outage[];
}): Traffic {
  const { town, seed, rate, outages } = options;
  const plansDuring = rememberPlans(town.journeys, seed);
  return (fromMicros, toMicros) =>
    town.journeys
      .flatMap((journey, number) =>
        arrivals({ journey, rate, seed, fromMicros, toMicros }).map(visit => ({
          journey,
          number,
          visit,
        })),
      )
      .sort((a, b) => a.visit.atMicros - b.visit.atMicros)
      .flatMap(({ journey, number, visit }) => {
        const { atMicros, index, random } = visit;
        const now = outages.filter(
          outage => outage.fromMicros <= atMicros && atMicros < outage.toMicros,
        );
        const plan = plansDuring(now)[number];
        const happening = happen({
          plan,
          failed: random.next() < plan.mishap,
          around: { visit: index, pace: random.gaussian(), random },
        });
        return recordVisit({
          town,
          journey: journey.id,
          happening,
          atMicros,
          random,
        });
      });
}

/** Plans change only when an incident begins or ends. */
function rememberPlans(journeys: Journey[], seed: string) {
  const known = new Map<string, Plan[]>();
  return (outages: Outage[]): Plan[] => {
    const key = outages.map(({ incident }) => incident.id).join('+');
    let plans = known.get(key);
    if (!plans) {
      plans = outages
        .reduce((struck, { incident }) => strike(struck, incident), journeys)
        .map(journey => planJourney(journey, seed));
      known.set(key, plans);
    }
    return plans;
  };
}

import { momentOf } from '../../engine/moments.ts';
import type { Service, Truth } from '../../engine/Truth.ts';

/** A version of somebody runs there. */
export type Place = {
  environment: string;
  pacticipant: string;
  version: string;
  /** the cluster, for who runs in several */
  instance: string | null;
  /** left out where nobody wrote it down */
  sinceMs?: number;
};

/** Longer ago than anybody noted a deploy. */
const LONG_AGO = '-60d';

/**
 * What runs where, as pipelines recorded it. Production is what the clusters run: a
 * rollout that hangs was not recorded. Elsewhere the pacts say who meets whom.
 */
export function createPlaces(truth: Truth, startMs: number): Place[] {
  const production = truth.environments.find(one => one.production)!.name;
  const served = truth.services.flatMap(service =>
    inProduction({ truth, service, environment: production, startMs }),
  );
  const others = truth.pacts.flatMap(pact =>
    pact.environments.flatMap(environment => {
      const { consumer, consumerVersion, provider, providerVersion } = pact;
      return [
        { environment, pacticipant: consumer, version: consumerVersion },
        { environment, pacticipant: provider, version: providerVersion },
      ];
    }),
  );
  const elsewhere = others.flatMap(({ version, ...place }): Place[] =>
    version === null || place.environment === production
      ? []
      : [{ ...place, version, instance: null }],
  );
  const once = new Map(
    elsewhere.map(place => [
      `${place.environment}\n${place.pacticipant}`,
      place,
    ]),
  );
  return [...served, ...once.values()];
}

function inProduction(options: {
  truth: Truth;
  service: Service;
  environment: string;
  startMs: number;
}): Place[] {
  const { truth, service, environment, startMs } = options;
  const { name, pact: pacticipant, runs } = service;
  if (pacticipant === null) return [];
  return runs.map(({ cluster, version }) => {
    const deploy = truth.deploys.find(
      one =>
        one.service === name &&
        one.cluster === cluster &&
        one.version === version &&
        one.completed !== false,
    );
    const instance = runs.length > 1 ? cluster : null;
    const sinceMs = momentOf(deploy?.at ?? LONG_AGO, startMs);
    return { environment, pacticipant, version, instance, sinceMs };
  });
}

import {
  ObjectiveProblem,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { DiscoveredObjective } from '@sightline/backstage-plugin-sightline-node';
import { Candidate } from './engine/Statement';
import { FleetNames } from './engine/FleetNames';
import { Discovered, ResolveNames } from './ObjectiveBook';

type Found = { source: string; objective: DiscoveredObjective };

/** Names that mean nobody are said once each, and not without end. */
const SHOWN = 50;

const nameOf = ({ name, namespace }: DiscoveredObjective['outsideService']) =>
  namespace ? `${namespace}/${name}` : name;

/** By what people decided about names; else the one service that is called so. */
const serviceOf = (
  { outsideService }: DiscoveredObjective,
  resolved: ServiceRef | undefined,
  fleet: FleetNames,
): ServiceRef | undefined => {
  if (resolved) {
    return resolved;
  }
  const [only, second] = fleet.find(outsideService.name);
  return second === undefined ? only : undefined;
};

const toCandidate = (
  { source, objective }: Found,
  service: ServiceRef,
): Candidate => {
  const { outsideService, ...statement } = objective;
  return { ...statement, service, source };
};

/** Objectives that outside systems have rules for, as statements about our services. */
export const discoveredCandidates = async (
  discovered: Discovered,
  { fleet, resolve }: { fleet: FleetNames; resolve: ResolveNames },
): Promise<{ candidates: Candidate[]; problems: ObjectiveProblem[] }> => {
  const found: Found[] = [...discovered].flatMap(([source, objectives]) =>
    objectives.map(objective => ({ source, objective })),
  );
  const resolved = await resolve(
    found.map(({ objective }) => objective.outsideService),
  );
  const candidates: Candidate[] = [];
  const strangers = new Map<string, ObjectiveProblem>();
  for (const [at, one] of found.entries()) {
    const service = serviceOf(one.objective, resolved[at], fleet);
    if (service) {
      candidates.push(toCandidate(one, service));
    } else {
      const { origin, outsideService } = one.objective;
      const name = nameOf(outsideService);
      strangers.set(name, {
        where: origin.where,
        words: `Objectives of '${name}' are left out, as no service is known by that name; add otel:${name} to sightline.dev/aliases of the service that is meant`,
        earlierInForce: false,
        since: '',
      });
    }
  }
  return { candidates, problems: [...strangers.values()].slice(0, SHOWN) };
};

import { CallParty } from '@sightline/backstage-plugin-sightline-common';
import { Town } from './harbourMap';
import { TownCall } from './harbourTown';

const PER_SYSTEM = 25;

const partyOf = (at: number, systems: number): CallParty => {
  const id = `component:default/service-${at}`;
  const system = `system-${at % systems}`;
  const team = `team-${at % Math.max(1, Math.round(systems / 3))}`;
  return {
    id,
    kind: 'service',
    name: `service-${at}`,
    entity: id,
    system: { ref: `system:default/${system}`, name: system },
    owner: { ref: `group:default/${team}`, name: team },
    environments: ['production'],
  };
};

/**
 * A company of any size, the same one each time. Systems stand in five rows, from
 * the edge to the ground; a service calls one of its own system and three of the
 * rows below, few of them often.
 */
export function largeTown(services: number): Town {
  const systems = Math.max(1, Math.round(services / PER_SYSTEM));
  const parties = Array.from({ length: services }, (_, at) =>
    partyOf(at, systems),
  );
  const calls: TownCall[] = parties.flatMap((party, at) =>
    [systems, 1 + (at % 7), 3 + (at % 11), 9 + (at % 17)]
      .map(step => at + step)
      .filter(to => to < services && to % 5 >= at % 5)
      .map((to, turn) => ({
        from: party.id,
        to: parties[to].id,
        perSecond: 40 / (1 + ((at * 7 + turn * 13) % 97)),
        protocol: 'http' as const,
        mode: at % 9 === 0 ? ('async' as const) : ('sync' as const),
        errorRatio: at % 23 === 0 ? 0.03 : 0.0005,
        p50: 12,
        p95: 60 + (at % 200),
        evidence: 'paired' as const,
        verdict: at % 31 === 0 ? ('undeclared' as const) : ('agreed' as const),
      })),
  );
  return { parties, calls };
}

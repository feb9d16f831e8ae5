import {
  Evidence,
  Feasibility,
  ObjectiveStatus,
  Ratio,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { judgeFeasibility, NeededInput } from '../engine/feasibility';

type Party = NeededInput['party'];

/** Whom services wait for, as the feature that counts calls tells it. */
export interface CallNeeds {
  /** undefined while nobody ever reported calls */
  evidence?: Evidence;
  /** undefined for a service that traces never named */
  of(service: ServiceRef):
    | {
        party: Party;
        depth: number;
        calls: number;
        errors: number;
        /** of its failures, the part that began there and reached the service */
        counts: Ratio;
      }[]
    | undefined;
}

/** Fewer calls say nothing about three nines. */
const enough = 30;

type Needed = NonNullable<ReturnType<CallNeeds['of']>>[number];

const isAvailability = ({ objective }: ObjectiveStatus) =>
  objective.indicator.kind === 'availability';

/** What it gave, by its own objective where there is one, else by the calls that were seen. */
const givenBy = (
  { calls, errors }: Needed,
  own: ObjectiveStatus | undefined,
): { given: Ratio; from: NeededInput['from'] } | undefined => {
  if (own?.budget) return { given: own.budget.attainment, from: 'attainment' };
  if (calls < enough) return undefined;
  return { given: 1 - errors / calls, from: 'calls' };
};

const toInput = (
  needed: Needed,
  own: ObjectiveStatus | undefined,
): NeededInput => {
  const { party, depth, counts } = needed;
  const given = givenBy(needed, own);
  return {
    ...{ party, depth, from: given?.from ?? 'unknown' },
    ...(own && { promised: own.objective.target }),
    ...(given && { given: 1 - (1 - given.given) * counts }),
  };
};

/** Whether objectives of availability can be held at all. */
export const createFeasibility = (options: {
  needs(): Promise<CallNeeds>;
  objectivesOf(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, readonly ObjectiveStatus[]>>;
}) => {
  const { needs, objectivesOf } = options;
  return {
    async of(statuses: readonly ObjectiveStatus[]): Promise<Feasibility[]> {
      const asked = statuses.filter(isAvailability);
      if (asked.length === 0) return [];
      const known = await needs();
      const byService = new Map(
        asked.map(({ objective: { service } }) => [service, known.of(service)]),
      );
      const entities = [...byService.values()].flatMap(all =>
        (all ?? []).flatMap(({ party }) => party.entity ?? []),
      );
      const theirs = await objectivesOf([...new Set(entities)] as ServiceRef[]);
      const ownOf = ({ party }: Needed) =>
        party.entity === undefined
          ? undefined
          : theirs.get(party.entity as ServiceRef)?.find(isAvailability);
      return asked.map(({ objective }) => {
        const needed = byService.get(objective.service);
        return judgeFeasibility({
          objective,
          needed: (needed ?? []).map(one => toInput(one, ownOf(one))),
          ...(needed && known.evidence && { evidence: known.evidence }),
        });
      });
    },
  };
};

export type FeasibilityReader = ReturnType<typeof createFeasibility>;

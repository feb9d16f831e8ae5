import {
  Evidence,
  Feasibility,
  ObjectiveStatus,
  Ratio,
  ServiceRef,
  unknown,
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

/** So many failures would have been seen by now, if these calls were like all others. */
const enoughBad = 10;

/**
 * What it gave, by its own objective where there is one, else by the calls that were
 * seen. Its objective is about all that it does: where calls are many enough to show
 * that what is asked of it here fails less, they are the better witness. That they
 * fail more is about today, and an objective is about its whole window.
 */
const givenBy = (
  { calls, errors }: Needed,
  own: ObjectiveStatus | undefined,
): { given: Ratio; from: NeededInput['from'] } | undefined => {
  const seen = calls < enough ? undefined : 1 - errors / calls;
  const attained = own?.budget?.attainment;
  const isBetter = (given: Ratio) =>
    attained === undefined ||
    (given > attained && calls * (1 - attained) >= enoughBad);
  if (seen !== undefined && isBetter(seen)) {
    return { given: seen, from: 'calls' };
  }
  return attained === undefined
    ? undefined
    : { given: attained, from: 'attainment' };
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

/** That it is needed shows in the calls of who waits for it; how it stands is its own. */
const hiddenInput = ({ party, depth }: Needed): NeededInput => ({
  ...{ party, depth, from: 'unknown' },
  unknown: unknown('not-permitted', `You may not see ${party.name}`),
});

/** Which of these services may not be seen by who asks. */
export type HiddenOf = (
  refs: readonly ServiceRef[],
) => Promise<ReadonlySet<ServiceRef>>;

const nothingHidden: HiddenOf = async () => new Set();

/** Whether objectives of availability can be held at all. */
export const createFeasibility = (options: {
  needs(): Promise<CallNeeds>;
  objectivesOf(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, readonly ObjectiveStatus[]>>;
}) => {
  const { needs, objectivesOf } = options;
  return {
    async of(
      statuses: readonly ObjectiveStatus[],
      hiddenOf = nothingHidden,
    ): Promise<Feasibility[]> {
      const asked = statuses.filter(isAvailability);
      if (asked.length === 0) return [];
      const known = await needs();
      const byService = new Map(
        asked.map(({ objective: { service } }) => [service, known.of(service)]),
      );
      const entities = [...byService.values()].flatMap(all =>
        (all ?? []).flatMap(({ party }) => party.entity ?? []),
      );
      const refs = [...new Set(entities)] as ServiceRef[];
      const hidden = await hiddenOf(refs);
      const theirs = await objectivesOf(refs.filter(ref => !hidden.has(ref)));
      const inputOf = (one: Needed) => {
        const entity = one.party.entity as ServiceRef | undefined;
        if (entity === undefined) return toInput(one, undefined);
        return hidden.has(entity)
          ? hiddenInput(one)
          : toInput(one, theirs.get(entity)?.find(isAvailability));
      };
      return asked.map(({ objective }) => {
        const needed = byService.get(objective.service);
        return judgeFeasibility({
          objective,
          needed: (needed ?? []).map(inputOf),
          ...(needed && known.evidence && { evidence: known.evidence }),
        });
      });
    },
  };
};

export type FeasibilityReader = ReturnType<typeof createFeasibility>;

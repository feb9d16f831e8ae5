import {
  Instant,
  OnCallHistory,
  OnCallNow,
  ServiceRef,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { breathe } from '../../../platform/chunks';
import { Clock } from '../../../platform/clock';
import { OnCallFleet } from '../OnCall';
import { OnCallReader } from '../OnCallReader';
import { RosterStore } from '../rosters/RosterStore';
import { OnCallWorld, ReadWorld } from './OnCallWorld';
import { ownersAnswer, unreadAnswer, withOwners } from './ownersAnswer';
import { rosterAnswer, rosterHistoryAnswer } from './rosterAnswer';
import {
  Asking,
  isWithdrawn,
  rotationAnswer,
  rotationHistory,
} from './rotationAnswer';

type ReaderOptions = {
  read: ReadWorld;
  rosters: Pick<RosterStore, 'past'>;
  fleet: Pick<OnCallFleet, 'inBrief'>;
  clock: Clock;
};

/** More shifts than anybody reads. */
const LIST_AT_MOST = 2_000;

/** Teams that are reckoned before others have a turn. */
const TURN = 20;

const nameOf = (ref: string) => ref.slice(ref.indexOf('/') + 1);

const teamNamed = ({ people }: OnCallWorld, ref: string) => {
  const name = people.group(ref)?.name ?? people.person(ref)?.name;
  return { ref, name: name ?? nameOf(ref) };
};

const bounded = (history: OnCallHistory): OnCallHistory => {
  const { shifts, gaps } = history;
  const leftOut =
    Math.max(0, shifts.length - LIST_AT_MOST) +
    Math.max(0, gaps.length - LIST_AT_MOST);
  return {
    ...history,
    shifts: shifts.slice(0, LIST_AT_MOST),
    gaps: gaps.slice(0, LIST_AT_MOST),
    ...(leftOut > 0 && { leftOut }),
  };
};

/**
 * Who answers, by the first that knows:
 *
 * ```
 *   service ─▶ its own roster ─┐
 *     └ owner ─▶ rotation ─▶ roster ─▶ owners: "nobody is on call"
 * ```
 */
export const createOnCallReader = (options: ReaderOptions): OnCallReader => {
  const { read, rosters, fleet, clock } = options;

  const isTeam = ({ people, teams }: OnCallWorld, ref: string) =>
    teams.includes(ref) ||
    people.group(ref) !== undefined ||
    people.person(ref) !== undefined;

  const rotationFor = (world: OnCallWorld, team: string, at: Instant) => {
    const found = world.rotationOf(team);
    return found && !isWithdrawn(found.rotation, at) ? found : undefined;
  };

  const answer = async (
    world: OnCallWorld,
    ref: string,
    at: Instant,
  ): Promise<OnCallNow> => {
    const { people } = world;
    const team = teamNamed(world, ref);
    const asking: Asking = { team, at, now: clock(), people };
    const rotation = rotationFor(world, ref, at);
    if (rotation) return withOwners(rotationAnswer(rotation, asking), people);
    const [roster] = world.rostersOf(ref, at);
    if (!roster) return ownersAnswer(asking);
    return withOwners(await rosterAnswer(roster, asking, rosters), people);
  };

  /** Each team is reckoned once, however many services it owns. */
  const answers = (world: OnCallWorld, at: Instant) => {
    const known = new Map<string, Promise<OnCallNow>>();
    return (team: string): Promise<OnCallNow> => {
      const found = known.get(team) ?? answer(world, team, at);
      known.set(team, found);
      return found;
    };
  };

  const ofOwnRoster = async (
    world: OnCallWorld,
    ref: ServiceRef,
    about: { owner?: { ref: string; name: string }; title: string },
    at: Instant,
  ): Promise<OnCallNow | undefined> => {
    const { people } = world;
    const [roster] = world.rostersOf(ref, at);
    if (!roster) return undefined;
    const { owner } = about;
    const team = owner
      ? teamNamed(world, owner.ref)
      : { ref, name: about.title };
    const asking: Asking = { team, at, now: clock(), people };
    return withOwners(await rosterAnswer(roster, asking, rosters), people);
  };

  return {
    async ofTeam(team, at = clock()) {
      const world = await read();
      if (!world) return unreadAnswer({ ref: team, name: nameOf(team) }, at);
      return isTeam(world, team) ? answer(world, team, at) : undefined;
    },

    async ofServices(refs, at = clock()) {
      const brief = await fleet.inBrief(refs);
      const world = await read();
      const ofTeam = world && answers(world, at);
      const all = new Map<ServiceRef, OnCallNow>();
      for (const [ref, { title, owner }] of brief) {
        const team = owner && { ref: owner.ref, name: owner.name };
        if (!world || !ofTeam) {
          if (team) all.set(ref, unreadAnswer(team, at));
          continue;
        }
        const about = { title, ...(team && { owner: team }) };
        const now =
          (await ofOwnRoster(world, ref, about, at)) ??
          (team && (await ofTeam(team.ref)));
        if (now) all.set(ref, { ...now, service: ref });
      }
      return all;
    },

    isKept: async () => (await read())?.isKept ?? false,

    async ofAll(at = clock()) {
      const world = await read();
      const items: OnCallNow[] = [];
      for (const [number, team] of (world?.teams ?? []).entries()) {
        const now = world && (await answer(world, team, at));
        if (now && now.origin.kind !== 'owners') items.push(now);
        if (number % TURN === TURN - 1) await breathe();
      }
      return { at: toIso(at), items, problems: world?.problems ?? [] };
    },

    async history(ref, range) {
      const world = await read();
      const now = clock();
      const none = { from: toIso(range.from), to: toIso(range.to) };
      const nothing = (
        team: OnCallNow['team'],
        why: OnCallHistory['unknown'],
      ) => ({
        ...{ team, ...none, shifts: [], gaps: [] },
        ...(why && { unknown: why }),
        origin: { kind: 'owners' as const, where: 'the catalog' },
      });
      if (!world) {
        const team = { ref, name: nameOf(ref) };
        return nothing(team, unreadAnswer(team, now).unknown);
      }
      if (!isTeam(world, ref)) return undefined;
      const team = teamNamed(world, ref);
      const asking: Asking = { team, at: now, now, people: world.people };
      const rotation = world.rotationOf(ref);
      if (rotation) return bounded(rotationHistory(rotation, range, asking));
      const [roster] = world.rostersOf(ref, range.from);
      if (!roster) {
        const why = `${team.name} has no rotation, and had none`;
        return nothing(team, unknown('not-configured', why));
      }
      return bounded(await rosterHistoryAnswer(roster, range, asking, rosters));
    },
  };
};

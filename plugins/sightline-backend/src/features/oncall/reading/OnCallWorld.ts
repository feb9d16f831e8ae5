import {
  Instant,
  Override,
  Rotation,
} from '@sightline/backstage-plugin-sightline-common';
import { OverrideStore } from '../overrides/OverrideStore';
import { People } from '../people/People';
import { PeopleKeeper } from '../people/createPeopleKeeper';
import { RosterStore, KeptRoster } from '../rosters/RosterStore';
import { RotationBook } from '../rotations/createRotationBook';
import { RotationInForce } from '../rotations/engine/rotationsInForce';
import { joinEditions } from '../rotations/versions/joinEditions';
import { RotationEditions } from '../rotations/versions/RotationStore';

/** How a team takes turns, with all its history and overrides, and where that is from. */
export type TeamRotation = {
  rotation: Rotation;
  place: string;
  url?: string;
  /** as it is written now; left out when it was withdrawn */
  written?: RotationInForce;
  /** in words, other rotations for the same team */
  others: string[];
};

/** Everything that is kept about who is on call, at one moment. */
export type OnCallWorld = {
  people: People;
  rotationOf(team: string): TeamRotation | undefined;
  /** of a group or a service; those that are gone at that moment are left out */
  rostersOf(ref: string, at: Instant): KeptRoster[];
  /** groups of which somebody keeps who is on call */
  teams: string[];
  problems: { place: string; words: string }[];
  /** whether there is any rotation or roster at all */
  isKept: boolean;
};

type WorldOptions = {
  people: Pick<PeopleKeeper, 'read'>;
  book: Pick<RotationBook, 'inForce' | 'editions' | 'problems'>;
  rosters: Pick<RosterStore, 'all'>;
  overrides: Pick<OverrideStore, 'all'>;
};

type Joined = ReturnType<typeof joinEditions>;

const withOverrides = (
  rotation: Rotation,
  made: readonly Override[],
): Rotation => ({ ...rotation, overrides: [...rotation.overrides, ...made] });

const isThere =
  (ref: string, at: Instant) =>
  ({ roster, goneAt = Infinity }: KeptRoster) =>
    at < goneAt && roster.for.includes(ref);

/** Reads what there is; joined rotations are kept until somebody edits a file. */
export const createWorldReader = ({
  people,
  book,
  rosters,
  overrides,
}: WorldOptions) => {
  let joined: { from: RotationEditions[]; byTeam: Joined } | undefined;

  const joinedNow = async (): Promise<Joined> => {
    const from = await book.editions();
    if (joined?.from !== from) joined = { from, byTeam: joinEditions(from) };
    return joined.byTeam;
  };

  /** Undefined while nobody has heard of anybody. */
  return async (): Promise<OnCallWorld | undefined> => {
    const everybody = await people.read();
    if (!everybody) return undefined;
    const byTeam = await joinedNow();
    const { rotations } = await book.inForce();
    const kept = await rosters.all();
    const made = await overrides.all();
    const groups = kept
      .filter(({ goneAt }) => goneAt === undefined)
      .flatMap(({ roster }) => roster.for)
      .filter(ref => ref.startsWith('group:'));
    return {
      people: everybody,
      rotationOf(team) {
        const found = byTeam.get(team);
        if (!found) return undefined;
        const written = rotations.find(
          one =>
            one.rotation.id === found.rotation.id && one.rotation.team === team,
        );
        return {
          ...found,
          rotation: withOverrides(found.rotation, made.get(team) ?? []),
          ...(written && { written }),
        };
      },
      rostersOf: (ref, at) => kept.filter(isThere(ref, at)),
      teams: [...new Set([...byTeam.keys(), ...groups])].sort(),
      problems: await book.problems(),
      isKept: byTeam.size + kept.length > 0,
    };
  };
};

export type ReadWorld = ReturnType<typeof createWorldReader>;

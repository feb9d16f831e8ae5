import { Rotation } from '@sightline/backstage-plugin-sightline-common';
import { joinVersions, KeptVersion } from './joinVersions';
import { RotationEditions } from './RotationStore';

type Edition = RotationEditions['editions'][number] & { id: string };

/** How a team takes turns, by all the rotations it ever had. */
export type JoinedRotation = {
  rotation: Rotation;
  place: string;
  url?: string;
  /** ids of rotations that are in force beside it, and passed over */
  others: string[];
};

const inOrder = (rotations: readonly RotationEditions[]): Edition[] =>
  rotations
    .flatMap(({ id, editions }) => editions.map(one => ({ id, ...one })))
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));

type Active = Map<string, Edition>;

/** Of several for one team the first by name holds. */
const firstOf = (active: Active): Edition | undefined =>
  [...active.values()].sort((a, b) => (a.id < b.id ? -1 : 1))[0];

const joinTeam = (
  team: string,
  editions: readonly Edition[],
): JoinedRotation | undefined => {
  const active: Active = new Map();
  const kept: KeptVersion[] = [];
  let last: Edition | undefined;
  let holds: Edition | undefined;
  for (const [at, edition] of editions.entries()) {
    if (edition.rotation?.team === team) active.set(edition.id, edition);
    else active.delete(edition.id);
    // What happened at one moment is looked at together.
    if (editions[at + 1]?.since === edition.since) continue;
    const first = firstOf(active);
    if (first === holds) continue;
    const { since } = edition;
    kept.push({ since, ...(first && { rotation: first.rotation }) });
    holds = first;
    last = first ?? last;
  }
  const rotation = joinVersions(kept);
  if (!rotation) return undefined;
  const others = [...active.keys()].filter(id => id !== rotation.id);
  return {
    ...{ rotation, place: last?.place ?? rotation.id, others },
    ...(last?.url !== undefined && { url: last.url }),
  };
};

/**
 * By team, all rotations it ever had as one: a rotation that gets another name, or
 * moves to another file, goes on.
 */
export const joinEditions = (
  rotations: readonly RotationEditions[],
): ReadonlyMap<string, JoinedRotation> => {
  const editions = inOrder(rotations);
  const teams = new Set(editions.flatMap(one => one.rotation?.team ?? []));
  return new Map(
    [...teams].sort().flatMap(team => {
      const joined = joinTeam(team, editions);
      return joined ? [[team, joined]] : [];
    }),
  );
};

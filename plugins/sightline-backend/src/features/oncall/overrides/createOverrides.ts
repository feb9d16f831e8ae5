import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Instant,
  OnCallNow,
  onCallAt,
  Override,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';
import { OnCallWorld, ReadWorld, TeamRotation } from '../reading/OnCallWorld';
import { isWithdrawn } from '../reading/rotationAnswer';
import { toRef } from '../rotations/engine/mentions';
import { OverrideStore } from './OverrideStore';

/** As it comes over the wire. */
export type OverrideWanted = {
  /** `ana.markovic` or `user:default/ana.markovic` */
  user: string;
  level?: number;
  /** left out: from now on */
  from?: string;
  to: string;
  reason?: string;
};

export interface Overrides {
  make(team: string, wanted: OverrideWanted, by: string): Promise<Override>;
  takeBack(team: string, id: string): Promise<void>;
}

const DAY = 86_400_000;

/** Longer ones are a change of the rotation. */
const LONGEST_DAYS = 92;
/** Further ahead nobody remembers them. */
const AHEAD_DAYS = 366;

const instantOf = (name: string, text: string): Instant => {
  const instant = toInstant(text);
  if (instant === undefined) {
    throw new InputError(`${name} must be a time in ISO 8601, not '${text}'`);
  }
  return instant;
};

/** From now on at the earliest: who was on call cannot be changed. */
const timesOf = ({ from, to }: OverrideWanted, now: Instant) => {
  const begin = from === undefined ? now : instantOf('from', from);
  const times = { from: Math.max(begin, now), to: instantOf('to', to) };
  if (times.to <= now) {
    throw new InputError(`to is over: ${to}; who was on call stays so`);
  }
  if (times.to <= times.from) {
    throw new InputError(`to must be later than from, and ${to} is not`);
  }
  if (times.to - times.from > LONGEST_DAYS * DAY) {
    throw new InputError(
      `An override lasts ${LONGEST_DAYS} days at most; change the rotation for longer`,
    );
  }
  if (times.from > now + AHEAD_DAYS * DAY) {
    throw new InputError(
      `An override begins within ${AHEAD_DAYS} days, and ${from} is later`,
    );
  }
  return times;
};

const userOf = ({ people }: OnCallWorld, text: string): string => {
  const user = toRef(text, { kind: 'user', namespace: 'default' });
  if (user === undefined || !people.users.has(user)) {
    throw new InputError(`There is no user ${text} in the catalog`);
  }
  return user;
};

const assertLevel = (
  { rotation }: TeamRotation,
  level: number,
  at: Instant,
) => {
  const levels = onCallAt(rotation, at).map(one => one.level);
  if (!levels.includes(level)) {
    throw new InputError(
      `The rotation has no level ${level} then; it has ${levels.join(', ')}`,
    );
  }
};

const elsewhere = (team: string, kept: OnCallNow['origin'] | undefined) =>
  new ConflictError(
    kept
      ? `Who is on call for ${team} is kept in ${kept.where}; make the override there`
      : `${team} has no rotation in which somebody could be overridden`,
  );

/** Overrides of rotations in YAML, made by people: checked, then kept. */
export const createOverrides = (options: {
  read: ReadWorld;
  store: OverrideStore;
  clock: Clock;
  /** who is on call for a team now is another */
  changed(team: string): Promise<void>;
}): Overrides => {
  const { read, store, clock, changed } = options;

  const rotationOf = (world: OnCallWorld, team: string, at: Instant) => {
    const found = world.rotationOf(team);
    if (found && !isWithdrawn(found.rotation, at)) return found;
    const [roster] = world.rostersOf(team, at);
    const { kind, name } = roster?.roster ?? {};
    throw elsewhere(team, kind && { kind, where: name ?? kind });
  };

  return {
    async make(team, wanted, by) {
      const world = await read();
      if (!world) throw new ConflictError('The catalog was not read yet');
      const { level = 1, reason } = wanted;
      const times = timesOf(wanted, clock());
      const found = rotationOf(world, team, times.from);
      const user = userOf(world, wanted.user);
      assertLevel(found, level, times.from);
      const made = await store.make({
        ...{ team, level, user, ...times, madeBy: by },
        ...(reason !== undefined && { reason }),
      });
      await changed(team);
      return made;
    },

    async takeBack(team, id) {
      if (!/^[0-9a-f-]{36}$/.test(id)) {
        throw new NotFoundError(`${team} has no override ${id}`);
      }
      await store.takeBack(team, id);
      await changed(team);
    },
  };
};

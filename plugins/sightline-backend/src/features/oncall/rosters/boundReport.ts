import {
  isTimeZone,
  Roster,
} from '@sightline/backstage-plugin-sightline-common';
import { OnCallReport } from '@sightline/backstage-plugin-sightline-node';

/** A large company has a tenth of it. */
const rostersAtMost = 5_000;
/** Of one roster: two levels of two a day for years. */
const shiftsAtMost = 5_000;
const levelsAtMost = 9;
const longest = 500;

const plain = (text: string) => text.replaceAll('\0', '').slice(0, longest);

const isSound = ({ covers }: Roster) =>
  Number.isFinite(covers.from) &&
  Number.isFinite(covers.to) &&
  covers.from <= covers.to;

const boundRoster = (
  roster: Roster,
  lose: (cause: string, count: number) => void,
): Roster => {
  const { timeZone, url, ...rest } = roster;
  const levels = roster.shifts.filter(
    ({ level }) =>
      Number.isInteger(level) && level >= 1 && level <= levelsAtMost,
  );
  lose(
    `shifts of levels that are none of 1 to ${levelsAtMost}`,
    roster.shifts.length - levels.length,
  );
  const shifts = levels.slice(0, shiftsAtMost).map(shift => {
    const { ref, email, name } = shift.person;
    return {
      ...shift,
      person: {
        ...(ref !== undefined && { ref: plain(ref) }),
        ...(email !== undefined && { email: plain(email) }),
        name: plain(name),
      },
    };
  });
  lose(
    `shifts of a roster above ${shiftsAtMost}`,
    levels.length - shifts.length,
  );
  return {
    ...{ ...rest, shifts, id: plain(roster.id), name: plain(roster.name) },
    for: roster.for.map(ref => ref.toLocaleLowerCase('en-US')),
    ...(timeZone !== undefined && isTimeZone(timeZone) && { timeZone }),
    ...(url !== undefined && /^https?:/i.test(url) && { url }),
  };
};

/** A report within bounds: each roster once, and none that is longer than anybody reads. */
export const boundReport = (
  { rosters, unread }: OnCallReport,
  lost: (cause: string, count: number) => void = () => {},
): OnCallReport => {
  const lose = (cause: string, count: number) => {
    if (count > 0) lost(cause, count);
  };
  const sound = rosters.filter(isSound);
  lose('rosters that cover no time', rosters.length - sound.length);
  const distinct = [...new Map(sound.map(one => [one.id, one])).values()];
  const kept = distinct.slice(0, rostersAtMost);
  lose(`rosters above ${rostersAtMost}`, distinct.length - kept.length);
  return {
    rosters: kept.map(roster => boundRoster(roster, lose)),
    unread: unread.map(one => ({ ...one, fault: plain(one.fault) })),
  };
};

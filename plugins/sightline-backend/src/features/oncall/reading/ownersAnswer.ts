import {
  GAP_DAYS,
  OnCallNow,
  OnCallState,
  Person,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { People } from '../people/People';
import { Asking } from './rotationAnswer';

const DAY = 86_400_000;

/** People who own: members of a group, or the user who owns by themselves. */
const ownersOf = (people: People, team: string): Person[] => {
  const alone = people.person(team);
  return alone ? [alone] : people.membersOf(team);
};

/** Where nobody keeps who is on call: owners are shown as owners, and as nothing else. */
export const ownersAnswer = ({ team, at, people }: Asking): OnCallNow => ({
  ...{ team, at: toIso(at), state: 'nobody' },
  headline: `Nobody is on call: ${team.name} has no rotation`,
  ...{ levels: [], gaps: [], gapsUntil: toIso(at + GAP_DAYS * DAY) },
  owners: ownersOf(people, team.ref),
  origin: { kind: 'owners', where: 'the catalog' },
  warnings: [],
});

const withoutAnybody: readonly OnCallState[] = ['gap', 'nobody', 'unknown'];

/** Owners stand beside every answer that names nobody. */
export const withOwners = (now: OnCallNow, people: People): OnCallNow =>
  withoutAnybody.includes(now.state)
    ? { ...now, owners: ownersOf(people, now.team.ref) }
    : now;

const notRead = 'The users and groups of the catalog were not read yet';

/** Before anybody has heard of anybody. */
export const unreadAnswer = (
  team: OnCallNow['team'],
  at: number,
): OnCallNow => ({
  ...{ team, at: toIso(at), state: 'unknown' },
  headline: `Nobody can tell who is on call: ${notRead}`,
  unknown: unknown('source-unavailable', notRead),
  ...{ levels: [], gaps: [], gapsUntil: toIso(at), owners: [] },
  origin: { kind: 'owners', where: 'the catalog' },
  warnings: [],
});

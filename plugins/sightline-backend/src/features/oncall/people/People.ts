import {
  Instant,
  Person,
  RosterPerson,
} from '@sightline/backstage-plugin-sightline-common';
import { KnownEntity, KnownGroup, KnownPerson } from './toEntity';

/** Everybody who may be on call, and every group that may take turns, at one moment. */
export interface People {
  /** also those who left, for who they were */
  person(ref: string): Person | undefined;
  /** whether the catalog had them at that moment, as far as is remembered */
  wasKnown(ref: string, at: Instant): boolean;
  /** when people left, within a time */
  leftWithin(from: Instant, to: Instant): Instant[];
  /** whom another system means: by ref, by e-mail address, by user name, by name */
  meantBy(said: RosterPerson): Person | undefined;
  group(ref: string): KnownGroup | undefined;
  groups(): Iterable<KnownGroup>;
  /** by name */
  membersOf(group: string): Person[];
  /** refs of all users */
  users: ReadonlySet<string>;
}

const lower = (text: string) => text.toLocaleLowerCase('en-US');

const toPerson = ({ ref, name, timeZone, contacts }: KnownPerson): Person => ({
  ...{ ref, name },
  ...(timeZone !== undefined && { timeZone }),
  contacts,
});

/** By a word of theirs; one that several have means none of them. */
const indexBy = (
  people: readonly KnownPerson[],
  wordOf: (person: KnownPerson) => string | undefined,
) => {
  const index = new Map<string, KnownPerson | undefined>();
  for (const person of people) {
    const word = wordOf(person);
    if (word === undefined) continue;
    const key = lower(word);
    index.set(key, index.has(key) ? undefined : person);
  }
  return (word: string | undefined): KnownPerson | undefined =>
    word === undefined ? undefined : index.get(lower(word.trim()));
};

const membersIn = (people: readonly KnownPerson[]) => {
  const members = new Map<string, KnownPerson[]>();
  for (const person of people) {
    for (const group of person.memberOf) {
      const others = members.get(group);
      if (others) others.push(person);
      else members.set(group, [person]);
    }
  }
  return members;
};

/** Somebody whom the catalog no longer has. */
export type Gone = { entity: KnownEntity; goneAt: Instant };

export const peopleFrom = (
  entities: Iterable<KnownEntity>,
  gone: readonly Gone[] = [],
): People => {
  const all = [...entities];
  const left = new Map(gone.map(one => [one.entity.ref, one]));
  const people = all.filter((one): one is KnownPerson => one.kind === 'user');
  const groups = new Map(
    all.flatMap(one => (one.kind === 'group' ? [[one.ref, one]] : [])),
  );
  const byRef = new Map(people.map(one => [one.ref, one]));
  const byEmail = indexBy(people, ({ email }) => email);
  const byUserName = indexBy(people, ({ userName }) => userName);
  const byName = indexBy(people, ({ name }) => name);
  const members = membersIn(people);
  return {
    person(ref) {
      const found = byRef.get(ref) ?? left.get(ref)?.entity;
      return found?.kind === 'user' ? toPerson(found) : undefined;
    },
    wasKnown: (ref, at) =>
      byRef.has(ref) || at < (left.get(ref)?.goneAt ?? -Infinity),
    leftWithin: (from, to) =>
      gone
        .map(({ goneAt }) => goneAt)
        .filter(at => from < at && at < to)
        .sort((a, b) => a - b),
    meantBy({ ref, email, name }) {
      const found =
        (ref === undefined ? undefined : byRef.get(lower(ref))) ??
        byEmail(email) ??
        byEmail(name) ??
        byUserName(name) ??
        byName(name);
      return found && toPerson(found);
    },
    group: ref => groups.get(ref),
    groups: () => groups.values(),
    membersOf: group =>
      (members.get(group) ?? [])
        .map(toPerson)
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    users: new Set(byRef.keys()),
  };
};

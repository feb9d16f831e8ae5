import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  annotations,
  Contact,
  isTimeZone,
  Person,
} from '@sightline/backstage-plugin-sightline-common';

/** A user, as far as being on call goes. */
export type KnownPerson = Person & {
  kind: 'user';
  /** as calendars and other systems may write it */
  userName: string;
  email?: string;
  /** entity refs of groups, sorted */
  memberOf: string[];
};

/** A group that may own services and take turns. */
export type KnownGroup = {
  kind: 'group';
  ref: string;
  name: string;
  /** those of ours, and where the catalog found it */
  annotations: Record<string, string>;
};

export type KnownEntity = KnownPerson | KnownGroup;

/** What the catalog is asked for. */
export const entityFields = [
  ...['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
  ...['metadata.annotations', 'metadata.links'],
  ...['spec.profile', 'spec.memberOf', 'relations'],
];

const LONGEST = 500;
const LINKS = 10;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim().slice(0, LONGEST)
    : undefined;

const profileOf = ({ spec }: Entity): Record<string, unknown> => {
  const profile = spec?.profile;
  return typeof profile === 'object' && profile !== null
    ? (profile as Record<string, unknown>)
    : {};
};

const nameOf = (entity: Entity): string =>
  textOf(profileOf(entity).displayName) ??
  entity.metadata.title ??
  entity.metadata.name;

const chats =
  /(^|\.)(slack\.com|teams\.microsoft\.com|chat\.google\.com|mattermost\.|discord\.com|zulip)/i;

const kindOfLink = (href: string, icon: string): Contact['kind'] => {
  if (href.startsWith('tel:')) return 'phone';
  if (href.startsWith('mailto:')) return 'email';
  const { hostname } = new URL(href);
  return chats.test(hostname) || icon === 'chat' ? 'chat' : 'link';
};

const opens = /^(https?:|mailto:|tel:)/i;

const linkContacts = (entity: Entity): Contact[] =>
  (entity.metadata.links ?? []).slice(0, LINKS).flatMap(link => {
    const { url, title, icon = '' } = link;
    if (!opens.test(url) || url.length > LONGEST) return [];
    try {
      const bare = url.replace(/^(tel|mailto):/i, '');
      return { kind: kindOfLink(url, icon), label: title ?? bare, href: url };
    } catch {
      return [];
    }
  });

const phoneOf = (profile: Record<string, unknown>): Contact[] => {
  const label = textOf(profile.phone);
  return label === undefined || !/^[+\d][\d\s()./-]*$/.test(label)
    ? []
    : [{ kind: 'phone', label, href: `tel:${label.replace(/[^+\d]/g, '')}` }];
};

const emailOf = (email: string | undefined): Contact[] =>
  email === undefined
    ? []
    : [{ kind: 'email', label: email, href: `mailto:${email}` }];

const groupsOf = ({ relations = [] }: Entity): string[] => {
  const refs = relations
    .filter(({ type }) => type === 'memberOf')
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  return [...new Set(refs)].sort();
};

const zoneOf = (entity: Entity): string | undefined => {
  const zone = entity.metadata.annotations?.[annotations.timezone]?.trim();
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
};

const toPerson = (entity: Entity): KnownPerson => {
  const profile = profileOf(entity);
  const email = textOf(profile.email);
  const timeZone = zoneOf(entity);
  return {
    ...{ kind: 'user', ref: stringifyEntityRef(entity), name: nameOf(entity) },
    ...(timeZone && { timeZone }),
    contacts: [...emailOf(email), ...phoneOf(profile), ...linkContacts(entity)],
    userName: entity.metadata.name,
    ...(email !== undefined && { email }),
    memberOf: groupsOf(entity),
  };
};

const toGroup = (entity: Entity): KnownGroup => {
  const said = entity.metadata.annotations ?? {};
  const wanted = [annotations.rotation, ANNOTATION_LOCATION];
  return {
    ...{ kind: 'group', ref: stringifyEntityRef(entity), name: nameOf(entity) },
    annotations: Object.fromEntries(
      wanted.flatMap(key => (said[key] ? [[key, said[key]]] : [])),
    ),
  };
};

/** A user or a group of the catalog, in the few words that matter here. */
export const toEntity = (entity: Entity): KnownEntity =>
  entity.kind.toLocaleLowerCase('en-US') === 'user'
    ? toPerson(entity)
    : toGroup(entity);

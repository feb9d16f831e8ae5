import {
  LookupAnswer,
  LookupMatch,
  LookupReason,
  LookupSnapshot,
  OnCallNow,
  Override,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { LookupQuestion, OverrideWanted } from '../api';
import { HarbourLookup } from './HarbourLookup';
import { NOON } from './harbour';
import { OnCallScene, harbourOnCall, harbourTeams } from './harbourOnCall';
import { townParties } from './harbourTown';

type Scenes = {
  onCall?: OnCallScene;
  snapshot?: LookupSnapshot['state'];
};

const teams = [...townParties.values()].flatMap(({ owner }) => owner ?? []);

const snapshots: Record<LookupSnapshot['state'], string> = {
  live: 'In step with the database',
  stale: 'As of 12 minutes ago: the database does not answer',
  empty: 'The index was never read yet',
};

const snapshotOf = (
  state: LookupSnapshot['state'],
  now: number,
): LookupSnapshot => ({
  ...(state !== 'empty' && { at: toIso(now - 12 * 60_000) }),
  ...{ state, words: snapshots[state], services: 42, clues: 812, lost: 0 },
});

const reasonOf = (name: string, q: string): LookupReason | undefined => {
  const pod = /^(.+?)-[0-9a-f]{6,10}-[0-9a-z]{5}$/.exec(q)?.[1];
  if (pod === name) {
    const words = `The pod ${q} belongs to its workload ${name}`;
    return { kind: 'pod', value: q, how: 'exact', words };
  }
  const value = name;
  if (name === q) {
    return { kind: 'name', value, how: 'exact', words: 'This is its name' };
  }
  return name.includes(q)
    ? {
        ...{ kind: 'name', value },
        how: name.startsWith(q) ? 'start' : 'word',
        words: `Its name ${name} has “${q}” in it`,
      }
    : undefined;
};

const linksOf = (name: string) => [
  {
    url: `https://chat.harbour.example/team-${name}`,
    title: `#team-${name}`,
    type: 'chat',
  },
  {
    url: `https://dashboards.harbour.example/${name}`,
    title: 'Dashboard',
    type: 'dashboard',
  },
];

const matchOf = (name: string, q: string): LookupMatch | undefined => {
  const party = townParties.get(name)!;
  const why = reasonOf(name, q);
  if (!why || !party.entity) return undefined;
  return {
    ...{ service: party.entity, name, title: party.name, why, also: [] },
    ...{ owner: party.owner, tier: party.tier, system: party.system },
    ...(name !== 'fraud' && {
      runbook: `https://runbooks.harbour.example/${name}`,
    }),
    links: linksOf(party.owner?.name ?? name),
    score: why.how === 'exact' ? 1 : 0.6,
  };
};

const partiesOf = (q: string): LookupAnswer['parties'] => {
  const found = teams.find(({ name }) => name === q);
  return found
    ? [
        {
          ...{ ref: found.ref, kind: 'team', name: found.name, score: 0.9 },
          services: teams.filter(({ ref }) => ref === found.ref).length,
          why: { kind: 'team', value: q, how: 'exact', words: 'The team' },
        },
      ]
    : [];
};

const answerTo = (
  { q, limit = 10 }: LookupQuestion,
  snapshot: LookupSnapshot,
): LookupAnswer => {
  const words = q.toLocaleLowerCase();
  const matches = [...townParties.entries()]
    .filter(([, { kind }]) => kind === 'service')
    .flatMap(([name]) => matchOf(name, words) ?? [])
    .sort((a, b) => b.score - a.score);
  const [first] = matches;
  const isPod = first?.why.kind === 'pod';
  return {
    ...{ q, form: isPod ? 'pod' : 'words', snapshot },
    ...(isPod && { read: `${first.name}, by its pod’s name` }),
    matches: matches.slice(0, limit),
    leftOut: Math.max(0, matches.length - limit),
    parties: partiesOf(words),
  };
};

/** Overrides that were made through this fake; the last one is whom it names. */
const overridable = (now: number, scene?: OnCallScene) => {
  let made: Override[] = [];
  const onCall = (): OnCallNow => {
    const last = made.at(-1);
    const was = harbourOnCall(scene, now);
    if (!last) return was;
    const responder = {
      ...{ ref: last.user, name: last.user.replace(/^user:.*\//, '') },
      ...{ contacts: [], until: last.to, override: { ...last } },
    };
    return {
      ...{ ...was, state: 'covered' },
      headline: `${responder.name} is on call`,
      levels: [{ level: last.level, responders: [responder] }],
    };
  };
  return {
    onCall,
    makeOverride: (_team: string, wanted: OverrideWanted): Override => {
      const { user, to, reason, level = 1, from = toIso(now) } = wanted;
      const override: Override = {
        ...{ id: `o-${made.length + 1}`, level, user, from, to, reason },
        ...{ madeAt: toIso(now), madeBy: 'user:default/guest' },
      };
      made.push(override);
      return override;
    },
    endOverride: (_team: string, id: string) => {
      made = made.filter(one => one.id !== id);
    },
  };
};

/** What a backend answers at two in the morning, as the words say. */
export const harbourNight = (
  now = NOON,
  { onCall: scene, snapshot = 'live' }: Scenes = {},
): Required<HarbourLookup> => {
  const { onCall, makeOverride, endOverride } = overridable(now, scene);
  return {
    getLookup: question => answerTo(question, snapshotOf(snapshot, now)),
    getServiceOnCall: service => ({ ...onCall(), service }),
    getTeamOnCall: onCall,
    getOnCall: () => ({
      ...{ at: toIso(now), problems: [] },
      items: [onCall(), ...harbourTeams(now)],
    }),
    ...{ makeOverride, endOverride },
  };
};

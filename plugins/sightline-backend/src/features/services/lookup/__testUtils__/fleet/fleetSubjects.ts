import { LookupClue, PartySubject, ServiceSubject } from '../../engine/Subject';

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length];

const words = 'order price stock user ledger route quote parcel'.split(' ');
const roles = 'api worker store gateway sync projector'.split(' ');
const teams = 160;

const nameOf = (n: number) => `${pick(words, n * 7)}-${pick(roles, n)}-${n}`;

const teamOf = (n: number) => (n * 13) % teams;

/** Twenty things by which somebody may know a service. */
const cluesOf = (n: number): LookupClue[] => {
  const [name, space] = [nameOf(n), `team-${teamOf(n)}`];
  const [word, role] = [pick(words, n * 7), pick(roles, n)];
  return [
    { kind: 'name', value: name },
    { kind: 'title', value: `The ${word} ${role} of region ${n}` },
    { kind: 'alias', value: `${word}${role}-${n}-service` },
    { kind: 'workload', value: `${name}-deployment` },
    { kind: 'pacticipant', value: `${word} ${role} ${n}` },
    { kind: 'pagerduty', value: `Team ${teamOf(n)}` },
    { kind: 'host', value: `${name}.${space}.svc.cluster.local` },
    { kind: 'host', value: `${name}.fleet.example` },
    { kind: 'image', value: `registry.fleet.example/${space}/${name}` },
    { kind: 'pod', value: `${name}-deployment-7c9f8d64b5-x2x4q` },
    { kind: 'pod', value: `${name}-deployment-7c9f8d64b5-b8kzm` },
    { kind: 'database', value: `${word}-db-${n}` },
    { kind: 'database', value: `${word}-cache-${n % 500}` },
    { kind: 'topic', value: `${word}-events-${n % 300}` },
    { kind: 'topic', value: `${role}-commands-${n % 700}` },
    { kind: 'label', value: `app.kubernetes.io/name=${name}` },
    { kind: 'system', value: `system-${(n * 11) % 400}` },
    { kind: 'tag', value: pick(['java', 'go', 'node', 'kotlin'], n) },
    { kind: 'url', value: `https://runbooks.fleet.example/${name}` },
    { kind: 'url', value: `https://grafana.fleet.example/d/${name}` },
  ];
};

const service = (n: number): ServiceSubject => {
  const owner = {
    ref: `group:default/team-${teamOf(n)}`,
    name: `Team ${teamOf(n)}`,
    path: ['group:default/company'],
  };
  return {
    ...{ kind: 'service', ref: `component:default/${nameOf(n)}` },
    ...{ name: nameOf(n), title: nameOf(n), owner, links: [] },
    ...{ clues: cluesOf(n), namespaces: [`team-${teamOf(n)}`] },
    tier: pick(['T0', 'T1', 'T2', 'T3'] as const, n),
  };
};

const team = (n: number): PartySubject => ({
  ...{ kind: 'team', ref: `group:default/team-${n}`, name: `Team ${n}` },
  ...{ clues: [{ kind: 'team', value: `Team ${n}` }], groups: [] },
});

const person = (n: number): PartySubject => ({
  ...{ kind: 'person', ref: `user:default/person-${n}`, name: `Ana ${n}` },
  clues: [{ kind: 'person', value: `ana.marković.${n}` }],
  groups: [`group:default/team-${n % teams}`],
});

const many = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n));

export const fleetSubjects = (services: number) => [
  ...many(services, service),
  ...many(teams, team),
  ...many(services / 5, person),
];

const mistyped = (text: string, n: number) => {
  const at = 1 + (n % (text.length - 2));
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
};

/** What people ask, of every form there is, each of another service. */
export const fleetQuestions = (count: number, services: number): string[] =>
  many(count, number => {
    const n = (number * 7_919) % services;
    const [name, space] = [nameOf(n), `team-${teamOf(n)}`];
    return pick(
      [
        name,
        name.slice(0, 1 + (n % 9)),
        mistyped(name, n),
        `${mistyped(pick(words, n), n)} ${pick(roles, n)}`,
        `${name}-deployment-7c9f8d64b5-x2x4q`,
        `registry.fleet.example/${space}/${name}:1.2.${n}@sha256:0a1b2c`,
        `https://${name}.fleet.example/v1/${pick(words, n)}s/${n}?x=1`,
        `{service="${name}",namespace="${space}",severity="page"}`,
        `${pick(words, n)}-events-${n % 300}`,
        `Team ${teamOf(n)}`,
        `ana.markovic.${n % 2_000}`,
        `ERROR ${name}: refused by ${pick(
          words,
          n,
        )}-db-${n}:5432 after 3 tries`,
        pick(words, n),
        'svc cluster local',
      ],
      number,
    );
  });

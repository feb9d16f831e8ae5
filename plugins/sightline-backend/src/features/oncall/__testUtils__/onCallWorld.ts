import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  OnCallNow,
  Roster,
  RosterShift,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { OnCallReport } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { group } from '../../services/__testUtils__/entities';
import { FakeCatalog } from '../../services/__testUtils__/FakeCatalog';
import {
  fakeUrls,
  tempFolder,
} from '../../slo/objectives/__testUtils__/bookWorld';
import { createOnCall } from '../createOnCall';

/** A Monday. */
export const START = Date.parse('2026-11-16T10:00:00Z');
export const hour = 3_600_000;
export const day = 24 * hour;

export const iso = (at: number) => new Date(at).toISOString();
export const ref = (name: string): ServiceRef => `component:default/${name}`;
export const team = (name: string) => `group:default/${name}`;
export const user = (name: string) => `user:default/${name}`;

/** A user as the catalog gives it, relations stitched. */
export const member = (name: string, of: string): Entity => ({
  ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'User' },
  metadata: {
    ...{ name, namespace: 'default' },
    annotations: { 'sightline.dev/timezone': 'Europe/Berlin' },
  },
  spec: {
    profile: {
      displayName: `${name[0].toUpperCase()}${name.slice(1)}`,
      email: `${name}@harbour.example`,
    },
  },
  relations: [{ type: 'memberOf', targetRef: team(of) }],
});

/** Ana, Ben and Chloe pay; Dan looks for. */
const people = () => [
  group('payments', undefined, 'Payments'),
  group('search', undefined, 'Search'),
  ...['ana', 'ben', 'chloe'].map(name => member(name, 'payments')),
  member('dan', 'search'),
];

const owners: Record<string, string | undefined> = {
  ...{ ledger: 'payments', checkout: 'payments', finder: 'search' },
  orphan: undefined,
};

export const rotationOf = (
  of: string,
  members: readonly string[],
  more = 'handover: daily 08:00',
) => `apiVersion: sightline.dev/v1
kind: Rotation
metadata:
  name: ${of}
spec:
  team: ${of}
  timezone: UTC
  from: 2026-11-01
  ${more}
  members: [${members.join(', ')}]
`;

export const shift = (
  name: string,
  [from, to]: [number | undefined, number | undefined],
  more: Partial<RosterShift> = {},
): RosterShift => ({
  ...{ level: 1, person: { name, email: `${name}@harbour.example` } },
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...more,
});

export const rosterOf = (
  id: string,
  shifts: readonly RosterShift[],
  more: Partial<Roster> = {},
): Roster => ({
  ...{ id, name: `${id} in PagerDuty`, kind: 'pagerduty' },
  ...{ for: [team(id)], shifts: [...shifts] },
  covers: { from: START, to: START + 14 * day },
  ...more,
});

/** The whole feature over one database, with files, addresses and a clock to turn. */
export const onCallWorld = async (
  database: Knex,
  options: { catalog?: FakeCatalog } = {},
) => {
  const time = { now: START };
  const folder = await tempFolder();
  const urls = fakeUrls();
  const catalog = options.catalog ?? new FakeCatalog().put(...people());
  const changed: ServiceRef[][] = [];
  const lost: string[] = [];
  const refs = Object.keys(owners).map(ref);
  const ownerOf = (one: ServiceRef) => {
    const owner = owners[one.split('/')[1]];
    return owner === undefined
      ? {}
      : { owner: { ref: team(owner), name: owner } };
  };
  const config = mockServices.rootConfig({
    data: { sightline: { oncall: { rotations: { folders: [folder.root] } } } },
  });
  const build = () =>
    createOnCall({
      ...{ database, clock: () => time.now, config },
      ...{ catalog: catalog.service(), auth: mockServices.auth() },
      ...{
        events: mockServices.events.mock(),
        urlReader: urls.reader as never,
      },
      logger: mockServices.logger.mock(),
      fleet: {
        inBrief: async asked =>
          new Map(
            asked
              .filter(one => refs.includes(one))
              .map(one => [one, { title: one, ...ownerOf(one) }]),
          ),
        read: async () => ({
          services: new Map(refs.map(one => [one, ownerOf(one)])),
        }),
      },
      changed: async some => {
        changed.push([...some].sort());
      },
    });
  const onCall = build();
  const { signal } = new AbortController();
  return {
    ...{ database, time, folder, urls, catalog, changed, lost, onCall, build },
    reader: onCall.reader,
    readPeople: () => onCall.rounds.people(signal),
    /** users, groups and files, as the schedule would */
    async readAll() {
      await onCall.rounds.people(signal);
      await onCall.rounds.rotations(signal);
    },
    tell: () => onCall.rounds.tell(),
    report: (
      rosters: readonly Roster[],
      unread: OnCallReport['unread'] = [],
      source = 'pagerduty',
    ) =>
      onCall.sections.oncall(
        { rosters: [...rosters], unread },
        {
          ...{ source, freshFor: 600_000 },
          lost: (cause, count) => lost.push(`${count} ${cause}`),
        },
      ),
    async events() {
      const rows = await database('outbox_event').orderBy('id');
      return rows.map(({ topic, payload }) => {
        const { team: of, from, to, words } = JSON.parse(payload);
        return `${topic} ${of}: ${from.state} [${from.who}] → ${to.state} [${to.who}]: ${words}`;
      });
    },
  };
};

export type TestWorld = Awaited<ReturnType<typeof onCallWorld>>;

/** Who is on call, in a few words. */
export const brief = (now: OnCallNow | undefined) =>
  now && [
    now.state,
    ...now.levels.map(
      ({ level, responders }) =>
        `${level} ${responders.map(({ name }) => name).join('+') || '–'}`,
    ),
  ];

import {
  finalShifts,
  gapsWithin,
  Rotation,
} from '@sightline/backstage-plugin-sightline-common';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { readRotations, ReadRotation } from './engine/readRotations';
import { unknownUsers } from './engine/unknownUsers';

const root = resolve(__dirname, '../../../../../..');
const folder = join(root, 'catalog-info/rotations');

type Truth = {
  team: string;
  timezone?: string;
  handoff?: string;
  members?: string[];
  shifts?: { from: string; to: string; members: string[] }[];
  gaps: { from: string; to: string }[];
  unknownUsers: string[];
};

const truth: Truth[] = parse(
  readFileSync(join(root, 'examples/town/truth/operations.yaml'), 'utf8'),
).rotations;

const users = new Set(
  ['shopping-and-platform', 'commerce-and-logistics']
    .flatMap(name =>
      parseAllDocuments(
        readFileSync(join(root, `catalog-info/org/users-${name}.yaml`), 'utf8'),
      ),
    )
    .map(document => `user:default/${document.toJS().metadata.name}`),
);

const readings = readdirSync(folder).map(name =>
  readRotations(readFileSync(join(folder, name), 'utf8')),
);
const byTeam = new Map<string, ReadRotation>(
  readings
    .flatMap(({ rotations }) => rotations)
    .map(read => [read.rotation.team.split('/')[1], read]),
);
const ofTeam = (team: string) => byTeam.get(team) as ReadRotation;

const isKnown = (ref: string) => users.has(ref);
const week = {
  from: Date.parse('2026-11-16T00:00:00Z'),
  to: Date.parse('2026-11-23T00:00:00Z'),
};

const names = (refs: readonly string[]) => refs.map(ref => ref.split('/')[1]);

describe('Harbour', () => {
  it('has a rotation for every team, and nothing in it that cannot be read', () => {
    expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
    expect([...byTeam.keys()].sort()).toEqual(
      truth.map(({ team }) => team).sort(),
    );
  });

  it.each(truth.map(told => [told.team, told] as const))(
    '%s takes turns as the town is told',
    (team, told) => {
      const { rotation } = ofTeam(team);
      const { layers } = rotation.versions[0].levels[0];
      const shifts = told.shifts ?? [{ members: told.members ?? [] }];
      expect(layers.map(({ members }) => names(members))).toEqual(
        shifts.map(({ members }) => members),
      );
      expect(rotation.timeZone).toBe(told.timezone ?? 'UTC');
      expect(
        unknownUsers(ofTeam(team), users).map(({ words }) =>
          words.replace(/^user:default\/(\S+) .*$/, '$1'),
        ),
      ).toEqual(told.unknownUsers);
    },
  );

  const hoursOf = (rotation: Rotation) =>
    gapsWithin(rotation, week, isKnown).map(({ from, to, reason, user }) => [
      ...[new Date(from).toISOString(), new Date(to).toISOString()],
      ...[reason, user],
    ]);

  it('has nobody on call for Payments from 02:00 to 06:00', () => {
    const days = ['16', '17', '18', '19', '20', '21', '22'];
    expect(hoursOf(ofTeam('payments').rotation)).toEqual(
      days.map(day => [
        ...[`2026-11-${day}T02:00:00.000Z`, `2026-11-${day}T06:00:00.000Z`],
        ...['no-shift', undefined],
      ]),
    );
  });

  it('has a week of nobody where Discovery names somebody who left', () => {
    const { rotation } = ofTeam('discovery');
    const from = Date.parse('2026-11-04T08:00:00Z');
    const month = { from, to: from + 28 * 86_400_000 };
    const gaps = gapsWithin(rotation, month, isKnown);
    expect(gaps.map(({ reason, user }) => [reason, user])).toEqual([
      ['unknown-user', 'user:default/h.lindqvist'],
    ]);
    expect((gaps[0].to - gaps[0].from) / 3_600_000).toBe(168);
    expect(
      finalShifts(rotation, month, isKnown).map(({ user }) => names([user])[0]),
    ).toHaveLength(3);
  });

  it('has nobody for Insights, and no gap in any other team', () => {
    const gaps = (team: string) => hoursOf(ofTeam(team).rotation).length;
    expect(
      ['platform', 'storefront', 'checkout', 'logistics'].map(gaps),
    ).toEqual([0, 0, 0, 0]);
    expect(gapsWithin(ofTeam('insights').rotation, week)).toEqual([
      { level: 1, ...week, reason: 'nobody-in-it' },
    ]);
  });
});

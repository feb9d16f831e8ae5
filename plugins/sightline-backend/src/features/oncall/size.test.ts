import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { group } from '../services/__testUtils__/entities';
import { FakeCatalog } from '../services/__testUtils__/FakeCatalog';
import {
  day,
  member,
  onCallWorld,
  rosterOf,
  rotationOf,
  shift,
  START,
  team,
} from './__testUtils__/onCallWorld';

jest.setTimeout(120_000);

const { open } = useTestDatabases();

const names = Array.from({ length: 300 }, (_, number) => `team-${number}`);

describe('a company of three hundred teams', () => {
  it('is answered for all of them, and of the same said again nothing is written', async () => {
    const catalog = new FakeCatalog().put(
      ...names.map(name => group(name)),
      ...names.map(name => member(`user-${name}`, name)),
    );
    const world = await onCallWorld(await open('SQLITE_3'), { catalog });
    const [byFile, bySource] = [names.slice(0, 150), names.slice(150)];
    for (const name of byFile) {
      await world.folder.write(
        `${name}.yaml`,
        rotationOf(name, [`user-${name}`]),
      );
    }
    await world.readAll();
    const rosters = bySource.map(name =>
      rosterOf(name, [shift(`user-${name}`, [START, START + 14 * day])]),
    );
    await world.report(rosters);
    const { items } = await world.reader.ofAll();
    expect([
      items.length,
      items.filter(({ state }) => state === 'covered').length,
    ]).toEqual([300, 300]);
    await world.tell();
    const written = async () => {
      const rows = await world.database('oncall_rotation');
      return [rows.length, await world.database('oncall_standing')];
    };
    const before = await written();
    world.time.now += 60_000;
    await world.readAll();
    await world.report(rosters);
    await world.tell();
    expect(await written()).toEqual(before);
    const now = await world.reader.ofTeam(team('team-7'));
    expect(now?.at).toBe(toIso(world.time.now));
  });
});

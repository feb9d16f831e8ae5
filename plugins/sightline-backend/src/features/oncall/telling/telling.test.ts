import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  day,
  hour,
  onCallWorld,
  ref,
  rosterOf,
  rotationOf,
  shift,
  START,
  TestWorld,
} from '../__testUtils__/onCallWorld';

jest.setTimeout(60_000);

const { open } = useTestDatabases();

const signal = new AbortController().signal;

const factsOf = async ({ onCall }: TestWorld, name: string) => {
  const read = await onCall.facts.read([ref(name)], { signal });
  return Object.fromEntries(
    (read.get(ref(name)) ?? []).map(({ fact, value }) => [
      fact.replace('oncall.', ''),
      value,
    ]),
  );
};

const nights = 'hours: 08:00-20:00\n  handover: daily';

describe('what on-call tells others', () => {
  const build = async () => onCallWorld(await open('SQLITE_3'));

  it('is facts: the hours of the coming 14 days without anybody, and more', async () => {
    const world = await build();
    await world.folder.write('p.yaml', rotationOf('payments', ['ana'], nights));
    await world.readAll();
    expect(await factsOf(world, 'ledger')).toEqual({
      ...{ covered: true, state: 'covered', kept: true, origin: 'rotation' },
      ...{ levels: 1, gapHours14d: 168, reachable: true, unknownUsers: false },
    });
    await world.folder.write('p.yaml', rotationOf('payments', ['ana', 'zoe']));
    await world.readAll();
    expect(await factsOf(world, 'ledger')).toMatchObject({
      ...{ covered: false, state: 'gap', gapHours14d: 168, unknownUsers: true },
    });
  });

  it('says of teams without a rotation that they have none, and nothing of services without an owner', async () => {
    const world = await build();
    await world.readAll();
    expect(await factsOf(world, 'finder')).toEqual({
      ...{ covered: false, state: 'nobody', kept: false, origin: 'owners' },
      levels: 0,
    });
    expect(await factsOf(world, 'orphan')).toEqual({});
  });

  it('has no facts while nobody can tell', async () => {
    const world = await build();
    expect(await factsOf(world, 'ledger')).toEqual({});
    await world.readPeople();
    const covers = { from: START, to: START + hour };
    await world.report([
      rosterOf('payments', [shift('ana', [START, START + hour])], { covers }),
    ]);
    world.time.now += day;
    expect(await factsOf(world, 'ledger')).toEqual({});
  });

  it('is a column: the name and until when, or the gap', async () => {
    const world = await build();
    await world.folder.write('p.yaml', rotationOf('payments', ['ana'], nights));
    await world.readAll();
    const rowOf = async () =>
      (await world.onCall.row.read([ref('ledger'), ref('orphan')])).get(
        ref('ledger'),
      );
    expect(await rowOf()).toMatchObject({
      ...{ state: 'covered', words: 'Ana is on call until 20:00 UTC' },
      who: [{ name: 'Ana' }],
      ...{ until: '2026-11-16T20:00:00.000Z', origin: 'rotation' },
    });
    world.time.now += 11 * hour;
    expect(await rowOf()).toMatchObject({
      ...{ state: 'gap', who: [], until: '2026-11-17T08:00:00.000Z' },
    });
  });

  it('is a part of dossiers, or says why it is unknown', async () => {
    const world = await build();
    const parts = async () => {
      const read = await world.onCall.part.read([ref('ledger'), ref('orphan')]);
      return [...read.values()];
    };
    expect(await parts()).toMatchObject([
      { state: 'unknown', reason: 'source-unavailable' },
      { state: 'unknown', reason: 'not-configured' },
    ]);
    await world.readAll();
    expect((await parts())[0]).toMatchObject({
      state: 'known',
      value: { state: 'nobody', owners: [{}, {}, {}] },
      evidence: { source: 'catalog' },
    });
  });
});

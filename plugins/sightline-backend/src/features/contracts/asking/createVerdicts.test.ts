import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { contractsWorld } from '../__testUtils__/contractsWorld';
import { pact, reportOf, START, there } from '../__testUtils__/shop';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const minute = 60_000;

const shop = () =>
  reportOf(
    [pact('cart 1 → orders 7')],
    [there('cart 1 production'), there('orders 7 production')],
  );

describe.each(databases.ids)('verdicts on %s', id => {
  const build = async () => contractsWorld(await databases.open(id));

  it('ask a broker about a version once, and again when something is different', async () => {
    const world = await build();
    await world.accept(shop());
    const asked = {
      ...{ pacticipant: 'cart', version: '1', environment: 'production' },
    };
    const ask = async () =>
      (await world.contracts.reader.canIDeploy(asked))?.answer;
    expect([await ask(), await ask()]).toEqual(['yes', 'yes']);
    expect(world.broker.asked).toHaveLength(1);
    world.time.now += 1_000;
    const { inEnvironments, ...rest } = shop();
    await world.accept({
      ...rest,
      inEnvironments: [...inEnvironments, there('orders 6 production', 'eu')],
    });
    expect(await ask()).toBe('unknown');
    expect(world.broker.asked).toHaveLength(2);
  });

  it('keep so many verdicts and no more, the newest ones', async () => {
    const world = await build();
    await world.accept(shop());
    const { database, contracts } = world;
    const ids = async () =>
      (await database('contracts_verdict').select('id')).map(row => row.id);
    const ask = (version: string) =>
      contracts.reader.canIDeploy({
        ...{ pacticipant: 'cart', version, environment: 'production' },
      });
    await ask('1');
    const [first] = await ids();
    const nonsense = Array.from({ length: 20_000 }, (_, n) => ({
      ...{ id: `nonsense-${n}`, basis: '', document: '{}' },
      asked_at: START + 1 + n,
    }));
    await database.batchInsert('contracts_verdict', nonsense, 100);
    world.time.now += minute;
    await ask('2');
    const kept = await ids();
    expect([kept.length, kept.includes(first)]).toEqual([20_000, false]);
  });

  it('give the last verdict with its age while the broker is away', async () => {
    const world = await build();
    await world.accept(shop());
    const ask = () =>
      world.contracts.reader.canIDeploy({
        ...{ pacticipant: 'cart', version: '1', environment: 'production' },
      });
    await ask();
    world.time.now += 2 * minute;
    world.broker.isAway = true;
    expect(await ask()).toMatchObject({
      answer: 'unknown',
      brokerSays: 'yes',
      evidence: { observedAt: toIso(START) },
    });
    world.broker.isAway = false;
    expect(await ask()).toMatchObject({
      answer: 'yes',
      evidence: { observedAt: toIso(START + 2 * minute) },
    });
  });
});

import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { hour, minute, reportOf, seen, START } from './__testUtils__/seen';
import { ref, workloadsWorld } from './__testUtils__/workloadsWorld';

jest.setTimeout(60_000);

const databases = useTestDatabases();

/** What becomes of the good cluster while another one is bad. */
describe.each(databases.ids)('with a bad cluster on %s', id => {
  const build = async () => {
    const world = workloadsWorld(await databases.open(id));
    const us1 = (...args: Parameters<typeof seen>) =>
      seen(args[0], { cluster: 'us1', ...args[1] });
    const good = (version = '1') =>
      world.accept(reportOf([seen('cart', { version })]));
    await good();
    await world.accept(reportOf([us1('cart')], { cluster: 'us1' }));
    world.time.now += minute;
    const standing = async () =>
      (await world.reader.rolloutOf(ref('cart'))).map(
        ({ cluster, state, evidence }) =>
          `${cluster} ${state} ${
            (Date.parse(evidence.observedAt) - START) / minute
          }`,
      );
    const deploys = async () =>
      (await world.reader.deploysOf(ref('cart'), 9)).map(
        ({ workload, at }) =>
          `${workload.cluster} ${(Date.parse(at) - START) / minute}`,
      );
    return { ...world, us1, good, standing, deploys };
  };

  it('that is silent, the good one is told of as ever', async () => {
    const { time, good, standing, deploys } = await build();
    time.now += hour;
    await good('2');
    expect(await standing()).toEqual(['eu1 complete 61', 'us1 complete 0']);
    expect(await deploys()).toEqual(['eu1 61']);
  });

  it('that is heard again, the whole Fleet is told, though nothing changed', async () => {
    const { time, good, changed, told } = await build();
    time.now += hour;
    const before = changed.length;
    await good();
    time.now += minute;
    await good();
    expect([changed.length - before, told.health]).toEqual([0, 1]);
  });

  it('whose clock is ahead, nothing comes from the future', async () => {
    const { time, good, us1, accept, deploys } = await build();
    await good('2');
    const template = { since: time.now + 5 * hour };
    await accept(
      reportOf([us1('cart', { version: '2', template })], { cluster: 'us1' }),
    );
    expect(await deploys()).toEqual(['us1 1', 'eu1 1']);
  });

  it('of which a kind of workloads cannot be seen, they are not gone, and not well', async () => {
    const { good, us1, accept, standing, deploys, reader, time } =
      await build();
    const db = us1('cart-db', { kind: 'StatefulSet' });
    await accept(reportOf([us1('cart'), db], { cluster: 'us1' }));
    const words = 'statefulsets may not be listed or watched';
    time.now += minute;
    await accept(
      reportOf([us1('cart')], {
        ...{ cluster: 'us1', gaps: [words], unseen: { StatefulSet: words } },
      }),
    );
    expect(await standing()).toEqual(['eu1 complete 0', 'us1 unknown 2']);
    const { workloads } = await reader.ofService(ref('cart'));
    expect(
      workloads.map(({ key, rollout }) => `${key.name} ${rollout.words}`),
    ).toEqual([
      `cart-db ${words}`,
      ...['cart All 3 pods are there', 'cart All 3 pods are there'],
    ]);
    await accept(reportOf([us1('cart'), db], { cluster: 'us1' }));
    expect(await standing()).toEqual(['eu1 complete 0', 'us1 complete 2']);
    await good();
    expect(await deploys()).toEqual([]);
  });

  it('of which a report cannot be kept, the good one is, and it is told again', async () => {
    const { database, good, us1, accept, standing, deploys } = await build();
    // It says nothing where it always says something.
    const bad = us1('cart', { version: '2' });
    const broken = { ...bad, conditions: undefined as never };
    const tell = (one: typeof bad) =>
      accept(reportOf([one], { cluster: 'us1' }));
    await expect(tell(broken)).rejects.toThrow();
    await good('2');
    expect(await standing()).toEqual(['eu1 complete 1', 'us1 complete 0']);
    await tell(bad);
    expect(await standing()).toEqual(['eu1 complete 1', 'us1 complete 1']);
    expect((await deploys()).sort()).toEqual(['eu1 1', 'us1 1']);
    expect(await database('workloads_workload').select('id')).toHaveLength(2);
  });

  it('whose report breaks off while it is written, no deploy is told twice', async () => {
    const { database, us1, accept, events } = await build();
    const all = Array.from({ length: 250 }, (_, n) => us1(`web-${n}`));
    await accept(reportOf(all, { cluster: 'us1' }));
    const next = all.map(({ key }) => us1(key.name, { version: '2' }));
    // The second of two pieces fails.
    const last = { ...next[249], conditions: undefined as never };
    const torn = [...next.slice(0, 249), last];
    await expect(accept(reportOf(torn, { cluster: 'us1' }))).rejects.toThrow();
    await accept(reportOf(next, { cluster: 'us1' }));
    const told = (await events()).filter(one => one.startsWith('deployed'));
    expect([told.length, new Set(told).size]).toEqual([250, 250]);
    const [{ n }] = await database('workloads_deploy').count({ n: '*' });
    expect(Number(n)).toBe(250);
  });

  it('that was removed from the configuration, its deploys stay history', async () => {
    const { sources, time, us1, accept, standing, deploys } = await build();
    await accept(reportOf([us1('cart', { version: '2' })], { cluster: 'us1' }));
    sources.splice(1, 1);
    expect(await standing()).toEqual(['eu1 complete 0']);
    expect(await deploys()).toEqual(['us1 1']);
    // Its name is free for whoever watches it now.
    time.now += minute;
    sources.push({ id: 'kubernetes:us-one' });
    await accept(
      reportOf([us1('cart', { version: '2' })], { cluster: 'us1' }),
      'kubernetes:us-one',
    );
    expect(await standing()).toEqual(['eu1 complete 0', 'us1 complete 2']);
    expect(await deploys()).toEqual(['us1 1']);
  });
});

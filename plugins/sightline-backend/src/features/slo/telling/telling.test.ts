import {
  CallParty,
  ObjectiveStatus,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  inForce,
  measured,
  minute,
  ownedBy,
  ref,
} from '../__testUtils__/objectives';
import { sloWorld } from '../__testUtils__/sloWorld';
import { Notice } from '../engine/noticesOf';
import { createFeasibility } from '../feasibility/feasibilityAnswer';
import { createNotifier } from './notify';
import { createSloFactProvider } from './sloFactProvider';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const never = new AbortController().signal;

describe.each(databases.ids)('what owners are told, on %s', id => {
  const world = async () => {
    const base = sloWorld(await databases.open(id));
    const sent: Notice[] = [];
    const post = { isDown: false };
    const notifier = createNotifier({
      database: base.database,
      send: async notice => {
        if (post.isDown) throw new Error('the post is down');
        sent.push(notice);
      },
    });
    const own = (name: string, owner = name) =>
      inForce(
        name,
        {},
        { service: { ...ownedBy(owner).service!, ref: ref(name), name } },
      );
    return {
      ...{ ...base, sent, post, own },
      tell: () => notifier.run(never),
      titles: () => sent.splice(0).map(({ title }) => title),
    };
  };

  it('is that it burns, once, and that it is well again', async () => {
    const { force, accept, own, tell, sent, titles, time } = await world();
    await force.keep([own('cart'), own('users')]);
    const calls = 100_000_000;
    await accept([
      measured('cart', 0.02, { calls }),
      measured('users', 0.0001, { calls }),
    ]);
    await tell();
    expect(sent).toEqual([
      {
        owner: 'group:default/cart',
        title: 'cart: cart answers',
        words: expect.stringContaining('Burns'),
        link: '/catalog/default/component/cart/slo',
        severity: 'critical',
        scope: `sightline:${ref('cart')}/availability`,
        about: [{ id: `${ref('cart')}/availability`, state: 'page' }],
      },
    ]);
    titles();
    await tell();
    expect(titles()).toEqual([]);

    for (let n = 1; n < 15; n++) {
      time.now += minute;
      await accept([measured('cart', 0, { at: time.now, calls })]);
    }
    await tell();
    expect(titles()).toEqual(['cart: cart answers is well again']);
    await tell();
    expect(titles()).toEqual([]);
  });

  it('is one sentence when much changed at once, and each owner hears of his own', async () => {
    const { force, accept, own, tell, sent } = await world();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await force.keep([...names.map(name => own(name, 'shop')), own('bank')]);
    await accept(
      [...names, 'bank'].map(name =>
        measured(name, name === 'a' ? 0.05 : 0.02),
      ),
    );
    await tell();
    expect(
      sent.map(({ owner, title, words }) => [owner, title, words]).sort(),
    ).toEqual([
      [
        'group:default/bank',
        'bank: bank answers',
        expect.stringContaining('Burns'),
      ],
      [
        'group:default/shop',
        '6 objectives changed at once',
        '6 burn so fast that somebody must look now',
      ],
    ]);
  });

  it('is told later when it could not be sent', async () => {
    const { force, accept, own, tell, titles, post } = await world();
    await force.keep([own('cart')]);
    await accept([measured('cart', 0.02)]);
    post.isDown = true;
    await expect(tell()).rejects.toThrow('the post is down');
    post.isDown = false;
    await tell();
    expect(titles()).toEqual(['cart: cart answers']);
  });

  it('says nothing of what nobody owns', async () => {
    const { force, accept, tell, titles } = await world();
    await force.keep([inForce('orphan')]);
    await accept([measured('orphan', 0.5)]);
    await tell();
    expect(titles()).toEqual([]);
  });
});

describe.each(databases.ids)('facts about objectives, on %s', id => {
  const party = (name: string): CallParty => ({
    ...{ id: ref(name), kind: 'service', name, entity: ref(name) },
  });
  const evidence = {
    ...{ source: 'otlp', observedAt: '2026-11-21T02:00:00.000Z' },
    validFor: minute,
  };

  it('say what is promised, how it stands, and whether it can be kept', async () => {
    const { database, clock, force, accept, reader } = sloWorld(
      await databases.open(id),
    );
    await force.keep([
      inForce('orders', { target: 0.995 }),
      inForce('cart', { target: 0.9999 }),
    ]);
    await accept([measured('orders', 0.002), measured('cart', 0.009)]);
    const needs = async () => ({
      evidence,
      of: (service: ServiceRef) =>
        service === ref('orders')
          ? [
              {
                party: party('cart'),
                depth: 1,
                calls: 9,
                errors: 9,
                counts: 1,
              },
              {
                party: party('db'),
                depth: 1,
                calls: 900,
                errors: 9,
                counts: 1,
              },
            ]
          : undefined,
    });
    const objectivesOf = reader.ofServices;
    const feasibility = createFeasibility({ needs, objectivesOf });
    const provider = createSloFactProvider({ reader, feasibility, clock });
    const read = await provider.read(
      [ref('orders'), ref('cart'), ref('crane')],
      { signal: never },
    );
    const plain = (name: string) =>
      Object.fromEntries(
        read.get(ref(name))!.map(({ fact, value }) => [fact, value]),
      );
    expect(plain('orders')).toEqual({
      'slo.hasObjective': true,
      'slo.objectives': 1,
      'slo.state': 'met',
      'slo.budgetRemaining': expect.closeTo(0.6, 9),
      'slo.worstBurn': expect.closeTo(0.4, 9),
      'slo.attainment': 0.998,
      'slo.feasible': false,
    });
    expect(plain('cart')).toMatchObject({ 'slo.state': 'ticket' });
    expect(plain('cart')['slo.feasible']).toBeUndefined();
    expect(plain('crane')).toEqual({
      'slo.hasObjective': false,
      'slo.objectives': 0,
    });

    const orders = (await objectivesOf([ref('orders')])).get(ref('orders'))!;
    const [judged] = await feasibility.of(orders as ObjectiveStatus[]);
    expect(judged).toMatchObject({
      verdict: 'infeasible',
      ceiling: expect.closeTo(0.991 * 0.99, 9),
      dependencies: [
        { party: party('db'), from: 'calls', counted: 0.99 },
        { party: party('cart'), from: 'attainment', promised: 0.9999 },
      ],
    });
    await database.destroy();
  });
});

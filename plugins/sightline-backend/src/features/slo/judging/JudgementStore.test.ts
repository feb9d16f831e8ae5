import { unknown } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  answered,
  counted,
  inForce,
  measured,
  minute,
  ref,
  START,
} from '../__testUtils__/objectives';
import { sloWorld } from '../__testUtils__/sloWorld';
import { grownStale } from './staleRound';

jest.setTimeout(60_000);

const databases = useTestDatabases();

/** A database whose owner is killed at the end of its n-th transaction. */
const dyingIn = (database: Knex, n: number): Knex => {
  let begun = 0;
  const transaction = (work: (trx: Knex.Transaction) => Promise<unknown>) => {
    begun += 1;
    return begun < n
      ? database.transaction(work)
      : database.transaction(async trx => {
          await work(trx);
          throw new Error('killed');
        });
  };
  return new Proxy(database, {
    get: (target, key) =>
      key === 'transaction' ? transaction : Reflect.get(target, key),
  });
};

describe.each(databases.ids)('judging on %s', id => {
  const world = async () => sloWorld(await databases.open(id));

  it('keeps how each objective stands, and tells of each change once', async () => {
    const { force, accept, states, events, time } = await world();
    await force.keep(['orders', 'cart', 'users'].map(name => inForce(name)));
    expect(await states()).toEqual({
      ...{ cart: 'unknown', orders: 'unknown', users: 'unknown' },
    });

    await accept([
      measured('orders', 0.02),
      measured('cart', 0.0001),
      measured('users', 0.0005),
    ]);
    expect(await states()).toEqual({
      ...{ cart: 'met', orders: 'page', users: 'met' },
    });
    expect(await events()).toEqual([`${ref('orders')}: unknown → page`]);

    time.now += minute;
    await accept([measured('orders', 0.02, { at: time.now })]);
    expect(await events()).toHaveLength(1);
  });

  it('says what it says about the counts, with where they come from', async () => {
    const { force, accept, reader } = await world();
    await force.keep([inForce('cart')]);
    await accept([measured('cart', 0.0005)]);
    const [status] = (await reader.ofServices([ref('cart')])).get(ref('cart'))!;
    expect(status).toMatchObject({
      state: 'met',
      stale: false,
      budget: {
        total: 1_000_000,
        bad: 500,
        attainment: 0.9995,
        remaining: expect.closeTo(0.5, 9),
        badLeft: expect.closeTo(500, 6),
        from: '2026-10-22T02:00:00.000Z',
        to: '2026-11-21T02:00:00.000Z',
      },
      evidence: {
        source: 'slo:fake',
        observedAt: '2026-11-21T02:00:00.000Z',
        validFor: 3 * minute,
      },
    });
  });

  it('writes again only what is different: of the others only when they were seen', async () => {
    const { force, accept, statuses, time } = await world();
    await force.keep([inForce('cart'), inForce('users')]);
    await accept([measured('cart', 0.0001), measured('users', 0.0001)]);
    time.now += minute;
    const round = await accept([
      measured('cart', 0.0001, { at: time.now }),
      measured('users', 0.0002, { at: time.now }),
    ]);
    expect(round).toMatchObject({ judged: 2, written: 1 });
    expect((await statuses()).map(row => Number(row.measured_at))).toEqual([
      START + minute,
      START + minute,
    ]);
  });

  it('takes no older answer for a newer one, and none of what is not in force', async () => {
    const { force, accept, states } = await world();
    await force.keep([inForce('cart')]);
    await accept([measured('cart', 0.0001), measured('ghost', 0.5)]);
    await accept([measured('cart', 0.5, { at: START - minute })]);
    expect(await states()).toEqual({ cart: 'met' });
  });

  it.each([
    ['nothing there', { what: 'no-data' } as const, 'no-data'],
    ['no traffic', { what: 'no-traffic' } as const, 'too-few-events'],
    ['too little', counted(10, 1), 'too-few-events'],
  ])('is unknown and never met for %s', async (_title, what, reason) => {
    const { force, accept, reader } = await world();
    await force.keep([inForce('cart')]);
    await accept([answered('cart', what)]);
    const [status] = (await reader.ofServices([ref('cart')])).get(ref('cart'))!;
    expect([status.state, status.unknown?.reason]).toEqual(['unknown', reason]);
  });

  it('marks what grew too old, without a new measurement, and keeps what was known', async () => {
    const { database, force, accept, judgements, reader, time, troubles } =
      await world();
    await force.keep([inForce('cart'), inForce('users')]);
    await accept([measured('cart', 0.0001), measured('users', 0.02)]);
    expect(await grownStale(database, time.now)).toEqual([]);

    time.now += 4 * minute;
    troubles.set('fake', unknown('source-unavailable', 'it is away'));
    const due = await grownStale(database, time.now);
    expect(due).toHaveLength(2);
    await judgements.again(due);

    const statuses = await reader.ofServices([ref('cart'), ref('users')]);
    const [cart] = statuses.get(ref('cart'))!;
    const [users] = statuses.get(ref('users'))!;
    expect([cart.state, cart.stale, users.state, users.stale]).toEqual([
      ...['met', true, 'page', true],
    ]);
    expect(cart.words).toContain('it is away');
    expect(await grownStale(database, time.now)).toEqual([]);

    await accept([measured('cart', 0.0001, { at: time.now })]);
    const [again] = (await reader.ofServices([ref('cart')])).get(ref('cart'))!;
    expect([again.state, again.stale]).toEqual(['met', false]);
  });

  it('forgets counts when another question is asked, and keeps them when it is not', async () => {
    const { force, accept, states } = await world();
    await force.keep([inForce('cart'), inForce('users')]);
    await accept([measured('cart', 0.0001), measured('users', 0.0001)]);
    await force.keep([
      inForce('cart', { target: 0.99999 }),
      inForce(
        'users',
        {},
        { indicator: { by: 'ratio', query: 'other[$window]', of: 'bad' } },
      ),
    ]);
    expect(await states()).toEqual({ cart: 'exhausted', users: 'unknown' });
  });

  it('lets go of what is no longer in force', async () => {
    const { force, accept, states, statuses } = await world();
    await force.keep([inForce('cart'), inForce('users')]);
    await accept([measured('cart', 0.0001)]);
    const changed = await force.keep([inForce('users')]);
    expect([...changed]).toEqual([ref('cart')]);
    expect(await states()).toEqual({ users: 'unknown' });
    expect(await statuses()).toHaveLength(1);
  });

  it('leaves whole objectives where it is cut off, and goes on from there', async () => {
    const { database, force, accept, states } = await world();
    const names = Array.from({ length: 450 }, (_, n) => `s${1000 + n}`);
    await force.keep(names.map(name => inForce(name)));
    const told = names.map(name => measured(name, 0.02));
    const cutOff = sloWorld(dyingIn(database, 2));
    await expect(cutOff.accept(told)).rejects.toThrow('killed');

    const count = async (table: string) =>
      Number((await database(table).count({ n: '*' }))[0].n);
    const burning = Object.values(await states()).filter(s => s === 'page');
    expect(burning).toHaveLength(200);
    expect(await count('outbox_event')).toBe(200);
    expect(await count('slo_mark')).toBe(200);

    await accept(told);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['page']));
    expect(await count('outbox_event')).toBe(450);
  });

  it('tells of a change once, though two replicas judge the same answer at once', async () => {
    const { database, force, accept, events, states } = await world();
    const other = sloWorld(database);
    await force.keep(['cart', 'users'].map(name => inForce(name)));
    const told = [measured('cart', 0.02), measured('users', 0.02)];
    await Promise.all([accept(told), other.accept(told), accept(told)]);
    expect(await states()).toEqual({ cart: 'page', users: 'page' });
    expect(await events()).toHaveLength(2);
  });
});

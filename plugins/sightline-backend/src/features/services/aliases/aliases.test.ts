import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { component, group, system } from '../__testUtils__/entities';
import { mirrorWorld } from '../__testUtils__/mirrorWorld';
import { createAliasDecisions } from './createAliasDecisions';
import { createAliasReader } from './createAliasReader';
import { createFleetMatcher } from './FleetMatcher';
import { createNameStore } from './NameStore';
import { nameId } from './nameRow';
import { rematchRound } from './rematchRound';

jest.setTimeout(60_000);

const databases = useTestDatabases();

const otel = (name: string, namespace = ''): OutsideName => ({
  kind: 'otel',
  name,
  namespace,
});
const ref = (name: string) => `component:default/${name}`;

describe.each(databases.ids)('aliases on %s', id => {
  const build = async (cap = 100) => {
    const database = await databases.open(id);
    const world = mirrorWorld(database);
    const { outbox, clock, catalog, sweep } = world;
    catalog.put(
      group('money'),
      system('shop'),
      component('pricing', { system: 'shop' }),
      component('payment-api', { owner: 'money' }),
      component('orders'),
      component('legacy', {
        annotations: { 'sightline.dev/aliases': 'otel:AS400' },
      }),
    );
    await sweep();
    const fleet = createFleetMatcher({ database, namePrefixes: [] });
    const names = createNameStore({ database, outbox, clock, fleet, cap });
    const reader = createAliasReader(database);
    const decisions = createAliasDecisions({ database, outbox, clock, fleet });
    const rematch = () =>
      rematchRound({ database, fleet, names, namePrefixes: [] });
    const states = async () =>
      (await reader.page({})).items.map(alias => [
        alias.outside.name,
        alias.state,
        alias.service,
      ]);
    return { ...world, database, names, reader, decisions, rematch, states };
  };

  it('matches names when they are first seen', async () => {
    const { names, states, list, reader, told } = await build();
    await names.accept(
      [
        otel('PricingSvc'),
        otel('as400'),
        otel('PaymentService'),
        otel('unknown_service:node'),
        otel('PricingSvc'),
      ],
      { source: 'traces' },
    );
    expect(await states()).toEqual([
      ['as400', 'annotated', ref('legacy')],
      ['PaymentService', 'suggested', undefined],
      ['PricingSvc', 'matched', ref('pricing')],
      ['unknown_service:node', 'unmatched', undefined],
    ]);
    const found = await list.page({ filter: { q: 'pricingsvc' } });
    expect(found.items.map(row => [row.name, row.aliases])).toEqual([
      ['pricing', 1],
    ]);
    expect(await reader.resolve('otel', 'PricingSvc')).toEqual({
      service: ref('pricing'),
      state: 'matched',
      score: 0.79,
    });
    expect(await reader.resolve('otel', 'PaymentService')).toBeUndefined();
    expect(await reader.namesOf([ref('pricing'), ref('orders')])).toEqual(
      new Map([[ref('pricing'), [otel('PricingSvc')]]]),
    );
    expect(
      (await told()).filter(event => event.topic === 'sightline.alias.changed'),
    ).toContainEqual({
      topic: 'sightline.alias.changed',
      outside: otel('PricingSvc'),
      from: { state: 'unseen' },
      to: { state: 'matched', service: ref('pricing') },
    });
  });

  it('says the same names again without writing or telling anything', async () => {
    const { names, database, told } = await build();
    await names.accept([otel('PricingSvc')], { source: 'traces' });
    const before = [await database('services_name'), await told()];
    await names.accept([otel('PricingSvc')], { source: 'traces' });
    expect([await database('services_name'), await told()]).toEqual(before);
  });

  it('keeps a bounded number of names for each source, and counts what it does not', async () => {
    const { names, states } = await build(2);
    const lost: [string, number][] = [];
    await names.accept(
      [
        otel('a-thing'),
        otel('b-thing'),
        otel('c-thing'),
        otel('x'.repeat(500)),
      ],
      { source: 'traces', lost: (cause, count) => lost.push([cause, count]) },
    );
    expect((await states()).length).toBe(2);
    expect(lost).toEqual([
      ['names that are empty or too long', 1],
      ['more names than are kept for one source', 1],
    ]);
  });

  it('accepts, rejects and undoes in bulk, with an audit row each', async () => {
    const { names, decisions, database, states, time } = await build();
    await names.accept(
      [otel('PaymentService'), otel('PricingSvc'), otel('as400')],
      { source: 'traces' },
    );
    const by = { userRef: 'user:default/ana' };
    time.now += 1_000;
    const [accepted] = await decisions.decide(
      [
        { id: nameId(otel('PaymentService')), decision: 'accept' },
        { id: nameId(otel('PricingSvc')), decision: 'reject' },
      ],
      by,
    );
    expect([
      accepted.state,
      accepted.service,
      accepted.decidedBy,
      accepted.decidedAt,
    ]).toEqual([
      'accepted',
      ref('payment-api'),
      'user:default/ana',
      '2026-11-21T02:00:01.000Z',
    ]);
    expect(await states()).toEqual([
      ['as400', 'annotated', ref('legacy')],
      ['PaymentService', 'accepted', ref('payment-api')],
      ['PricingSvc', 'rejected', undefined],
    ]);
    await decisions.decide(
      [{ id: nameId(otel('PricingSvc')), decision: 'undo' }],
      by,
    );
    expect((await states())[2]).toEqual([
      'PricingSvc',
      'matched',
      ref('pricing'),
    ]);
    const audit = await database('services_alias_audit').orderBy('id');
    expect(
      audit.map(row => [
        row.by,
        Number(row.at),
        JSON.parse(row.before).state,
        JSON.parse(row.after).state,
      ]),
    ).toEqual([
      ['user:default/ana', time.now, 'suggested', 'accepted'],
      ['user:default/ana', time.now, 'matched', 'rejected'],
      ['user:default/ana', time.now, 'rejected', 'matched'],
    ]);
  });

  it('decides all or nothing', async () => {
    const { names, decisions, states } = await build();
    await names.accept([otel('PricingSvc')], { source: 'traces' });
    const before = await states();
    const good = {
      id: nameId(otel('PricingSvc')),
      decision: 'reject' as const,
    };
    const by = { userRef: 'user:default/ana' };
    await expect(
      decisions.decide([good, { id: 'nobody', decision: 'reject' }], by),
    ).rejects.toThrow('There is no outside name');
    await expect(
      decisions.decide(
        [{ ...good, decision: 'accept', service: 'component:default/none' }],
        by,
      ),
    ).rejects.toThrow('There is no service');
    await expect(decisions.decide([good, good], by)).rejects.toThrow(
      'two decisions',
    );
    expect(await states()).toEqual(before);
  });

  it('matches again what a new, renamed or removed service may be, and nothing a person decided', async () => {
    const {
      names,
      decisions,
      catalog,
      sweep,
      rematch,
      states,
      time,
      database,
    } = await build();
    await names.accept(
      [otel('shipping-svc'), otel('PricingSvc'), otel('OrdersApp')],
      { source: 'traces' },
    );
    await decisions.decide(
      [{ id: nameId(otel('OrdersApp')), decision: 'reject' }],
      { userRef: 'user:default/ana' },
    );
    await rematch();
    catalog.put(component('shipping'));
    catalog.remove(ref('pricing'));
    time.now += 8_000;
    await sweep();
    expect(await rematch()).toBe(2);
    expect(await states()).toEqual([
      ['OrdersApp', 'rejected', undefined],
      ['PricingSvc', 'unmatched', undefined],
      ['shipping-svc', 'matched', ref('shipping')],
    ]);
    const state = await database('services_state').first();
    expect(Number(state.matched)).toBe(Number(state.identity));
    expect(await rematch()).toBe(0);
  });

  it('lists by kind, state, service, source and words, page by page', async () => {
    const { names, reader } = await build();
    await names.accept(
      ['a', 'b', 'c', 'd', 'e'].map(letter => otel(`${letter}-thing`)),
      { source: 'traces' },
    );
    await names.accept([{ kind: 'pact', name: 'Pricing', namespace: '' }], {
      source: 'broker',
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader.page({ kind: 'otel', limit: 2, cursor });
      expect(page.total).toBe(5);
      seen.push(...page.items.map(alias => alias.outside.name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([
      'a-thing',
      'b-thing',
      'c-thing',
      'd-thing',
      'e-thing',
    ]);
    const count = async (query: Parameters<typeof reader.page>[0]) =>
      (await reader.page(query)).total;
    expect([
      await count({ state: ['matched'] }),
      await count({ service: ref('pricing') }),
      await count({ source: 'broker' }),
      await count({ q: 'C-th' }),
    ]).toEqual([1, 1, 1, 1]);
  });
});

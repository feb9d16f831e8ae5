import { rosterNow } from '@sightline/backstage-plugin-sightline-common';
import {
  createContext,
  id,
  now,
  onCallIn,
  service,
  sourcesOf,
  startWorld,
  stopWorlds,
} from '../__testUtils__/accounts';
import { answerAsPagerDuty } from '../__testUtils__/fakePagerDuty/answerAsPagerDuty';
import {
  manyPolicies,
  PagerDutyModel,
  shop,
} from '../__testUtils__/fakePagerDuty/PagerDutyModel';

afterEach(stopWorlds);

const at = (time: string) => Date.parse(`2026-11-${time}Z`);

const ask = async (
  services: ReturnType<typeof service>[],
  {
    model = shop,
    teams,
    cap,
  }: { model?: PagerDutyModel; teams?: object[]; cap?: number } = {},
) => {
  const authorization = 'Token token=t-4711';
  const world = await startWorld(
    answerAsPagerDuty({ model, authorization, ...(cap && { cap }) }),
  );
  const pagerDuty = { apiBaseUrl: world.url, apiToken: 't-4711' };
  const [source] = sourcesOf(pagerDuty, teams ? { teams } : {});
  const context = createContext();
  return { answer: await source.pull(services, context), context, world };
};

describe('PagerDuty as a source', () => {
  it('says who is on call on each level, after overrides, and leaves gaps open', async () => {
    const { answer } = await ask([
      service('payments', id('PSPAY')),
      service('ledger', id('PSLEDGER')),
    ]);
    const ana = { name: 'Ana Marković', email: 'ana@harbour.example' };
    const ben = { name: 'Ben Osei', email: 'ben@harbour.example' };
    const chloe = { name: 'Chloé Martin', email: 'chloe@harbour.example' };
    expect(onCallIn(answer)).toEqual({
      rosters: [
        {
          id: 'PEPAY',
          ...{ name: 'Card Payments in PagerDuty', kind: 'pagerduty' },
          url: 'https://harbour.pagerduty.com/escalation_policies#PEPAY',
          for: ['component:default/payments', 'component:default/ledger'],
          shifts: [
            {
              ...{ level: 1, person: ana },
              ...{ from: at('21T00:00'), to: at('22T02:30') },
            },
            {
              ...{ level: 1, person: ben },
              ...{ from: at('22T06:00'), to: at('23T00:00') },
            },
            {
              ...{ level: 1, person: chloe },
              ...{ from: at('23T00:00'), to: at('24T00:00') },
            },
            {
              ...{ level: 1, person: ben },
              ...{ from: at('24T00:00'), to: at('29T06:00') },
            },
            { level: 2, person: chloe },
          ],
          covers: { from: at('22T02:00'), to: now + 15 * 86_400_000 },
        },
      ],
      unread: [],
    });
  });

  it('is told as a gap of level 1, whoever is on level 2', async () => {
    const { answer } = await ask([service('payments', id('PSPAY'))]);
    const { headline, state, next } = rosterNow(onCallIn(answer).rosters[0], {
      at: now,
      person: ({ name }) => ({
        ref: `user:default/${name}`,
        name,
        contacts: [],
      }),
      team: { ref: 'group:default/payments', name: 'Payments' },
      origin: { kind: 'pagerduty', where: 'Card Payments in PagerDuty' },
    });
    expect({ headline, state, next: next?.person.name }).toEqual({
      headline:
        'Nobody is on call until 06:00 UTC; Chloé Martin would be asked as level 2',
      ...{ state: 'gap', next: 'Ben Osei' },
    });
  });

  it('reads shift-based schedules, all who are asked at once, and people without an address', async () => {
    const { answer } = await ask([service('search', id('PSSEARCH'))]);
    expect(onCallIn(answer).rosters[0].shifts).toEqual([
      {
        level: 1,
        person: { name: 'Ben Osei', email: 'ben@harbour.example' },
        ...{ from: at('20T08:00'), to: at('27T08:00') },
      },
      { level: 1, person: { name: 'Escalation Bot' } },
      {
        level: 2,
        person: { name: 'Ana Marković', email: 'ana@harbour.example' },
      },
    ]);
  });

  it('tells the names of all services, by id where the catalog names them so', async () => {
    const { answer } = await ask([service('payments', id('PSPAY'))]);
    expect(answer.outcome === 'ok' && answer.value.names).toEqual(
      ['PSPAY', 'Ledger', 'Nobody knows', 'Search'].map(name => ({
        ...{ kind: 'pagerduty', name, namespace: '' },
      })),
    );
  });

  it('asks nobody who is on call where no service of ours is known', async () => {
    const { answer, context } = await ask([service('cart')]);
    expect([onCallIn(answer), context.calls]).toEqual([
      { rosters: [], unread: [] },
      1,
    ]);
  });

  it('asks about the time since it last did, but no more than a week', async () => {
    const { world } = await ask([]);
    const pagerDuty = { apiBaseUrl: world.url, apiToken: 't-4711' };
    const [source] = sourcesOf(pagerDuty);
    const coversFrom = async (lastGood: number) =>
      onCallIn(
        await source.pull(
          [service('payments', id('PSPAY'))],
          createContext(lastGood),
        ),
      ).rosters[0].covers.from;
    expect(await coversFrom(at('22T02:59'))).toBe(at('22T02:00'));
    expect(await coversFrom(at('20T00:00'))).toBe(at('20T00:00'));
    expect(await coversFrom(at('01T00:00'))).toBe(at('15T03:00'));
  });

  it('puts teams on call by the policy that is set for them', async () => {
    const { answer } = await ask([], {
      teams: [
        { team: 'payments', escalationPolicy: 'PEPAY' },
        { team: 'group:shops/search', escalationPolicy: 'PEGONE' },
      ],
    });
    const { rosters, unread } = onCallIn(answer);
    expect(rosters.map(one => [one.id, one.for])).toEqual([
      ['PEPAY', ['group:default/payments']],
    ]);
    expect(unread).toEqual([
      {
        ...{ id: 'PEGONE', name: 'PEGONE' },
        fault:
          'PagerDuty shows no escalation policy PEGONE: it is gone, or this key may not see it',
      },
    ]);
  });

  it('does not believe that nobody is where a policy names somebody', async () => {
    const { world } = await ask([]);
    world.feel(nth =>
      nth === 2 ? { answers: { body: { oncalls: [], more: false } } } : 'well',
    );
    const pagerDuty = { apiBaseUrl: world.url, apiToken: 't-4711' };
    const [source] = sourcesOf(pagerDuty);
    const services = [service('payments', id('PSPAY'))];
    const answer = await source.pull(services, createContext());
    const words =
      'The policy names somebody on level 2, and PagerDuty shows nobody there: this key may not see all of it';
    expect(answer).toMatchObject({
      value: {
        oncall: {
          rosters: [],
          unread: [
            {
              ...{ id: 'PEPAY', name: 'Card Payments' },
              fault: words,
            },
          ],
        },
      },
      notes: [`Card Payments: ${words}`],
    });
  });

  it('says which annotation names what PagerDuty does not have', async () => {
    const { answer } = await ask([service('payments', id('PSGONE'))]);
    expect(answer).toMatchObject({
      notes: [
        'component:default/payments names a service that PagerDuty does not have, or that this key may not see',
      ],
    });
  });
});

describe('what a round costs', () => {
  const begin = now - 7 * 86_400_000;
  const services = (count: number) =>
    Array.from({ length: count }, (_, number) =>
      service(`service-${number}`, id(`PS${number}`)),
    );

  it('is 55 requests for 500 policies with turns of a week', async () => {
    const model = manyPolicies(500, { begin, turns: 4, days: 7 });
    const { answer, context } = await ask(services(500), { model });
    expect(onCallIn(answer).rosters).toHaveLength(500);
    expect(context).toMatchObject({ calls: 55, losses: {} });
  });

  it('is more where pages are shorter than was asked for, with the same answer', async () => {
    const model = manyPolicies(60, { begin, turns: 4, days: 7 });
    const long = await ask(services(60), { model });
    const short = await ask(services(60), { model, cap: 25 });
    expect(onCallIn(short.answer)).toEqual(onCallIn(long.answer));
    expect([long.context.calls, short.context.calls]).toEqual([8, 28]);
  });
});

describe('lists of which PagerDuty does not show everything', () => {
  const begin = now - 3_600_000;

  it('are asked for in halves', async () => {
    // 15 policies × (2 levels × 360 turns of an hour + 1): 10,815 on call
    const model = manyPolicies(15, { begin, turns: 360, days: 1 / 24 });
    const all = Array.from({ length: 15 }, (_, number) =>
      service(`service-${number}`, id(`PS${number}`)),
    );
    const { answer, context } = await ask(all, { model });
    const { rosters, unread } = onCallIn(answer);
    expect(unread).toEqual([]);
    expect(new Set(rosters.map(({ shifts }) => shifts.length))).toEqual(
      new Set([721]),
    );
    expect(context.losses).toEqual({});
  });

  it('and cannot be halved any more leave one roster unread', async () => {
    const model = manyPolicies(2, { begin, turns: 4, days: 7 });
    model.schedules[0].shifts = Array.from({ length: 10_001 }, (_, nth) => ({
      user: 'PU1',
      from: new Date(begin + nth * 60_000).toISOString(),
      to: new Date(begin + (nth + 1) * 60_000).toISOString(),
    }));
    const { answer } = await ask(
      [service('a', id('PS0')), service('b', id('PS1'))],
      { model },
    );
    const { rosters, unread } = onCallIn(answer);
    expect(rosters.map(one => one.id)).toEqual(['PE1']);
    expect(unread).toMatchObject([
      { id: 'PE0', fault: expect.stringContaining('more than 10,000') },
    ]);
  });

  it('are read from both ends, and what lies between is counted', async () => {
    const model = manyPolicies(1, { begin, turns: 4, days: 7 });
    const many = (count: number) => ({
      ...model,
      services: Array.from({ length: count }, (_, number) => ({
        ...{ id: `PS${number}`, policy: 'PE0' },
        name: `Service ${String(number).padStart(6, '0')}`,
      })),
    });
    const asked = [service('a', id('PS12345'))];
    const whole = await ask(asked, { model: many(15_000) });
    expect(onCallIn(whole.answer).rosters).toHaveLength(1);
    expect(whole.context.losses).toEqual({});
    const cut = await ask(asked, { model: many(20_007) });
    expect(cut.answer).toMatchObject({
      notes: [
        'PagerDuty has 7 more services than it shows: at most 20,000 are read',
      ],
    });
    expect(cut.context.losses).toEqual({
      'services that PagerDuty does not show': 7,
    });
  });
});

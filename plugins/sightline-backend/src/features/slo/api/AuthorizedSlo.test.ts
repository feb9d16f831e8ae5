import { mockCredentials } from '@backstage/backend-test-utils';
import {
  CallParty,
  ObjectiveProblem,
  ObjectiveStatus,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { ref } from '../__testUtils__/objectives';
import { createFeasibility } from '../feasibility/feasibilityAnswer';
import { ObjectiveScope, SloReader } from '../SloReader';
import { AuthorizedSloOptions, authorizedSlo } from './AuthorizedSlo';

const ann = mockCredentials.user();

/** Who owns what: orders waits for cart, and cart for the bank and a database. */
const owners = new Map<ServiceRef, string | undefined>([
  [ref('orders'), 'group:default/shop'],
  [ref('cart'), 'group:default/shop'],
  [ref('bank'), 'group:default/money'],
  [ref('orphan'), undefined],
]);

const status = (service: string, attainment: number) =>
  ({
    objective: {
      ...{ id: `${ref(service)}/availability`, service: ref(service) },
      ...{ indicator: { kind: 'availability' }, target: 0.99 },
    },
    budget: { attainment },
  } as ObjectiveStatus);

const statuses = new Map([
  [ref('orders'), [status('orders', 0.999)]],
  [ref('cart'), [status('cart', 0.998)]],
  [ref('bank'), [status('bank', 0.9)]],
]);

const party = (name: string, entity?: string): CallParty => ({
  ...{ id: entity ?? name, kind: 'service', name },
  ...(entity && { entity }),
});

const needed = (of: CallParty, depth: number) => ({
  ...{ party: of, depth, calls: 1_000, errors: 5, counts: 1 },
});

const evidence = {
  ...{ source: 'calls', observedAt: '2026-11-21T02:00:00.000Z' },
  validFor: 60_000,
};

const problem = (service?: string): ObjectiveProblem => ({
  ...{ where: 'slo.yaml', words: 'no target', earlierInForce: false },
  ...{ since: evidence.observedAt, ...(service && { service: ref(service) }) },
});

const problems = [
  ...[problem('cart'), problem('bank'), problem('bank'), problem('orphan')],
  problem(),
];

/** As it looks to whom a policy lets see this much. */
const seenBy = (scope: ObjectiveScope) => {
  const reader: Pick<SloReader, 'page' | 'problems' | 'ofServices'> = {
    page: async () => ({
      ...{ items: [], total: 0, of: 0, problems: problems.length, etag: '"1"' },
      states: { page: 0, ticket: 0, exhausted: 0, unknown: 0, met: 0 },
    }),
    problems: async service =>
      problems.filter(one => !service || one.service === service),
    ofServices: async refs =>
      new Map(refs.map(one => [one, statuses.get(one) ?? []])),
  };
  const feasibility = createFeasibility({
    needs: async () => ({
      evidence,
      of: () => [
        needed(party('cart', ref('cart')), 1),
        needed(party('bank', ref('bank')), 2),
        needed(party('db'), 2),
      ],
    }),
    objectivesOf: reader.ofServices,
  });
  return authorizedSlo({
    ...{ reader: reader as SloReader, feasibility },
    access: { scope: async () => scope, assertMayRead: async () => {} },
    ownersOf: async refs =>
      new Map(
        refs.flatMap(one => (owners.has(one) ? [[one, owners.get(one)]] : [])),
      ),
  } as Partial<AuthorizedSloOptions> as AuthorizedSloOptions);
};

const shop: ObjectiveScope = { allowedOwners: ['group:default/shop'] };
const butMoney: ObjectiveScope = { deniedOwners: ['group:default/money'] };

describe('whether a promise can be kept', () => {
  const dependenciesFor = async (scope: ObjectiveScope) => {
    const { feasibility } = await seenBy(scope).ofService(ref('orders'), ann);
    return feasibility[0];
  };
  const bank = { party: party('bank', ref('bank')), depth: 2 };

  it('rests on all that it waits for, for whom everything is granted', async () => {
    const { verdict, dependencies } = await dependenciesFor({});
    expect(verdict).toBe('infeasible');
    expect(dependencies[0]).toMatchObject({
      ...{ ...bank, promised: 0.99, given: 0.995, from: 'calls' },
    });
  });

  it.each([
    ['only his own are granted', shop],
    ['all but these are granted', butMoney],
  ])('says nothing of those of others, where %s', async (_title, scope) => {
    const { verdict, unknown, ceiling, dependencies } = await dependenciesFor(
      scope,
    );
    const why = {
      ...{ state: 'unknown', reason: 'not-permitted' },
      detail: 'You may not see bank',
    };
    expect([verdict, unknown]).toEqual(['unknown', why]);
    expect(ceiling).toBeCloseTo(0.998 * 0.995, 9);
    expect(dependencies.map(one => one.party.name)).toEqual([
      ...['db', 'cart', 'bank'],
    ]);
    expect(dependencies[2]).toEqual({ ...bank, from: 'unknown', unknown: why });
  });
});

describe('how many documents cannot be read', () => {
  it.each([
    ['everything', {}, 5],
    ['his own', shop, 2],
    ['all but some', butMoney, 3],
    ['nothing', { allowedOwners: [] }, 1],
  ])(
    'is as many as the list has, for whom %s is granted',
    async (_title, scope, count) => {
      const slo = seenBy(scope);
      const { problems: told } = await slo.page({}, ann);
      const listed = await slo.problems(ann);
      expect([told, listed.length]).toEqual([count, count]);
    },
  );
});

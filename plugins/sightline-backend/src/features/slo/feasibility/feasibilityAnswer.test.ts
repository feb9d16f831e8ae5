import {
  CallParty,
  ObjectiveStatus,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { day, inForce, ref, START } from '../__testUtils__/objectives';
import { createFeasibility } from './feasibilityAnswer';

const attained = (service: string, attainment: number): ObjectiveStatus => ({
  ...{ objective: inForce(service).objective, state: 'met', words: 'Met' },
  ...{ since: toIso(START), stale: false, burns: [] },
  budget: {
    ...{ attainment, remaining: 1 },
    ...{ from: toIso(START - 30 * day), to: toIso(START) },
  },
});

const shipping: CallParty = {
  ...{ id: ref('shipping'), entity: ref('shipping') },
  ...{ kind: 'service', name: 'shipping' },
};

/** What orders can count on, of calls to shipping and of what that gives to all. */
const countedOf = async (calls: number, errors: number, given: number) => {
  const needed = { party: shipping, depth: 1, calls, errors, counts: 1 };
  const feasibility = createFeasibility({
    needs: async () => ({ of: () => [needed] }),
    objectivesOf: async () =>
      new Map([[ref('shipping'), [attained('shipping', given)]]]),
  });
  const [{ dependencies }] = await feasibility.of([attained('orders', 1)]);
  return dependencies.map(({ from, counted }) => ({ from, counted }));
};

describe('what is counted of a dependency', () => {
  it.each([
    ['what it attained, while calls are few', 400, 2, 0.999, 'attainment'],
    ['what calls gave, as others fail that ask for more', 400, 2, 0.8, 'calls'],
    ['what it attained, on a bad day', 20_000, 400, 0.999, 'attainment'],
    ['what it attained, while hardly anybody called', 20, 0, 0.4, 'attainment'],
  ])('is %s', async (_, calls, errors, given, from) => {
    const counted = from === 'calls' ? 1 - errors / calls : given;
    expect(await countedOf(calls, errors, given)).toEqual([{ from, counted }]);
  });
});

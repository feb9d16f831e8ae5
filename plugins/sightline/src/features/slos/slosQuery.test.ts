import {
  indicatorKinds,
  objectiveOrigins,
  objectiveStates,
} from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import {
  SlosQuery,
  allObjectives,
  formatSlosQuery,
  isFiltered,
  onlyState,
  parseSlosQuery,
  slosFacets,
  statesApart,
  toObjectivesQuery,
  toggled,
} from './slosQuery';

const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 60 }), {
  maxLength: 8,
});
const some = <T>(...of: T[]) => fc.uniqueArray(fc.constantFrom(...of));

const queries: fc.Arbitrary<SlosQuery> = fc.record(
  {
    owner: texts,
    service: texts,
    tier: some('T0', 'T1', 'T2', 'T3', 'none'),
    state: some(...objectiveStates),
    indicator: some(...indicatorKinds),
    origin: some(...objectiveOrigins),
    q: fc.string({ maxLength: 200 }),
    mine: fc.boolean(),
    sort: fc.constantFrom('exhaustion', 'service', 'burn', 'measured'),
    order: fc.constantFrom('asc', 'desc'),
    look: fc.oneof(
      fc.record({ objective: fc.string({ minLength: 1 }) }),
      fc.constant({ problems: true as const }),
    ),
  },
  {
    requiredKeys: [...slosFacets, 'q', 'mine', 'sort', 'order'],
  },
);

const throughUrl = (query: SlosQuery) =>
  parseSlosQuery(new URLSearchParams(formatSlosQuery(query).toString()));

it('finds in a link exactly the view that was put into it', () => {
  fc.assert(
    fc.property(queries, query => expect(throughUrl(query)).toEqual(query)),
  );
});

it('makes one and the same view of any link, however often it is passed on', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), text => {
      const once = parseSlosQuery(new URLSearchParams(text));
      expect(throughUrl(once)).toEqual(once);
    }),
  );
});

it('keeps parameters of others, and says nothing about what is not set', () => {
  const params = formatSlosQuery(
    { ...allObjectives, mine: true },
    new URLSearchParams('x=1&state=met'),
  );
  expect(params.toString()).toBe('x=1&mine=true');
});

it('leaves out what it does not understand instead of asking for it', () => {
  const query = parseSlosQuery(
    new URLSearchParams('state=green&state=met&sort=colour&origin=mars&tier='),
  );
  expect(query).toEqual({ ...allObjectives, state: ['met'] });
});

it('asks the API only for what is set, and never for what is looked at', () => {
  expect(
    toObjectivesQuery({
      ...allObjectives,
      q: ' pay ',
      tier: ['T0'],
      look: { objective: 'component:default/payments/availability' },
    }),
  ).toEqual({ q: 'pay', tier: ['T0'], sort: 'exhaustion', order: 'asc' });
});

it('sets what is unknown apart from what is known', () => {
  expect(statesApart({ state: [] })).toEqual({
    listed: ['page', 'ticket', 'exhausted', 'unknown', 'met'],
    told: ['page', 'ticket', 'exhausted', 'met'],
    untold: ['unknown'],
  });
  expect(statesApart({ state: ['met'] })).toMatchObject({ untold: [] });
  expect(statesApart({ state: ['unknown'] })).toMatchObject({ told: [] });
});

it('puts a value in, and takes it out again', () => {
  const chosen = toggled(allObjectives, 'origin', 'sloth');
  expect([chosen.origin, toggled(chosen, 'origin', 'sloth').origin]).toEqual([
    ['sloth'],
    [],
  ]);
});

it('lists one state alone, and all again when asked for it once more', () => {
  const met = onlyState({ ...allObjectives, state: ['page', 'met'] }, 'met');
  expect([met.state, onlyState(met, 'met').state]).toEqual([['met'], []]);
});

it('knows whether anything is filtered', () => {
  expect(isFiltered({ ...allObjectives, sort: 'burn', q: '  ' })).toBe(false);
  expect(
    slosFacets.every(facet => isFiltered({ ...allObjectives, [facet]: ['x'] })),
  ).toBe(true);
});

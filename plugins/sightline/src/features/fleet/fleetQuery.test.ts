import {
  onCallStates,
  rolloutStates,
} from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import {
  FleetQuery,
  fleetFacets,
  formatFleetQuery,
  isFiltered,
  parseFleetQuery,
  toServicesQuery,
  toggled,
  wholeFleet,
} from './fleetQuery';

const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 60 }), {
  maxLength: 8,
});

const queries: fc.Arbitrary<FleetQuery> = fc.record({
  owner: texts,
  system: texts,
  domain: texts,
  lifecycle: texts,
  type: texts,
  tag: texts,
  burning: fc.uniqueArray(fc.constantFrom('page', 'ticket')),
  drift: fc.uniqueArray(fc.constantFrom('drifts', 'agrees')),
  contracts: fc.uniqueArray(
    fc.constantFrom('failed', 'unverified', 'verified'),
  ),
  health: fc.uniqueArray(fc.constantFrom(...rolloutStates)),
  onCall: fc.uniqueArray(fc.constantFrom(...onCallStates)),
  unknown: fc.uniqueArray(
    fc.constantFrom('slo', 'drift', 'contracts', 'health', 'onCall'),
  ),
  tier: fc.uniqueArray(fc.constantFrom('T0', 'T1', 'T2', 'T3', 'none')),
  q: fc.string({ maxLength: 200 }),
  mine: fc.boolean(),
  unowned: fc.boolean(),
  sort: fc.constantFrom(
    'name',
    'owner',
    'system',
    'tier',
    'lifecycle',
    'updated',
    'slo',
    'drift',
    'contracts',
    'health',
    'lastDeploy',
    'onCall',
  ),
  order: fc.constantFrom('asc', 'desc'),
});

const throughUrl = (query: FleetQuery) =>
  parseFleetQuery(new URLSearchParams(formatFleetQuery(query).toString()));

it('finds in a link exactly the view that was put into it', () => {
  fc.assert(
    fc.property(queries, query => expect(throughUrl(query)).toEqual(query)),
  );
});

it('makes one and the same view of any link, however often it is passed on', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), text => {
      const once = parseFleetQuery(new URLSearchParams(text));
      expect(throughUrl(once)).toEqual(once);
    }),
  );
});

it('keeps parameters of others', () => {
  const params = formatFleetQuery(
    { ...wholeFleet, mine: true },
    new URLSearchParams('x=1&q=old'),
  );
  expect(params.toString()).toBe('x=1&mine=true');
});

it('says nothing in the URL about what is not set', () => {
  expect(formatFleetQuery(wholeFleet).toString()).toBe('');
});

it('leaves out what it does not understand instead of asking for it', () => {
  const query = parseFleetQuery(
    new URLSearchParams(
      'tier=T9&tier=T0&tier=T0&burning=often&sort=colour&order=up',
    ),
  );
  expect(query).toEqual({ ...wholeFleet, tier: ['T0'] });
});

it('cuts what is more than the API takes', () => {
  const many = new URLSearchParams(
    Array.from({ length: 80 }, (_, i) => ['owner', `o${i}`]),
  );
  expect(parseFleetQuery(many).owner).toHaveLength(50);
});

it('asks the API only for what is set', () => {
  expect(toServicesQuery({ ...wholeFleet, q: ' pay ', tier: ['T0'] })).toEqual({
    q: 'pay',
    tier: ['T0'],
    sort: 'name',
    order: 'asc',
  });
});

it('puts a value in, and takes it out again', () => {
  const chosen = toggled(wholeFleet, 'owner', 'a');
  expect([chosen.owner, toggled(chosen, 'owner', 'a').owner]).toEqual([
    ['a'],
    [],
  ]);
});

it('knows whether anything is filtered', () => {
  expect(isFiltered({ ...wholeFleet, sort: 'tier', q: '  ' })).toBe(false);
  expect(
    fleetFacets.every(facet => isFiltered({ ...wholeFleet, [facet]: ['x'] })),
  ).toBe(true);
});

import {
  ObjectiveState,
  indicatorKinds,
  objectiveOrigins,
  objectiveStates,
  tiers,
} from '@sightline/backstage-plugin-sightline-common';
import type { ServiceFacets } from '../../api';
import type { Facet, FacetOption } from '../../ui/filter/Facet';
import {
  indicatorWords,
  originWords,
  stateWords,
} from '../../ui/slo/objectiveWords';
import { SlosQuery } from './slosQuery';

/** `group:default/payments` → "payments"; another namespace stays visible. */
const labelOf = (ref: string) =>
  ref.replace(/^[a-z]+:/, '').replace(/^default\//, '');

const tierOptions: FacetOption[] = [
  ...tiers.map(tier => ({ value: tier, label: tier })),
  { value: 'none', label: 'not set' },
];

const indicatorOptions: FacetOption[] = indicatorKinds.map(kind => ({
  value: kind,
  label: indicatorWords[kind],
}));

const originOptions: FacetOption[] = objectiveOrigins.map(kind => ({
  value: kind,
  label: originWords[kind],
}));

const stateOptions = (
  counted?: Record<ObjectiveState, number>,
): FacetOption[] =>
  objectiveStates.map(state => ({
    value: state,
    label: stateWords[state].word,
    count: counted?.[state],
  }));

type Known = {
  /** undefined: on their way */
  owners?: ServiceFacets['owner'];
  states?: Record<ObjectiveState, number>;
};

/** What can be filtered by. Owners are those of services, so no counts: they would be of services. */
export const slosFacetsOf = (
  query: SlosQuery,
  { owners, states }: Known,
): Facet[] => {
  const facets: Facet[] = [
    {
      id: 'owner',
      title: 'Owner',
      hint: 'A group stands for every group below it.',
      chosen: query.owner,
      options: owners?.map(({ value, label }) => ({
        value,
        label: label ?? labelOf(value),
      })),
    },
    { id: 'tier', title: 'Tier', chosen: query.tier, options: tierOptions },
    {
      id: 'state',
      title: 'State',
      chosen: query.state,
      options: stateOptions(states),
    },
    {
      id: 'indicator',
      title: 'Indicator',
      chosen: query.indicator,
      options: indicatorOptions,
    },
    {
      id: 'origin',
      title: 'Origin',
      hint: 'The first that says something about a service and an indicator wins over those below it.',
      chosen: query.origin,
      options: originOptions,
    },
  ];
  return [...facets, ...serviceFacet(query)];
};

/** A service is chosen by following a link, but taken back like the rest. */
const serviceFacet = ({ service }: SlosQuery): Facet[] =>
  service.length > 0
    ? [
        {
          id: 'service',
          title: 'Service',
          chosen: service,
          options: service.map(value => ({ value, label: labelOf(value) })),
        },
      ]
    : [];

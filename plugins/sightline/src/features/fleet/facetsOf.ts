import type { ServiceFacets } from '../../api';
import type { Facet } from '../../ui/filter/Facet';
import { FleetFacet, FleetQuery } from './fleetQuery';

type Shown = {
  id: FleetFacet & keyof ServiceFacets;
  title: string;
  hint?: string;
};

const shown: Shown[] = [
  {
    id: 'owner',
    title: 'Owner',
    hint: 'A group stands for every group below it.',
  },
  { id: 'system', title: 'System' },
  { id: 'domain', title: 'Domain' },
  { id: 'tier', title: 'Tier' },
  { id: 'lifecycle', title: 'Lifecycle' },
  { id: 'type', title: 'Type' },
  {
    id: 'burning',
    title: 'Burning',
    hint: 'An objective burns so fast that somebody must be woken (page), or must look tomorrow (ticket).',
  },
  {
    id: 'drift',
    title: 'Drift',
    hint: 'Whether what the catalog declares is what is seen.',
  },
  {
    id: 'contracts',
    title: 'Contracts',
    hint: 'How the worst of the newest pacts stands.',
  },
  {
    id: 'health',
    title: 'Health',
    hint: 'How far the worst of its rollouts is.',
  },
  {
    id: 'onCall',
    title: 'On call',
    hint: 'Whether somebody is on call for it just now.',
  },
  {
    id: 'unknown',
    title: 'Unknown',
    hint: 'What nobody can tell about a service; one of them is enough.',
  },
];

/** `group:default/payments` → "payments"; another namespace stays visible. */
const labelOf = (value: string) =>
  value.replace(/^[a-z]+:/, '').replace(/^default\//, '');

const labels: Record<string, string> = {
  ...{ none: 'not set', '': 'not set' },
  ...{ slo: 'objectives', drift: 'dependencies' },
  ...{ unverified: 'not verified', progressing: 'rolling out' },
  health: 'rollouts',
  ...{ onCall: 'on call', covered: 'somebody', gap: 'a gap' },
};

/** What can be filtered by; counts come later than rows and never block them. */
export const facetsOf = (
  query: FleetQuery,
  counted?: ServiceFacets,
): Facet[] => {
  const facets: Facet[] = shown.map(({ id, title, hint }) => ({
    id,
    title,
    hint,
    chosen: query[id],
    options: counted?.[id].map(({ value, label, count }) => ({
      value,
      count,
      label: label ?? labels[value] ?? labelOf(value),
    })),
  }));
  // Tags are chosen in a row and not from a list, but are taken back like the rest.
  return query.tag.length > 0
    ? [...facets, { id: 'tag', title: 'Tag', chosen: query.tag, options: [] }]
    : facets;
};

import {
  IsoTime,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import type { CallsQuery, JourneysQuery } from '../../api';
import { CallsView, parseCallsView } from '../../ui/window/callsWindow';
import { Sight } from './order/shownHops';

export const journeySorts = ['rate', 'duration', 'errors'] as const;
export type JourneySort = (typeof journeySorts)[number];

/** The sides from which a journey can be looked at. */
export const journeySides = [
  'order',
  'budget',
  'failures',
  'availability',
] as const;
export type JourneySide = (typeof journeySides)[number];

/** The whole view, as the URL holds it. */
export type Viewpoint = Sight &
  CallsView & {
    /** the chosen journey */
    journey?: string;
    /** key of a hop that a link points at */
    hop?: string;
    q: string;
    /** entity ref of a service that a journey must pass through */
    service?: string;
    /** end of the window; left out: now */
    until?: IsoTime;
    sort: JourneySort;
    side: JourneySide;
  };

const usualSight: Sight = {
  critical: false,
  failing: false,
  stores: true,
  branches: 'usual',
  turned: [],
};

export const allJourneys: Viewpoint = {
  ...usualSight,
  q: '',
  minutes: 60,
  sort: 'rate',
  side: 'order',
};

/** The API's limits, so that a link made by hand is cut instead of refused. */
const LONGEST_TEXT = 200;
const MOST_TURNED = 200;
/** Journeys that are asked for; more than anybody reads. */
const MOST_JOURNEYS = 200;

const untilIn = (params: URLSearchParams): IsoTime | undefined => {
  const until = params.get('until') ?? '';
  return toInstant(until) === undefined ? undefined : until;
};

/** Reads a view from a URL; what it does not understand it leaves out. */
export const parseViewpoint = (params: URLSearchParams): Viewpoint => {
  const text = (name: string) =>
    params.get(name)?.slice(0, LONGEST_TEXT) || undefined;
  const branches = (['open', 'closed'] as const).find(
    one => one === params.get('branches'),
  );
  return {
    journey: text('journey'),
    hop: text('hop'),
    q: text('q') ?? '',
    service: text('service'),
    environment: undefined,
    ...parseCallsView(params),
    until: untilIn(params),
    sort: journeySorts.find(sort => sort === params.get('sort')) ?? 'rate',
    side: journeySides.find(side => side === params.get('side')) ?? 'order',
    critical: params.get('critical') === 'true',
    failing: params.get('failing') === 'true',
    stores: params.get('stores') !== 'false',
    branches: branches ?? 'usual',
    turned: params.getAll('turned').slice(0, MOST_TURNED),
  };
};

/** Writes a view into a URL, shortest form; parameters of others stay as they are. */
export function formatViewpoint(
  view: Viewpoint,
  others = new URLSearchParams(),
) {
  const own = Object.keys(parseViewpoint(new URLSearchParams()));
  const params = new URLSearchParams(
    [...others].filter(([name]) => !own.includes(name)),
  );
  const set = (name: keyof Viewpoint) => {
    const value = view[name];
    if (value !== undefined && value !== allJourneys[name]) {
      params.set(name, String(value));
    }
  };
  own.forEach(name => name !== 'turned' && set(name as keyof Viewpoint));
  view.turned.forEach(key => params.append('turned', key));
  return params;
}

/** Which calls are meant: of which window and environment. */
export const callsQueryOf = (view: Viewpoint): CallsQuery => ({
  minutes: view.minutes,
  ...(view.until ? { until: view.until } : {}),
  ...(view.environment ? { environment: view.environment } : {}),
});

export const journeysQueryOf = (view: Viewpoint): JourneysQuery => ({
  ...callsQueryOf(view),
  ...(view.q.trim() ? { q: view.q.trim() } : {}),
  ...(view.service ? { service: view.service } : {}),
  limit: MOST_JOURNEYS,
});

/** Another journey is seen as it is usually seen; filters and window stay. */
export const withJourney = (
  view: Viewpoint,
  journey: string | undefined,
): Viewpoint => ({
  ...view,
  journey,
  hop: undefined,
  branches: 'usual',
  turned: [],
});

/** Where the same page shows another journey, or only the list. */
export const linkTo = (view: Viewpoint, journey: string | undefined): string =>
  `?${formatViewpoint(withJourney(view, journey))}`;

/** Whether the list is narrowed by anything but the window. */
export const isNarrowed = ({ q, service, environment }: Viewpoint): boolean =>
  q.trim() !== '' || service !== undefined || environment !== undefined;

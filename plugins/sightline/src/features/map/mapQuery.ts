import {
  IsoTime,
  MapGrouping,
  mapGroupings,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { parseCallsView } from '../../ui/window/callsWindow';

export const directions = ['both', 'callers', 'callees'] as const;
export type Direction = (typeof directions)[number];

/** An earlier window by its distance, or by the moment at which it ends. */
export const distances = { hour: 60, day: 1_440, week: 10_080 } as const;
export type Distance = keyof typeof distances;

export const callSorts = [
  'from',
  'to',
  'rate',
  'errors',
  'p95',
  'verdict',
  'change',
] as const;
export const partySorts = ['name', 'owner', 'callers', 'callees'] as const;
export type MapSort = (typeof callSorts | typeof partySorts)[number];

/** What is looked at more closely; at most one thing at a time. */
export type Chosen = { kind: 'node' | 'edge'; id: string };

/** The whole view, as the URL holds it. */
export type MapQuery = {
  groupBy: MapGrouping;
  /** groups that are shown member by member */
  open: string[];
  /** a party; only its neighbours are shown */
  focus?: string;
  hops: number;
  direction: Direction;
  environment?: string;
  minutes: number;
  /** left out: the window ends now, and moves on */
  until?: IsoTime;
  compare?: Distance | IsoTime;
  /** drawn at most; those with most calls stay */
  edges: number;
  /** left out: what fits the window */
  view?: 'graph' | 'table';
  rows: 'calls' | 'parties';
  sort?: { by: MapSort; order: 'asc' | 'desc' };
  chosen?: Chosen;
  /** what else is asked about the chosen service */
  show?: 'blast' | 'suspects';
};

export const wholeMap: MapQuery = {
  groupBy: 'system',
  open: [],
  hops: 1,
  direction: 'both',
  minutes: 60,
  edges: 150,
  rows: 'calls',
};

/** More than the first can hardly be read as lines; the table takes them all. */
export const edgeSteps = [150, 400, 1_000, 2_000] as const;

const MOST_HOPS = 3;
/** The API's limits, so that a link made by hand is cut instead of refused. */
const MOST_OPEN = 50;
const LONGEST_ID = 600;

const oneOf = <T extends string>(all: readonly T[], value: string | null) =>
  all.find(one => one === value);

const momentIn = (text: string | null): IsoTime | undefined => {
  const instant = text ? toInstant(text) : undefined;
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

const compareIn = (text: string | null) =>
  oneOf(Object.keys(distances) as Distance[], text) ?? momentIn(text);

const idIn = (text: string | null) => text?.slice(0, LONGEST_ID) || undefined;

const chosenIn = (params: URLSearchParams): Chosen | undefined => {
  for (const kind of ['node', 'edge'] as const) {
    const id = idIn(params.get(kind));
    if (id) {
      return { kind, id };
    }
  }
  return undefined;
};

const sortIn = (params: URLSearchParams): MapQuery['sort'] => {
  const by = oneOf([...callSorts, ...partySorts], params.get('sort'));
  return by && { by, order: params.get('order') === 'asc' ? 'asc' : 'desc' };
};

const hopsIn = (text: string | null) => {
  const hops = Math.round(Number(text));
  return hops >= 1 ? Math.min(hops, MOST_HOPS) : 1;
};

const edgesIn = (text: string | null) => {
  const edges = Math.round(Number(text));
  const most = edgeSteps[edgeSteps.length - 1];
  return edges >= 1 ? Math.min(edges, most) : wholeMap.edges;
};

/** Reads a view from a URL; what it does not understand it leaves out. */
export const parseMapQuery = (params: URLSearchParams): MapQuery => ({
  ...parseCallsView(params),
  groupBy: oneOf(mapGroupings, params.get('group')) ?? wholeMap.groupBy,
  open: [...new Set(params.getAll('open').filter(Boolean))].slice(0, MOST_OPEN),
  focus: idIn(params.get('focus')),
  hops: hopsIn(params.get('hops')),
  direction: oneOf(directions, params.get('direction')) ?? 'both',
  until: momentIn(params.get('until')),
  compare: compareIn(params.get('compare')),
  edges: edgesIn(params.get('edges')),
  view: oneOf(['graph', 'table'] as const, params.get('view')),
  rows: params.get('rows') === 'parties' ? 'parties' : 'calls',
  sort: sortIn(params),
  chosen: chosenIn(params),
  show: oneOf(['blast', 'suspects'] as const, params.get('show')),
});

const own = [
  'group',
  'open',
  'focus',
  'hops',
  'direction',
  'environment',
  'minutes',
  'until',
  'compare',
  'edges',
  'view',
  'rows',
  'sort',
  'order',
  'node',
  'edge',
  'show',
];

/** Writes a view into a URL, shortest form; parameters of others stay as they are. */
export function formatMapQuery(
  query: MapQuery,
  others = new URLSearchParams(),
): URLSearchParams {
  const params = new URLSearchParams(
    [...others].filter(([name]) => !own.includes(name)),
  );
  const set = (name: string, value?: string | number, unsaid?: unknown) =>
    value === undefined || value === unsaid || params.set(name, String(value));
  set('group', query.groupBy, wholeMap.groupBy);
  query.open.forEach(id => params.append('open', id));
  set('focus', query.focus);
  set('hops', query.hops, wholeMap.hops);
  set('direction', query.direction, wholeMap.direction);
  set('environment', query.environment);
  set('minutes', query.minutes, wholeMap.minutes);
  set('until', query.until);
  set('compare', query.compare);
  set('edges', query.edges, wholeMap.edges);
  set('view', query.view);
  set('rows', query.rows, wholeMap.rows);
  set('sort', query.sort?.by);
  set('order', query.sort?.order, 'desc');
  set(query.chosen?.kind ?? 'node', query.chosen?.id);
  set('show', query.show);
  return params;
}

import type { ContractMatrixQuery } from '../../api';
import { PairState, pairStates } from '../../ui/contracts/contractWords';

export const contractSorts = [
  'state',
  'consumer',
  'provider',
  'verified',
] as const;
export type ContractSort = (typeof contractSorts)[number];

/** Two names on a broker: what is looked at more closely. */
export type PairKey = { broker: string; consumer: string; provider: string };

/** The whole view, as the URL holds it; the question about a deploy is beside it. */
export type ContractsQuery = {
  /** left out: each pair is as its newest pact is */
  environment?: string;
  state: PairState[];
  q: string;
  /** left out: what fits the window */
  view?: 'matrix' | 'table';
  sort: ContractSort;
  order: 'asc' | 'desc';
  /** also those beyond what is asked for at first */
  all: boolean;
  look?: PairKey;
};

export const allContracts: ContractsQuery = {
  state: [],
  q: '',
  sort: 'state',
  order: 'asc',
  all: false,
};

/** The API's limits, so that a link made by hand is cut instead of refused. */
const LONGEST_TEXT = 200;
const MOST_PAIRS = 10_000;

const own = ['env', 'state', 'q', 'view', 'sort', 'order', 'all', 'pair'];

/** Reads a view from a URL; what it does not understand it leaves out. */
export function parseContractsQuery(params: URLSearchParams): ContractsQuery {
  const environment = params.get('env')?.slice(0, LONGEST_TEXT);
  const view = params.get('view');
  const look = lookIn(params);
  return {
    ...(environment && { environment }),
    state: pairStates.filter(state => params.getAll('state').includes(state)),
    q: (params.get('q') ?? '').slice(0, LONGEST_TEXT),
    ...((view === 'matrix' || view === 'table') && { view }),
    sort: contractSorts.find(one => one === params.get('sort')) ?? 'state',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    all: params.get('all') === 'true',
    ...(look && { look }),
  };
}

/** Names may hold every sign there is, so each stands in a parameter of its own. */
const lookIn = (params: URLSearchParams): PairKey | undefined => {
  const [broker, consumer, provider] = params.getAll('pair');
  return broker !== undefined && consumer && provider
    ? { broker, consumer, provider }
    : undefined;
};

/** Writes a view into a URL, shortest form; parameters of others stay as they are. */
export function formatContractsQuery(
  query: ContractsQuery,
  others = new URLSearchParams(),
): URLSearchParams {
  const params = new URLSearchParams(
    [...others].filter(([name]) => !own.includes(name)),
  );
  const set = (name: string, value: string | undefined, unsaid: string) =>
    (value ?? unsaid) === unsaid || params.set(name, value ?? unsaid);
  set('env', query.environment, '');
  set('q', query.q, '');
  query.state.forEach(state => params.append('state', state));
  set('view', query.view, '');
  set('sort', query.sort, 'state');
  set('order', query.order, 'asc');
  set('all', String(query.all), 'false');
  if (query.look) {
    const { broker, consumer, provider } = query.look;
    [broker, consumer, provider].forEach(one => params.append('pair', one));
  }
  return params;
}

/** What the API is asked: only what is set. */
export const toMatrixQuery = (query: ContractsQuery): ContractMatrixQuery => ({
  ...(query.environment && { environment: query.environment }),
  ...(query.q.trim() && { q: query.q.trim() }),
  ...(query.state.length > 0 && { state: query.state }),
  ...(query.all && { limit: MOST_PAIRS }),
});

/** The environment is not a filter: without one something else is shown, not more. */
export const isFiltered = ({ q, state }: ContractsQuery): boolean =>
  q.trim() !== '' || state.length > 0;

/** Puts a state in, or takes it out when it is in. */
export const toggled = (
  query: ContractsQuery,
  state: PairState,
): ContractsQuery => ({
  ...query,
  state: pairStates.filter(
    one => query.state.includes(one) !== (one === state),
  ),
});

/** Only this state, or all of them again when it was only this one. */
export const onlyState = (
  query: ContractsQuery,
  state: PairState,
): ContractsQuery => ({
  ...query,
  state: query.state.length === 1 && query.state[0] === state ? [] : [state],
});

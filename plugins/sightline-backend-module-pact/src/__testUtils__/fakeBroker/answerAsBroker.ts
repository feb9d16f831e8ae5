import {
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import {
  dashboardItem,
  environmentBody,
  indexBody,
  integrationBody,
  Links,
  pactBody,
  pacticipantBody,
  pactPath,
  presenceBody,
  uuidOf,
} from './bodies';
import { BrokerModel } from './BrokerModel';
import { verdictOf } from './verdictOf';

export type FakeBrokerOptions = {
  /** read anew with every request */
  model: BrokerModel;
  /** what it writes its links with; as it was asked when left out */
  believes?: string;
  /** path in front of its own, taken off by a proxy */
  prefix?: string;
  /** relations its index does not have */
  without?: readonly string[];
  /** items of a page at most, whatever is asked for; nobody says so */
  cap?: number;
};

type Asked = FakeBrokerOptions & {
  path: string;
  query: URLSearchParams;
  link: Links;
};

const headers = {
  'content-type': 'application/hal+json;charset=utf-8',
  'x-pact-broker-version': '2.120.0',
  'cache-control': 'no-cache',
};

/** Answers as Pact Broker 2.120 does, with what it leaves out without a word. */
export const answerAsBroker =
  (options: FakeBrokerOptions) =>
  ({ url, headers: sent }: WorldRequest): WorldAnswer => {
    if (!String(sent.accept).includes('json')) return { status: 406, body: '' };
    const { pathname, searchParams: query } = new URL(url, 'http://broker');
    const { prefix = '', believes = `http://${sent.host}${prefix}` } = options;
    if (!pathname.startsWith(prefix)) return notFound;
    const path = pathname.slice(prefix.length) || '/';
    const link: Links = to => ({ href: `${believes}${to}` });
    const answer = answerTo({ ...options, path, query, link });
    return { ...answer, headers };
  };

const answerTo = (asked: Asked): WorldAnswer => {
  const { model, path, link } = asked;
  switch (path) {
    case '/':
      return { body: indexBody(link, asked.without ?? []) };
    case '/integrations':
    case '/pacticipants':
      return listed(asked);
    case '/dashboard':
      return dashboard(asked);
    case '/environments':
      return {
        body: {
          _embedded: {
            environments: model.environments.map(one =>
              environmentBody(one, link),
            ),
          },
        },
      };
    case '/can-i-deploy':
      return canIDeploy(asked);
    default:
      return path.startsWith('/pacts/') ? pact(asked) : present(asked);
  }
};

const notFound: WorldAnswer = {
  status: 404,
  body: { error: 'The requested document was not found on this server.' },
};

const refusal = (key: string, words: string): WorldAnswer => ({
  status: 400,
  body: { errors: { [key]: [words] } },
});

const pageOf = <T>(items: readonly T[], { query, cap = Infinity }: Asked) => {
  const asked = (key: string, old: string, otherwise: number) =>
    Number(query.get(key) ?? query.get(old) ?? otherwise);
  const number = asked('page', 'pageNumber', 1);
  const size = Math.min(cap, asked('size', 'pageSize', 100));
  const begin = (number - 1) * size;
  return { number, size, items: items.slice(begin, begin + size) };
};

const isPaged = (query: URLSearchParams) =>
  query.has('page') || query.has('pageNumber');

/** Paged only when asked to; then the link to the next page forgets the filter. */
const listed = (asked: Asked): WorldAnswer => {
  const { model, path, query, link } = asked;
  const name = path.slice(1);
  const all: (() => object)[] =
    name === 'integrations'
      ? model.integrations.map(one => () => integrationBody(one, link))
      : model.pacticipants.map(one => () => pacticipantBody(one, link));
  const filled = (items: typeof all) => {
    const bodies = items.map(body => body());
    // Newer brokers list pacticipants twice, as the old ones did beside.
    return name === 'integrations'
      ? { _embedded: { [name]: bodies } }
      : { _embedded: { [name]: bodies }, [name]: bodies };
  };
  if (!isPaged(query)) return { body: filled(all) };
  const { number, size, items } = pageOf(all, asked);
  if (number < 1) return refusal('page', 'must be greater than or equal to 1');
  const totalElements = all.length;
  const totalPages = Math.ceil(totalElements / size);
  const next = link(`/${name}?size=${size}&page=${number + 1}`);
  return {
    body: {
      page: { number, size, totalElements, totalPages },
      ...filled(items),
      _links: { self: link(path), ...(number < totalPages && { next }) },
    },
  };
};

/** Thirty when not asked for pages, and never a word about how many there are. */
const dashboard = (asked: Asked): WorldAnswer => {
  const { model, query, link } = asked;
  const pacts = isPaged(query)
    ? pageOf(model.pacts, asked).items
    : model.pacts.slice(0, 30);
  return { body: { items: pacts.map(one => dashboardItem(one, link)) } };
};

const canIDeploy = ({ model, query }: Asked): WorldAnswer => {
  const [pacticipant, version, environment] = [
    'pacticipant',
    'version',
    'environment',
  ].map(key => query.get(key) ?? '');
  if (!environment) {
    return refusal('', "Must specify either an environment or a 'to' tag.");
  }
  if (!model.pacticipants.some(({ name }) => name === pacticipant)) {
    return refusal('pacticipant', 'does not match an existing pacticipant');
  }
  if (!model.environments.some(({ name }) => name === environment)) {
    return refusal(
      'environment',
      `environment with name '${environment}' does not exist`,
    );
  }
  return { body: verdictOf(model, { pacticipant, version, environment }) };
};

const pact = ({ model, path, link }: Asked): WorldAnswer => {
  const found = model.pacts.find(one => pactPath(one) === path);
  return found ? { body: pactBody(found, link) } : notFound;
};

const present = ({ model, path, link }: Asked): WorldAnswer => {
  const [, uuid, what] = /^\/environments\/(\w+)\/(.+)$/.exec(path) ?? [];
  const kinds: Record<string, ['deployed' | 'released', string]> = {
    'deployed-versions/currently-deployed': ['deployed', 'deployedVersions'],
    'released-versions/currently-supported': ['released', 'releasedVersions'],
  };
  const kind = kinds[what ?? ''];
  if (!kind) return notFound;
  const there = model.present.filter(
    one => uuidOf(one.environment) === uuid && one.how === kind[0],
  );
  return {
    body: {
      _embedded: { [kind[1]]: there.map(one => presenceBody(one, link)) },
    },
  };
};

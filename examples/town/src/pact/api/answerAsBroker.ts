import type { Broker } from '../model/Broker.ts';
import { NOT_FOUND, type Asked, type Link, type Reply } from './Asked.ts';
import { replyDashboard } from './dashboard.ts';
import {
  replyDeployed,
  replyEnvironment,
  replyEnvironments,
  replyReleased,
} from './environments.ts';
import { replyHeartbeat, replyIndex } from './indexReply.ts';
import {
  replyIntegrations,
  replyPacticipant,
  replyPacticipants,
  replyVersion,
  replyVersions,
} from './pacticipants.ts';
import {
  replyLatestPacts,
  replyPact,
  replyResult,
  replyResults,
} from './pacts.ts';
import { replyCanIDeploy, replyMatrix } from './verdicts.ts';

export type BrokerQuestion = {
  /** the path, not decoded: names in it hold slashes */
  path: string;
  query: URLSearchParams;
  accept: string;
  /** where we were asked: `http://127.0.0.1:9292` */
  origin: string;
};

export type BrokerAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string;
};

type Handler = (asked: Asked) => Reply;

const PAIR = '/pacts/provider/{provider}/consumer/{consumer}';
const RESULTS = 'verification-results';
const ENVIRONMENT = '/environments/{uuid}';

const routes: Record<string, Handler> = {
  '/': replyIndex,
  '/diagnostic/status/heartbeat': replyHeartbeat,
  '/pacticipants': replyPacticipants,
  '/pacticipants/{name}': replyPacticipant,
  '/pacticipants/{name}/versions': replyVersions,
  '/pacticipants/{name}/versions/{version}': replyVersion,
  '/integrations': replyIntegrations,
  '/environments': replyEnvironments,
  [ENVIRONMENT]: replyEnvironment,
  [`${ENVIRONMENT}/deployed-versions/currently-deployed`]: replyDeployed,
  [`${ENVIRONMENT}/released-versions/currently-supported`]: replyReleased,
  '/dashboard': replyDashboard,
  '/dashboard/provider/{provider}/consumer/{consumer}': replyDashboard,
  '/pacts/latest': replyLatestPacts,
  [`${PAIR}/latest`]: replyPact,
  [`${PAIR}/version/{version}`]: replyPact,
  [`${PAIR}/pact-version/{sha}`]: replyPact,
  [`${PAIR}/latest/${RESULTS}/latest`]: replyResult,
  [`${PAIR}/version/{version}/${RESULTS}/latest`]: replyResult,
  [`${PAIR}/pact-version/{sha}/${RESULTS}/latest`]: replyResult,
  [`${PAIR}/pact-version/{sha}/${RESULTS}/{number}`]: replyResult,
  [`/${RESULTS}/consumer/{consumer}/version/{version}/latest`]: replyResults,
  '/can-i-deploy': replyCanIDeploy,
  '/matrix': replyMatrix,
  '/matrix/provider/{provider}/consumer/{consumer}': replyMatrix,
};

const table = Object.entries(routes).map(([path, handler]) => ({
  segments: path.split('/'),
  handler,
}));

/** What a Pact Broker would answer that knows so much. */
export function answerAsBroker(
  broker: Broker,
  { path, query, accept, origin }: BrokerQuestion,
): BrokerAnswer {
  const headers = {
    ...{ vary: 'Accept', 'cache-control': 'no-cache' },
    'x-pact-broker-version': '2.120.0',
  };
  if (!/json|\*\/\*/.test(accept)) return { status: 406, headers, body: '' };
  const link: Link = (to, more) => ({ ...more, href: `${origin}${to}` });
  const { status = 200, type, body } = reply({ path, broker, query, link });
  const contentType = type ?? 'application/hal+json;charset=utf-8';
  return {
    status,
    headers: { ...headers, 'content-type': contentType },
    body: JSON.stringify(body),
  };
}

function reply({ path, ...asked }: Omit<Asked, 'params'> & { path: string }) {
  const given = path.split('/');
  for (const { segments, handler } of table) {
    const params = matched(segments, given);
    if (params) return handler({ ...asked, params });
  }
  return NOT_FOUND;
}

function matched(
  segments: readonly string[],
  given: readonly string[],
): Record<string, string> | undefined {
  if (segments.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    const [, name] = /^\{(\w+)\}$/.exec(segment) ?? [];
    if (name === undefined && segment !== given[i]) return undefined;
    if (name === undefined) continue;
    const value = decoded(given[i]);
    if (!value) return undefined;
    params[name] = value;
  }
  return params;
}

/** Undefined for what nobody can have meant. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

import { metadata } from '../metrics/createMetrics.ts';
import { PromqlError } from '../promql/PromqlError.ts';
import { plain, refuse, succeed, type Answer, type Success } from './Answer.ts';
import { answerLabels, answerSeries, answerValues } from './answerNames.ts';
import { answerQuery, answerRange, type Asked } from './answerQuery.ts';
import { exposition } from './exposition.ts';

type Route = {
  methods: string[];
  path: RegExp;
  reply(asked: Asked, name: string): Success;
};

const EITHER = ['GET', 'POST'];
const GET = ['GET'];

/** Left-open ranges and `le="1.0"` are Prometheus 3's. */
const buildinfo = {
  version: '3.5.0+harbour',
  revision: '',
  branch: 'harbour',
  buildUser: '',
  buildDate: '',
  goVersion: '',
};

const routes: Route[] = [
  { methods: EITHER, path: /^query$/, reply: answerQuery },
  { methods: EITHER, path: /^query_range$/, reply: answerRange },
  { methods: EITHER, path: /^series$/, reply: answerSeries },
  { methods: EITHER, path: /^labels$/, reply: answerLabels },
  { methods: GET, path: /^label\/([^/]+)\/values$/, reply: answerValues },
  { methods: GET, path: /^rules$/, reply: () => ({ data: { groups: [] } }) },
  { methods: GET, path: /^alerts$/, reply: () => ({ data: { alerts: [] } }) },
  {
    methods: GET,
    path: /^metadata$/,
    reply: ({ parameters }) => ({ data: metadataOf(parameters.get('metric')) }),
  },
  {
    methods: GET,
    path: /^status\/buildinfo$/,
    reply: () => ({ data: buildinfo }),
  },
];

const metadataOf = (metric: string | null) =>
  Object.fromEntries(
    Object.entries(metadata).filter(([name]) => !metric || name === metric),
  );

/** What Prometheus would answer, had it scraped the town. */
export function answerAsPrometheus(
  method: string,
  path: string,
  asked: Asked,
): Answer {
  if (path === '/-/ready') return plain(200, 'Harbour is Ready.\n');
  if (path === '/-/healthy') return plain(200, 'Harbour is Healthy.\n');
  if (path === '/metrics') {
    return plain(200, exposition(asked.store.series(), asked.nowMs));
  }
  const [, rest] = /^\/api\/v1\/(.+)$/.exec(path) ?? [];
  const route = routes.find(known => known.path.test(rest ?? ''));
  if (!route) return plain(404, '404 page not found\n');
  if (!route.methods.includes(method)) {
    return plain(405, 'Method Not Allowed\n');
  }
  const [, name = ''] = route.path.exec(rest) ?? [];
  try {
    return succeed(route.reply(asked, decodeURIComponent(name)));
  } catch (error) {
    if (error instanceof PromqlError) return refuse(error.kind, error.message);
    if (error instanceof URIError) return refuse('bad_data', error.message);
    throw error;
  }
}

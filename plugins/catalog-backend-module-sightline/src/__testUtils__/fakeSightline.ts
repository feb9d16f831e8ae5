import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { IncomingMessage, ServerResponse } from 'node:http';

export type FakeSightline = {
  /** what was seen, as refs `[from, to]` */
  pairs: [string, string][];
  /** items a page, however many are asked for */
  pageOf: number;
  /** answered instead of pages */
  status: number;
  /** who asked, and for what */
  asked: { subject: string; query: string }[];
};

/** The plugin Sightline, as far as the catalog asks it, behind a real server. */
export const createFakeSightline = () => {
  const fake: FakeSightline = { pairs: [], pageOf: 2, status: 200, asked: [] };

  const page = (query: URLSearchParams) => {
    const from = Number(query.get('cursor') ?? 0);
    const until = from + fake.pageOf;
    return {
      items: fake.pairs.slice(from, until).map(([caller, callee]) => ({
        ...{ from: caller, to: callee, modes: ['sync'], calls: 1 },
        lastSeen: '2026-11-21T02:00:00.000Z',
      })),
      ...(until < fake.pairs.length && { nextCursor: String(until) }),
    };
  };

  const plugin = createBackendPlugin({
    pluginId: 'sightline',
    register: env =>
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const answer = async (
            request: IncomingMessage,
            response: ServerResponse,
          ) => {
            const { pathname, search, searchParams } = new URL(
              request.url!,
              'http://sightline',
            );
            const asker = await httpAuth.credentials(request as never, {
              allow: ['service'],
            });
            fake.asked.push({
              subject: asker.principal.subject,
              query: search,
            });
            const isThere = pathname === '/v1/calls/observed';
            response.statusCode = isThere ? fake.status : 404;
            response.setHeader('Content-Type', 'application/json');
            response.end(
              JSON.stringify(fake.status === 200 ? page(searchParams) : {}),
            );
          };
          httpRouter.use(answer as never);
        },
      }),
  });
  return { fake, plugin };
};

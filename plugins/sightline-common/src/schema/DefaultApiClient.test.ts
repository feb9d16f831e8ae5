import { DefaultApiClient } from './openapi/generated';

/** A client, what it asks for, and an answer for everything. */
const connected = () => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const client = new DefaultApiClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `https://portal.example/api/${pluginId}`,
    },
    fetchApi: {
      fetch: async (url, init) => {
        asked.push({ url: String(url), init });
        return new Response('{"items":[]}', { headers: { ETag: '"1"' } });
      },
    },
  });
  return { client, asked };
};

const base = 'https://portal.example/api/sightline';
const bare = {
  method: 'GET',
  signal: undefined,
  headers: {},
  body: undefined,
};

describe('DefaultApiClient', () => {
  it('asks the plugin where discovery says it is, and hands the answer over', async () => {
    const { client, asked } = connected();

    const answer = await client.getSources({});

    expect(asked).toEqual([{ url: `${base}/v1/sources`, init: bare }]);
    expect(answer.headers.get('ETag')).toBe('"1"');
    expect(await answer.json()).toEqual({ items: [] });
  });

  it('encodes names, so that none can leave its place in the path', async () => {
    const { client, asked } = connected();

    await client.getDossier({ path: { namespace: 'a/b', name: '../?x#ü' } });

    expect(asked[0].url).toBe(
      `${base}/v1/services/a%2Fb/..%2F%3Fx%23%C3%BC/dossier`,
    );
  });

  it('joins lists by comma, encodes values and leaves empty ones out', async () => {
    const { client, asked } = connected();

    await client.getServices({
      query: {
        owner: ['group:default/payments', 'user:default/ann'],
        tier: [],
        system: undefined,
        q: 'a&b = c',
        cursor: '',
        mine: false,
        limit: 20,
      },
    });

    const { search } = new URL(asked[0].url);
    expect([...new URLSearchParams(search)]).toEqual([
      ['owner', 'group:default/payments,user:default/ann'],
      ['q', 'a&b = c'],
      ['mine', 'false'],
      ['limit', '20'],
    ]);
  });

  it('asks without a question mark when nothing is asked for', async () => {
    const { client, asked } = connected();

    await client.getServices({ query: { q: '', owner: undefined } });
    await client.getServices({});

    expect(asked.map(({ url }) => url)).toEqual([
      `${base}/v1/services`,
      `${base}/v1/services`,
    ]);
  });

  it('passes on signal, token and headers', async () => {
    const { client, asked } = connected();
    const { signal } = new AbortController();

    await client.getServiceFacets(
      {},
      { signal, token: 'secret', headers: { 'If-None-Match': '"1"' } },
    );

    expect(asked[0].init).toEqual({
      ...bare,
      signal,
      headers: { Authorization: 'Bearer secret', 'If-None-Match': '"1"' },
    });
  });

  it('sends a body as JSON', async () => {
    const { client, asked } = connected();
    const decisions = [{ id: 'x', decision: 'reject' as const }];

    await client.decideAliases({ body: { decisions } });

    expect(asked).toEqual([
      {
        url: `${base}/v1/aliases/decisions`,
        init: {
          ...bare,
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ decisions }),
        },
      },
    ]);
  });
});

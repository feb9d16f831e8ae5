import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { HttpResponse, delay, http } from 'msw';
import { setupServer } from 'msw/node';
import { SightlineClient } from './SightlineClient';

const base = 'http://backend.example/api/sightline';
const server = setupServer();
registerMswTestHooks(server);

let now = 0;
const client = () =>
  new SightlineClient({
    discoveryApi: { getBaseUrl: async () => base },
    fetchApi: { fetch: (...all) => fetch(...all) },
    freshFor: 1_000,
    now: () => now,
  });

const empty = { items: [], total: 0, of: 0 };

/** Answers and remembers every request. */
const answering = (
  answer: (request: Request) => Response | Promise<Response>,
) => {
  const requests: Request[] = [];
  server.use(
    http.all(`${base}/*`, ({ request }) => {
      requests.push(request);
      return answer(request);
    }),
  );
  return requests;
};

beforeEach(() => (now = 0));

it('asks for exactly what is filtered, sorted and paged', async () => {
  const requests = answering(() => HttpResponse.json(empty));
  await client().getServices({
    owner: ['group:default/payments', 'group:default/orders'],
    mine: true,
    sort: 'tier',
    limit: 60,
  });
  expect(Object.fromEntries(new URL(requests[0].url).searchParams)).toEqual({
    owner: 'group:default/payments,group:default/orders',
    mine: 'true',
    sort: 'tier',
    limit: '60',
  });
});

it('makes one request of equal questions asked at the same time', async () => {
  const requests = answering(async () => {
    await delay(20);
    return HttpResponse.json({ items: [] });
  });
  const api = client();
  await Promise.all([api.getSources(), api.getSources(), api.getSources()]);
  expect(requests).toHaveLength(1);
});

it('goes on for the others when one asker leaves, and cancels when all have left', async () => {
  const requests = answering(async () => {
    await delay(30);
    return HttpResponse.json({ items: [] });
  });
  const api = client();
  const [one, other, third] = [
    new AbortController(),
    new AbortController(),
    new AbortController(),
  ];
  const left = api.getSources({ signal: one.signal });
  const stays = api.getSources({ signal: other.signal });
  one.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  await expect(stays).resolves.toEqual([]);

  now = 2_000;
  const alone = api.getSources({ signal: third.signal, fresh: true });
  await Promise.resolve();
  third.abort();
  await expect(alone).rejects.toMatchObject({ name: 'AbortError' });
  expect(requests.length).toBeLessThanOrEqual(2);
});

it('lets an answer pass for new for a moment, so that ten cards ask once', async () => {
  const requests = answering(() => HttpResponse.json({ items: [] }));
  const api = client();
  await api.getSources();
  now = 900;
  await api.getSources();
  expect(requests).toHaveLength(1);
});

it('shows the earlier answer at once and asks with its ETag whether it still holds', async () => {
  const sources = [{ id: 'catalog' }];
  const requests = answering(request =>
    request.headers.get('If-None-Match') === '"v1"'
      ? new HttpResponse(null, { status: 304 })
      : HttpResponse.json({ items: sources }, { headers: { ETag: '"v1"' } }),
  );
  const api = client();
  await api.getSources();
  now = 5_000;
  const earlier = jest.fn();
  await expect(api.getSources({ earlier })).resolves.toEqual(sources);
  expect(earlier).toHaveBeenCalledWith(sources, 0);
  expect(requests[1].headers.get('If-None-Match')).toBe('"v1"');
});

it('asks the backend when told that what is remembered is not good enough', async () => {
  const requests = answering(() => HttpResponse.json({ items: [] }));
  const api = client();
  await api.getSources();
  await api.getSources({ fresh: true });
  expect(requests).toHaveLength(2);
});

it('says in words why there is no answer', async () => {
  answering(() =>
    HttpResponse.json({ error: { message: 'no' } }, { status: 403 }),
  );
  await expect(client().getSources()).rejects.toMatchObject({
    kind: 'forbidden',
    message: 'You may not see this.',
  });
});

it('calls a broken network "unavailable"', async () => {
  answering(() => HttpResponse.error());
  await expect(client().getSources()).rejects.toMatchObject({
    kind: 'unavailable',
  });
});

it('does not remember failures', async () => {
  let fails = true;
  answering(() =>
    fails
      ? new HttpResponse(null, { status: 503 })
      : HttpResponse.json({ items: [] }),
  );
  const api = client();
  await expect(api.getSources()).rejects.toMatchObject({ kind: 'unavailable' });
  fails = false;
  await expect(api.getSources()).resolves.toEqual([]);
});

it('reads a dossier by namespace and name', async () => {
  const requests = answering(() =>
    HttpResponse.json({ ref: 'component:money/ledger' }),
  );
  await client().getDossier('component:money/ledger');
  expect(requests[0].url).toBe(`${base}/v1/services/money/ledger/dossier`);
});

it('hands the CSV over as a file', async () => {
  answering(
    () =>
      new HttpResponse('name\r\nledger', {
        headers: { 'Content-Type': 'text/csv' },
      }),
  );
  const blob = await client().getServicesCsv({ tier: ['T0'] });
  expect(blob.size).toBe('name\r\nledger'.length);
});

it('asks for objectives in all states at once, and for their past by name', async () => {
  const requests = answering(() =>
    HttpResponse.json({ items: [{ where: 'slo.yaml' }] }),
  );
  const api = client();
  await api.getObjectives({ state: ['page', 'ticket'], mine: true, limit: 60 });
  await api.getServiceObjectives('component:money/ledger');
  await api.getObjectiveHistory('component:money/ledger', 'postings booked', {
    from: '2026-11-01T00:00:00.000Z',
  });
  await expect(api.getObjectiveProblems()).resolves.toEqual([
    { where: 'slo.yaml' },
  ]);
  const asked = requests.map(request =>
    decodeURIComponent(request.url.slice(base.length)),
  );
  expect(asked).toEqual([
    '/v1/objectives?state=page,ticket&mine=true&limit=60',
    '/v1/services/money/ledger/objectives',
    '/v1/services/money/ledger/objectives/postings booked/history?from=2026-11-01T00:00:00.000Z',
    '/v1/objectives/problems',
  ]);
});

it('asks for contracts in some states, for those of a service, and for a verdict by name', async () => {
  const requests = answering(() => HttpResponse.json({ pairs: [] }));
  const api = client();
  await api.getContractMatrix({
    environment: 'pre prod',
    state: ['failed', 'unknown'],
    q: 'pay & go',
  });
  await api.getServiceContracts('component:money/ledger');
  await api.getCanIDeploy({
    ...{ pacticipant: 'team/edge ☕', version: '4f2a+c1' },
    ...{ environment: 'production', broker: 'pact:main' },
  });
  const asked = requests.map(({ url }) => {
    const { pathname, searchParams } = new URL(url);
    return [pathname.replace(/^.*\/v1/, ''), Object.fromEntries(searchParams)];
  });
  expect(asked).toEqual([
    [
      '/contracts/matrix',
      { environment: 'pre prod', state: 'failed,unknown', q: 'pay & go' },
    ],
    ['/services/money/ledger/contracts', {}],
    [
      '/contracts/can-i-deploy',
      {
        ...{ pacticipant: 'team/edge ☕', version: '4f2a+c1' },
        ...{ environment: 'production', broker: 'pact:main' },
      },
    ],
  ]);
});

it('sends decisions together, and asks anew for what they may have changed', async () => {
  const requests = answering(() => HttpResponse.json({ items: [], total: 0 }));
  const api = client();
  await api.getAliases({});
  await api.decideAliases([{ id: '1', decision: 'reject' }]);
  await api.getAliases({});
  expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  expect(await requests[1].json()).toEqual({
    decisions: [{ id: '1', decision: 'reject' }],
  });
});

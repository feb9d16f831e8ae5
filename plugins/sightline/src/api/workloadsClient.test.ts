import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { SightlineClient } from './SightlineClient';

const base = 'http://backend.example/api/sightline';
const server = setupServer();
registerMswTestHooks(server);

const client = () =>
  new SightlineClient({
    discoveryApi: { getBaseUrl: async () => base },
    fetchApi: { fetch: (...all) => fetch(...all) },
  });

/** Answers an empty object and remembers which addresses were asked. */
const asked = () => {
  const urls: string[] = [];
  server.use(
    http.get(`${base}/*`, ({ request }) => {
      urls.push(decodeURIComponent(request.url.slice(base.length)));
      return HttpResponse.json({});
    }),
  );
  return urls;
};

it('asks what runs for a service, what was deployed, and whether it may be', async () => {
  const urls = asked();
  const api = client();
  const service = 'component:default/search';
  await api.getServiceWorkloads(service);
  await api.getDeploys({ service, since: '2026-11-21T11:00:00Z', limit: 10 });
  await api.getSafeToDeploy(service, { version: '5.3.0' });
  expect(urls).toEqual([
    '/v1/services/default/search/workloads',
    '/v1/deploys?service=component:default/search&since=2026-11-21T11:00:00Z&limit=10',
    '/v1/services/default/search/safe-to-deploy?version=5.3.0',
  ]);
});

it.each([
  [{}, 'exit=1'],
  [{ environment: 'staging' }, 'environment=staging&exit=1'],
  [
    { version: '1 & "2"', environment: 'prod' },
    'version=1+%26+%222%22&environment=prod&exit=1',
  ],
])('says where a pipeline asks about %j', async (question, query) => {
  expect(
    await client().whereToAskIfSafe('component:default/search', question),
  ).toBe(`${base}/v1/services/default/search/safe-to-deploy?${query}`);
});

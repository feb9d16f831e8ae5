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

/** Answers an empty object and remembers what was asked. */
const asked = () => {
  const questions: string[] = [];
  server.use(
    http.all(`${base}/*`, async ({ request }) => {
      const path = decodeURIComponent(request.url.slice(base.length));
      questions.push(
        `${request.method} ${path} ${await request.text()}`.trim(),
      );
      return request.method === 'DELETE'
        ? new HttpResponse(null, { status: 204 })
        : HttpResponse.json({});
    }),
  );
  return questions;
};

const team = 'group:default/payments';

it('asks who is on call, of which teams, and what may be meant', async () => {
  const questions = asked();
  const api = client();
  await api.getServiceOnCall('component:default/search');
  await api.getTeamOnCall(team);
  await api.getLookup({ q: '{service="search"} & more', limit: 10 });
  await api.getOnCall();
  expect(questions).toEqual([
    'GET /v1/services/default/search/on-call',
    'GET /v1/teams/default/payments/on-call',
    expect.stringMatching(
      /^GET \/v1\/lookup\?q=\{service="search"\}(\+| )&(\+| )more&limit=10$/,
    ),
    'GET /v1/on-call',
  ]);
});

it('makes an override and takes it back, and forgets what was answered before', async () => {
  const questions = asked();
  const api = client();
  await api.getTeamOnCall(team);
  await api.makeOverride(team, {
    user: 'user:default/ana.markovic',
    to: '2026-11-22T06:00:00.000Z',
  });
  await api.getTeamOnCall(team);
  await api.endOverride(team, 'o-1');
  await api.getTeamOnCall(team);
  const path = '/v1/teams/default/payments/on-call';
  expect(questions).toEqual([
    `GET ${path}`,
    `POST ${path}/overrides {"user":"user:default/ana.markovic","to":"2026-11-22T06:00:00.000Z"}`,
    `GET ${path}`,
    `DELETE ${path}/overrides/o-1`,
    `GET ${path}`,
  ]);
});

it('says in the backend’s words why an override cannot be', async () => {
  server.use(
    http.all(`${base}/*`, () =>
      HttpResponse.json(
        {
          error: { name: 'InputError', message: 'There is no user x' },
          response: { statusCode: 400 },
        },
        { status: 400 },
      ),
    ),
  );
  await expect(
    client().makeOverride(team, { user: 'x', to: '' }),
  ).rejects.toMatchObject({
    kind: 'invalid',
    message: 'Sightline did not understand the question. There is no user x',
  });
});

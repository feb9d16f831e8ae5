import type { Served } from '../../serving/listenHere.ts';
import { shop } from '../__testUtils__/shop.ts';
import type { Broker } from '../model/Broker.ts';
import { serveBroker } from './serveBroker.ts';

let served: Served;
beforeAll(async () => {
  served = await serveBroker({ port: 0, broker: shop });
});
afterAll(() => served.close());

async function get(path: string, init?: RequestInit) {
  const { status, headers, text } = await fetchText(path, init);
  return { status, headers, body: text && JSON.parse(text) };
}
async function fetchText(path: string, init?: RequestInit) {
  const response = await fetch(`${served.url}${path}`, init);
  const { status, headers } = response;
  return { status, headers, text: await response.text() };
}
const names = (items: { name: string }[]) => items.map(({ name }) => name);

it('has an index that says what it can do, with links to where it was asked', async () => {
  const { headers, body } = await get('/');
  expect(headers.get('x-pact-broker-version')).toBe('2.120.0');
  expect(headers.get('content-type')).toMatch('application/hal+json');
  expect(body._links['pb:integrations'].href).toBe(
    `${served.url}/integrations`,
  );
  expect(
    body._links['pb:can-i-deploy-pacticipant-version-to-environment'],
  ).toMatchObject({
    href: `${served.url}/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}`,
    templated: true,
  });
});

it('counts pages when it is asked for them, and forgets what was searched for', async () => {
  const whole = await get('/pacticipants');
  expect(names(whole.body._embedded.pacticipants)).toHaveLength(7);
  expect(whole.body).not.toHaveProperty('page');

  const { body } = await get('/integrations?q=orders&page=2&size=2');
  expect(body.page).toEqual({
    ...{ number: 2, size: 2, totalElements: 6, totalPages: 3 },
  });
  expect(body._embedded.integrations).toHaveLength(2);
  expect(body._links.next.href).toBe(
    `${served.url}/integrations?size=2&page=3`,
  );
  expect(await get('/pacticipants?page=0&size=2')).toMatchObject({
    status: 400,
    body: { errors: { page: ['must be greater than or equal to 1'] } },
  });
});

it('knows names with slashes', async () => {
  const { body } = await get('/pacticipants/team%2Fedge');
  expect(body).toMatchObject({
    name: 'team/edge',
    _links: { self: { href: `${served.url}/pacticipants/team%2Fedge` } },
  });
});

it('says what runs where, beside each other if need be', async () => {
  const { body } = await get('/environments');
  expect(names(body._embedded.environments)).toEqual([
    ...['production', 'staging', 'test'],
  ]);
  const [, staging] = body._embedded.environments;
  const link = staging._links['pb:currently-deployed-deployed-versions'].href;
  const path = link.slice(served.url.length);
  const shown = async (query: string) =>
    (await get(`${path}${query}`)).body._embedded.deployedVersions.map(
      (one: {
        applicationInstance: string;
        _embedded: { version: { number: string } };
      }) => `${one._embedded.version.number} ${one.applicationInstance}`,
    );
  expect(await shown('')).toEqual(['7f3 a', '8aa b']);
  expect(await shown('?applicationInstance=b')).toEqual(['8aa b']);
  expect(await shown('?pacticipant=orders')).toEqual([]);
});

it('stops after 30 pacts where nobody asks for pages, and does not say so', async () => {
  const [pact] = shop.pacts;
  const many: Broker = {
    ...shop,
    pacts: Array.from({ length: 59 }, (_, i) => ({
      ...{ ...pact, provider: `p${i}` },
    })),
  };
  const large = await serveBroker({ port: 0, broker: many });
  const items = async (query: string) =>
    (await (await fetch(`${large.url}/dashboard${query}`)).json()).items.length;
  try {
    expect(await items('')).toBe(30);
    expect(await items('?page=1&size=100')).toBe(59);
    expect(await items('?page=2&size=40')).toBe(19);
  } finally {
    large.close();
  }
});

it('has 404 for what nobody has checked, and success for a version of which one is unknown', async () => {
  const pact = '/pacts/provider/stock/consumer/orders/version/11';
  const { status, body } = await get(pact);
  expect(status).toBe(200);
  expect(body).toMatchObject({ consumer: { name: 'orders' } });
  expect(await get(`${pact}/verification-results/latest`)).toMatchObject({
    status: 404,
    body: { error: 'The requested document was not found on this server.' },
  });
  const results = '/verification-results/consumer/orders/version/11/latest';
  expect((await get(results)).body).toMatchObject({
    success: true,
    providerSummary: {
      ...{ successful: ['payments'], failed: [], unknown: ['stock'] },
    },
  });
});

it('refuses what it does not know, and whoever wants something else than JSON', async () => {
  expect(await get('/pacticipants/nope')).toMatchObject({
    status: 404,
    body: { error: "No pacticipant with name 'nope' found" },
  });
  expect(await get('/pacticipants/%E0')).toMatchObject({ status: 404 });
  expect(await get('/nothing')).toMatchObject({ status: 404 });
  expect(
    await get('/pacticipants', { headers: { accept: 'text/html' } }),
  ).toMatchObject({ status: 406, body: '' });
  expect(await get('/pacticipants', { method: 'POST' })).toMatchObject({
    status: 405,
  });
});

it('says so when its port is taken', async () => {
  const port = Number(new URL(served.url).port);
  await expect(serveBroker({ port, broker: shop })).rejects.toThrow(
    `--pact-port ${port} is taken by another program.`,
  );
});

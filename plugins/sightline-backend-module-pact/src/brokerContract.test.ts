import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PactV3 } from '@pact-foundation/pact';
import { startFakeWorld } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createContext, everythingOf, valueOf } from './__testUtils__/brokers';
import { expectedAnswers, paths } from './__testUtils__/expectedAnswers';
import { answerAsBroker } from './__testUtils__/fakeBroker/answerAsBroker';
import { shop } from './__testUtils__/fakeBroker/BrokerModel';

// A library in C starts a server, where others work, too.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'sightline-pacts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();
const at = Date.parse('2026-11-20T10:00:00Z');

type Query = Record<string, string>;
type Expectation = {
  state: string;
  path: string;
  query?: Query;
  status?: number;
  body: object;
};

const pageOf = (size: string, number = '1'): Query => ({
  ...{ page: number, size, pageNumber: number, pageSize: size },
});

const { index, ...expected } = expectedAnswers;

const theIndex: Expectation = {
  ...{ state: 'it is a broker', path: '/', body: index },
};

/** One pact for all tests: they write to the same file. */
const pactWith = (expectations: Record<string, Expectation>) => {
  const pact = new PactV3({
    ...{ consumer: 'Sightline', provider: 'Pact Broker' },
    ...{ dir: folder, logLevel: 'error' },
  });
  for (const [asksFor, one] of Object.entries(expectations)) {
    const { state, path, query, status = 200, body } = one;
    pact
      .given(state)
      .uponReceiving(asksFor)
      .withRequest({
        ...{ method: 'GET', path, query },
        headers: { Accept: 'application/hal+json, application/json;q=0.9' },
      })
      .willRespondWith({
        status,
        headers: { 'Content-Type': 'application/hal+json;charset=utf-8' },
        body,
      });
  }
  return pact;
};

const checkout = { pacticipant: 'checkout web', version: '1.0+7' };

describe('what we expect of a Pact Broker', () => {
  it('is all a mirror needs', async () => {
    const pact = pactWith({
      'a request for the index': theIndex,
      'a page of integrations': {
        ...{ state: 'there is an integration', path: '/integrations' },
        ...{ query: pageOf('1000'), body: expected.integrations },
      },
      'a page of pacticipants': {
        ...{ state: 'there is a pacticipant', path: '/pacticipants' },
        ...{ query: pageOf('250'), body: expected.pacticipants },
      },
      'all environments': {
        ...{ state: 'there is an environment', path: '/environments' },
        body: expected.environments,
      },
      'what is deployed': {
        ...{ state: 'a version is deployed', path: paths.deployed },
        body: expected.deployed,
      },
      'what is released and supported': {
        ...{ state: 'no version is released', path: paths.supported },
        body: expected.supported,
      },
      'the first page of the dashboard': {
        ...{ state: 'a pact is verified', path: '/dashboard' },
        ...{ query: pageOf('500'), body: expected.dashboard },
      },
      'the page behind the last of the dashboard': {
        ...{ state: 'a pact is verified', path: '/dashboard' },
        ...{ query: pageOf('500', '2'), body: { items: [] } },
      },
    });
    await pact.executeTest(async ({ url }) => {
      const { source } = everythingOf({ url });
      const { contracts } = valueOf(await source.pull([], createContext()));
      const pair = { consumer: 'checkout web', provider: 'team/orders' };
      expect(contracts).toEqual({
        ...{ broker: 'pact:test', integrations: [pair] },
        pacticipants: [{ name: 'checkout web' }, { name: 'team/orders' }],
        environments: [
          { name: 'production', displayName: 'Production', production: true },
        ],
        pacts: [
          {
            ...{ ...pair, publishedAt: at },
            consumerVersion: { number: '1.0+7', branches: ['main'] },
            verification: {
              ...{ state: 'success', verifiedAt: at },
              providerVersion: { number: '10', branches: [] },
            },
          },
        ],
        inEnvironments: [
          {
            ...{ environment: 'production', pacticipant: 'team/orders' },
            version: { number: '10', branches: [] },
            ...{ how: 'deployed', since: at },
          },
        ],
      });
    });
  });

  it('is a verdict with its rows', async () => {
    const pact = pactWith({
      'a request for the index': theIndex,
      'whether a version may be deployed': {
        ...{ state: 'a pact is verified', path: '/can-i-deploy' },
        query: { ...checkout, environment: 'production' },
        body: expected.verdict,
      },
    });
    await pact.executeTest(async ({ url }) => {
      const asked = { ...checkout, environment: 'production' };
      const { broker } = everythingOf({ url });
      expect(await broker.canIDeploy(asked, { signal })).toMatchObject({
        outcome: 'ok',
        value: { says: 'yes', rows: [{ providerVersion: '10' }] },
      });
    });
  });

  it('is to hear that there is no such pacticipant', async () => {
    const asked = { pacticipant: 'nobody', version: '1', environment: 'moon' };
    const pact = pactWith({
      'a request for the index': theIndex,
      'whether a version of nobody may be deployed': {
        ...{ state: 'it is a broker', path: '/can-i-deploy', query: asked },
        ...{ status: 400, body: expected.noSuchPacticipant },
      },
    });
    await pact.executeTest(async ({ url }) => {
      const { broker } = everythingOf({ url });
      expect(await broker.canIDeploy(asked, { signal })).toMatchObject({
        outcome: 'ok',
        value: {
          says: 'unknown',
          missing: 'pacticipant nobody',
        },
      });
    });
  });

  it('is the content of a pact, or that it is not there', async () => {
    const at404 = '/pacts/provider/b/consumer/a/version/1';
    const pact = pactWith({
      'a request for the index': theIndex,
      'what a pact says': {
        state: 'a pact is verified',
        path: '/pacts/provider/team%2Forders/consumer/checkout%20web/version/1.0%2B7',
        body: expected.pact,
      },
      'what a pact says that is not there': {
        ...{ state: 'it is a broker', path: at404 },
        ...{ status: 404, body: expected.notThere },
      },
    });
    await pact.executeTest(async ({ url }) => {
      const { broker } = everythingOf({ url });
      const one = { consumer: 'checkout web', provider: 'team/orders' };
      expect(
        await broker.content({ ...one, consumerVersion: '1.0+7' }, { signal }),
      ).toEqual({
        outcome: 'ok',
        value: {
          contentId: '643d5ab5626e6fce038d8ee7b6a4d1f8e331f48e',
          interactions: [
            {
              ...{ kind: 'http', method: 'GET', path: '/things/1' },
              description: 'a request',
            },
          ],
        },
      });
      const none = { consumer: 'a', provider: 'b', consumerVersion: '1' };
      expect(await broker.content(none, { signal })).toMatchObject({
        outcome: 'failed',
        fault: { kind: 'not-found' },
      });
    });
  });
});

type Written = {
  interactions: {
    description: string;
    request: { path: string; query?: Record<string, string[]> | string };
    response: { status: number; body: unknown };
  }[];
};

/** What is there and is no text or number of its own: the shape of an answer. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.length > 0 ? expect.arrayContaining([shapeOf(value[0])]) : [];
  }
  if (typeof value !== 'object' || value === null) {
    return expect.anything();
  }
  return expect.objectContaining(
    Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, shapeOf(one)]),
    ),
  );
};

describe('the broker of our tests', () => {
  it('keeps the contract that was written above', async () => {
    const written: Written = JSON.parse(
      readFileSync(join(folder, 'Sightline-Pact Broker.json'), 'utf8'),
    );
    expect(written.interactions).toHaveLength(12);
    // In the states that the pact names: one pact, and nothing released.
    const model = {
      ...shop,
      pacts: shop.pacts.slice(0, 1),
      present: shop.present.filter(({ how }) => how === 'deployed'),
    };
    const world = await startFakeWorld({ answer: answerAsBroker({ model }) });
    const environments = await fetch(`${world.url}/environments`, {
      headers: { accept: 'application/hal+json' },
    }).then(answer => answer.json());
    const { uuid } = environments._embedded.environments[0];
    for (const { request, response } of written.interactions) {
      const path = request.path.replace(/52093d45[\w-]+/, uuid);
      const answer = await fetch(`${world.url}${path}${queryOf(request)}`, {
        headers: { accept: 'application/hal+json' },
      });
      expect(answer.status).toBe(response.status);
      expect(await answer.json()).toEqual(shapeOf(response.body));
    }
    await world.stop();
  });
});

const queryOf = ({ query = {} }: Written['interactions'][number]['request']) =>
  typeof query === 'string'
    ? `?${query}`
    : `?${new URLSearchParams(
        Object.entries(query).map(([key, values]) => [key, values[0]]),
      )}`;

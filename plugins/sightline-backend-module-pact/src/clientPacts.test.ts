import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  startFakeWorld,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createContext, everythingOf } from './__testUtils__/brokers';
import { readIndex } from './client/engine/brokerIndex';
import { readContent } from './reading/readContent';
import { readDeployed, readPacticipants } from './reading/readLists';
import { readVerdict } from './reading/readVerdict';

// What the broker's official client expects of it. They belong to others and are
// not in this repository.
const folder = resolve(__dirname, '../../../../shared/data/pact/client_pacts');
const found = existsSync(folder);
const describeFiles = found ? describe : describe.skip;

type Interaction = {
  description: string;
  request: {
    method: string;
    path: string;
    query?: string;
    headers?: Record<string, string>;
  };
  response: { status: number; headers?: object; body?: unknown };
};

const pacts = found
  ? readdirSync(folder).map(file => ({
      file,
      reads: (
        JSON.parse(readFileSync(join(folder, file), 'utf8'))
          .interactions as Interaction[]
      ).filter(({ request }) => request.method.toUpperCase() === 'GET'),
    }))
  : [];

const all = pacts.flatMap(({ file, reads }) =>
  reads.map(one => [`${file}: ${one.description}`, one] as const),
);

const pairsOf = (query = '') =>
  [...new URLSearchParams(query)].map(([key, value]) => `${key}=${value}`);

/** Whether the question is the one of the pact, as Pact compares them. */
const isAsked = (
  { request }: Interaction,
  { method, url, headers }: WorldRequest,
) => {
  const { pathname, search } = new URL(url, 'http://world');
  const accepted = String(headers.accept);
  return (
    method === request.method.toUpperCase() &&
    decodeURIComponent(pathname) === decodeURIComponent(request.path) &&
    pairsOf(search).join() === pairsOf(request.query).join() &&
    accepted.includes('application/hal+json')
  );
};

const answerTo = (interaction: Interaction) => (received: WorldRequest) =>
  isAsked(interaction, received)
    ? {
        status: interaction.response.status,
        headers: { 'content-type': 'application/hal+json' },
        body: interaction.response.body,
      }
    : { status: 500, body: { error: 'another question was expected' } };

const asked = { pacticipant: 'Foo', version: '1.2.3', environment: '' };

const readerOf = (path: string): ((json: unknown) => unknown) => {
  if (path === '/') return json => readIndex(json, 'http://broker');
  if (path === '/matrix') return json => readVerdict(json, asked);
  if (path === '/pacticipants') return readPacticipants;
  if (path.includes('currently-deployed')) return readDeployed;
  if (/^\/pacts\/provider\/[^/]+\/consumer\//.test(path)) return readContent;
  return json => json;
};

describeFiles(
  `what the official client expects of a broker${
    found ? '' : ': left out, ../shared/data/pact/client_pacts is not there'
  }`,
  () => {
    it('is there', () => {
      expect(all.length).toBeGreaterThanOrEqual(80);
    });

    const ask = async (interaction: Interaction) => {
      const { request } = interaction;
      const world = await startFakeWorld({ answer: answerTo(interaction) });
      // Links of a broker lead to where it believes to be.
      const query = request.query ? `?${request.query}` : '';
      const index = readIndex({ _links: { self: { href: '/' } } }, world.url);
      const url = index.rebase(`http://broker.example${request.path}${query}`)!;
      const answer = await everythingOf({ url: world.url }).client.ask({
        ...{ url, context: createContext(), alsoTake: [400] },
        read: readerOf(request.path),
      });
      await world.stop();
      return answer;
    };

    it.each(all.filter(([, { response }]) => response.status !== 404))(
      '%s is read',
      async (_, interaction) => {
        expect(await ask(interaction)).toMatchObject({ outcome: 'ok' });
      },
    );

    it.each(all.filter(([, { response }]) => response.status === 404))(
      '%s is not there',
      async (_, interaction) => {
        expect(await ask(interaction)).toMatchObject({
          outcome: 'failed',
          fault: { kind: 'not-found' },
        });
      },
    );
  },
);

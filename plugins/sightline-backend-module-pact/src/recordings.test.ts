import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  FakeWorld,
  startFakeWorld,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createContext, everythingOf, valueOf } from './__testUtils__/brokers';
import { readIndex } from './client/engine/brokerIndex';
import { readContent } from './reading/readContent';
import { readDashboard } from './reading/readDashboard';
import {
  readDeployed,
  readEnvironments,
  readIntegrations,
  readPacticipants,
  readReleased,
} from './reading/readLists';
import { readVerdict } from './reading/readVerdict';

// Recorded from a real broker; not in this repository.
const folder = resolve(__dirname, '../../../../shared/data/pact/recorded');
const found = existsSync(folder);
const describeFiles = found ? describe : describe.skip;

type Recorded = {
  name: string;
  method: string;
  path: string;
  accept: string;
  status: number;
  contentType: string;
  file: string;
  headers: Record<string, string>;
};

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const manifest: Recorded[] = found ? JSON.parse(textOf('MANIFEST.json')) : [];
const reads = manifest.filter(({ method }) => method === 'GET');

/** In JSON; a verdict says with status 400 what is missing. */
const isAnswer = ({ path, status, contentType }: Recorded) =>
  contentType.includes('json') &&
  (status === 200 || (status === 400 && /^\/(matrix|can-i)/.test(path)));

const answered = reads.filter(isAnswer);
const refused = reads.filter(one => !isAnswer(one));

const recordedAt = 'http://127.0.0.1:9292';

const asked = { pacticipant: 'orders-api', version: '11', environment: '' };

/** Who reads what of ours: the first whose path fits. */
const readers: [RegExp, (json: unknown) => unknown][] = [
  [/^\/$/, json => readIndex(json, recordedAt)],
  [/^\/integrations/, readIntegrations],
  [/^\/pacticipants(\?|$)|^\/pacticipants\/label/, readPacticipants],
  [/^\/dashboard/, readDashboard],
  [/^\/environments(\?|$)/, readEnvironments],
  [/currently-deployed/, readDeployed],
  [/currently-supported/, readReleased],
  [/^\/matrix|can-i-deploy/, json => readVerdict(json, asked)],
  [
    /^\/pacts\/provider\/[^/]+\/consumer\/[^/]+\/(latest|version\/[^/]+(\/previous-distinct)?)$/,
    readContent,
  ],
];

const readerOf = (path: string) =>
  readers.find(([fits]) => fits.test(path))?.[1] ?? (json => json);

describeFiles(
  `what a real broker answered${
    found ? '' : ': left out, ../shared/data/pact/recorded is not there'
  }`,
  () => {
    let world: FakeWorld;
    let current: Recorded | undefined;

    beforeAll(async () => {
      world = await startFakeWorld({
        answer: ({ method, url }) => {
          const recorded =
            current ??
            manifest.find(one => one.method === method && one.path === url);
          return recorded
            ? {
                status: recorded.status,
                headers: {
                  'content-type': recorded.contentType || 'text/plain',
                  ...recorded.headers,
                },
                body: textOf(recorded.file),
              }
            : { status: 404 };
        },
      });
    });
    afterAll(() => world.stop());

    /** Through the client, as the module asks. */
    const ask = (recorded: Recorded) => {
      current = recorded;
      const { client } = everythingOf({ url: world.url });
      return client.ask({
        url: `${world.url}${recorded.path}`,
        context: createContext(),
        alsoTake: [400],
        read: readerOf(recorded.path),
      });
    };

    it('is there', () => {
      expect(reads.length).toBeGreaterThanOrEqual(96);
    });

    it.each(answered.map(one => [one.name, one] as const))(
      '%s is read',
      async (_, recorded) => {
        expect(await ask(recorded)).toMatchObject({ outcome: 'ok' });
      },
    );

    it.each(refused.map(one => [one.name, one] as const))(
      '%s is refused, in words',
      async (_, recorded) => {
        expect(await ask(recorded)).toMatchObject({
          outcome: 'failed',
          fault: { words: expect.stringMatching(/^127\.0\.0\.1:\d+ answered/) },
        });
      },
    );

    it('leaves nothing out of its lists', () => {
      const unread = reads
        .filter(({ status }) => status === 200)
        .map(({ file, path, contentType }) =>
          /json/.test(contentType)
            ? readerOf(path)(JSON.parse(textOf(file)))
            : undefined,
        )
        .flatMap(read =>
          typeof read === 'object' && read !== null && 'unread' in read
            ? [read.unread]
            : [],
        );
      expect(unread.length).toBeGreaterThanOrEqual(20);
      expect(unread.filter(count => count !== 0)).toEqual([]);
    });

    const listOf = <T>(
      file: string,
      read: (json: unknown) => { items: T[] },
    ): T[] => read(JSON.parse(textOf(file))).items;

    it('shows all pacts when asked for pages, and thirty when not', () => {
      const all = listOf(
        'dashboard-page1-size100-59-items.json',
        readDashboard,
      );
      expect(all).toHaveLength(59);
      const thirty = listOf(
        'dashboard-default-truncated-30-of-59.json',
        readDashboard,
      );
      expect(thirty).toHaveLength(30);
      expect(all).toEqual(expect.arrayContaining(thirty));
    });

    it('says how each pact was verified', () => {
      const pacts = listOf('dashboard.json', readDashboard);
      expect(
        pacts.map(
          ({ consumer, consumerVersion, provider, verification }) =>
            `${consumer} ${consumerVersion.number} ${provider} ${verification.state}`,
        ),
      ).toEqual([
        'payments-api 8aa0000 orders-api never',
        'team/edge-gateway 2020.1 orders-api never',
        'mobile app (iOS) 5.1.0 payments-api success',
        'mobile app (iOS) 5.0.0 payments-api success',
        'orders-api 11 inventory-api never',
        'orders-api 11 payments-api success',
        'orders-api 10 payments-api success',
        'orders-api 10 inventory-api never',
        'checkout-web 1.2.0-feat+build.7 orders-api never',
        'checkout-web 1.1.0 orders-api failed',
        'checkout-web 1.0.0 orders-api success',
        'Example App 5556b8149bf8bac76bc30f50a8a2dd4c22c85f30 Example API success',
        'Example App 6c992f831da299364cf31be6008ee4752189f6d4 Example API never',
        'Example App e15da45d3943bf10793a6d04cfb9f5dabe430fe2 Example API failed',
      ]);
    });

    it('names both instances of one pacticipant', () => {
      expect(
        listOf('currently-deployed-staging-multi-instance.json', readDeployed),
      ).toMatchObject([
        {
          pacticipant: 'payments-api',
          version: '8aa0000',
          instance: 'eu-west-1b',
        },
        {
          pacticipant: 'payments-api',
          version: '7f3c2a1',
          instance: 'eu-west-1a',
        },
      ]);
    });

    it('is mirrored from its own pages', async () => {
      // Recorded with other sizes of pages: what is on them stands for every page.
      const pages: [RegExp, string][] = [
        [/^\/$/, 'index.json'],
        [/^\/integrations/, 'integrations.json'],
        [/^\/pacticipants/, 'pacticipants.json'],
        [/^\/dashboard\?page=1&/, 'dashboard.json'],
        [/^\/environments$/, 'environments.json'],
        [/52093d45.*deployed$/, 'currently-deployed-production.json'],
        [/52093d45.*supported$/, 'currently-supported-production.json'],
        [
          /b32206ce.*deployed$/,
          'currently-deployed-staging-multi-instance.json',
        ],
      ];
      const nothing = {
        items: [],
        _embedded: { deployedVersions: [], releasedVersions: [] },
      };
      const replay = await startFakeWorld({
        answer: ({ url }) => {
          const page = pages.find(([fits]) => fits.test(url))?.[1];
          return { body: page ? textOf(page) : nothing };
        },
      });
      // The recorded links lead to another port.
      const { source } = everythingOf({ url: replay.url });
      const context = createContext();
      const { contracts, names } = valueOf(await source.pull([], context));
      await replay.stop();
      expect(contracts).toMatchObject({ integrations: { length: 7 } });
      expect(contracts!.pacts).toHaveLength(14);
      expect(contracts!.environments.map(({ name }) => name)).toEqual([
        'production',
        'staging-eu',
        'test',
      ]);
      expect(contracts!.inEnvironments).toHaveLength(5 + 2 + 2);
      expect(names!.map(({ name }) => name)).toContain('team/edge-gateway');
      expect(context.losses).toEqual({});
    });
  },
);

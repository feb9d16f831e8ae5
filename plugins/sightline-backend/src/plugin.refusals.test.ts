import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ok } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import request from 'supertest';
import {
  allowAll,
  denying,
  Sightline,
  startSightline,
} from './__testUtils__/startSightline';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();
let sightline: Sightline;
let database: Knex;

beforeAll(async () => {
  database = await open('SQLITE_3');
  sightline = await startSightline({
    database,
    sources: [
      { kind: 'pull', id: 'sonar', title: 'Sonar', pull: async () => ok({}) },
    ],
  });
  await sightline.sweep();
});

const routes = [
  ['get', '/v1/services', 'sightline.service.read'],
  ['get', '/v1/services.csv', 'sightline.service.read'],
  ['get', '/v1/services/facets', 'sightline.service.read'],
  ['get', '/v1/services/default/ledger', 'sightline.service.read'],
  ['get', '/v1/services/default/ledger/dossier', 'sightline.service.read'],
  ['get', '/v1/services/default/ledger/calls', 'sightline.service.read'],
  ['get', '/v1/services/default/ledger/drift', 'sightline.service.read'],
  ['get', '/v1/services/default/ledger/suspects', 'sightline.service.read'],
  ['get', '/v1/services/default/ledger/blast-radius', 'sightline.service.read'],
  ['get', '/v1/services/default/ledger/contracts', 'sightline.service.read'],
  ['get', '/v1/contracts/matrix', 'sightline.service.read'],
  ['get', '/v1/calls/map', 'sightline.service.read'],
  ['get', '/v1/calls/journeys', 'sightline.service.read'],
  ['get', '/v1/aliases', 'sightline.alias.read'],
  ['post', '/v1/aliases/decisions', 'sightline.alias.manage'],
  ['get', '/v1/sources', 'sightline.source.read'],
  ['post', '/v1/sources/sonar/refresh', 'sightline.source.refresh'],
] as const;

const bodyOf = (url: string) =>
  url.endsWith('decisions')
    ? { decisions: [{ id: 'x', decision: 'reject' }] }
    : undefined;

describe('credentials and permissions', () => {
  afterEach(() => sightline.allow(allowAll));

  it.each(routes)('%s %s needs credentials', async (method, url) => {
    const { status, body } = await sightline.send(method, url, {
      as: 'nobody',
      body: bodyOf(url),
    });
    expect([status, body.error.name]).toEqual([401, 'AuthenticationError']);
  });

  it.each(routes)('%s %s needs %s', async (method, url, permission) => {
    sightline.allow(denying(permission));

    const { status, body } = await sightline.send(method, url, {
      body: bodyOf(url),
    });

    expect([status, body.error.name]).toEqual([403, 'NotAllowedError']);
  });

  it.each(routes)(
    '%s %s needs no other permission than %s',
    async (method, url, permission) => {
      sightline.allow(({ name }) => ({
        result:
          name === permission ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }));

      const { status } = await sightline.send(method, url, {
        body: bodyOf(url),
      });

      // The one decision is about a name that is not there.
      expect(status).toBe(url.endsWith('decisions') ? 404 : 200);
    },
  );
});

const long = 'x'.repeat(3_000);
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => `n${n}`).join();

const everyList = ['limit=0', 'limit=201', 'limit=abc', 'limit=1.5', 'limit=-1']
  .concat(['limit=', 'limit=%F0%9F%9A%A2', 'limit=1&limit=2'])
  .concat(['cursor=garbage', 'cursor=W10', `cursor=${long}`, 'cursor=%00'])
  .concat([`q=${long}`, 'q=%00', 'q=', 'surprise=1', 'limit[a]=1']);
const everyFilter = ['owner=%00', `owner=${many(51)}`, `owner=${long}`]
  .concat(['owner[a]=x', 'mine=maybe', 'unowned=2'])
  .concat(['system=%00', `system=${long}`, 'domain=%00', `domain=${long}`])
  .concat(['tier=T9', 'tier=t0', 'lifecycle=%00', `lifecycle=${long}`])
  .concat(['type=%00', `type=${long}`, 'tag=%00', `tag=${many(21)}`])
  .concat([`q=${long}`, 'q=%00', 'surprise=1']);
const everySort = [
  'sort=size',
  'sort=__proto__',
  'order=up',
  'sort=name&sort=tier',
];
const everyWindow = ['minutes=0', 'minutes=20161', 'minutes=an-hour']
  .concat(['until=yesterday', 'until=', 'until=%00', 'environment=%00'])
  .concat([`environment=${long}`, 'surprise=1']);
const under = (path: string, queries: string[]) =>
  queries.map(query => `${path}?${query}`);

const garbage = [
  ...under('/v1/services', [...everyFilter, ...everySort, ...everyList]),
  ...under('/v1/services', ['fields=secrets', `fields=${many(21)}`]),
  ...under('/v1/services.csv', [...everyFilter, ...everySort, 'limit=1']),
  ...under('/v1/services/facets', [...everyFilter, 'sort=name']),
  ...under('/v1/aliases', everyList),
  ...under('/v1/aliases', ['kind=jira', 'state=lost', 'service=%00']),
  ...under('/v1/aliases', [`service=${long}`, 'source=%00', `source=${long}`]),
  ...under('/v1/sources', ['surprise=1']),
  ...under('/v1/calls/map', everyWindow),
  ...under('/v1/calls/map', ['groupBy=colour', 'hops=0', 'hops=4', 'edges=0']),
  ...under('/v1/calls/map', ['edges=2001', 'focus=%00', `focus=${long}`]),
  ...under('/v1/calls/map', ['direction=up', 'compareUntil=yesterday']),
  ...under('/v1/calls/journeys', [...everyWindow, 'limit=501', `q=${long}`]),
  ...under('/v1/services/default/ledger/calls', everyWindow),
  ...under('/v1/services/default/ledger/blast-radius', everyWindow),
  ...under('/v1/services/default/ledger/suspects', everyWindow),
  ...under('/v1/services/default/ledger/drift', ['surprise=1']),
  `/v1/calls/journeys/${'x'.repeat(65)}`,
  `/v1/services/default/${'x'.repeat(64)}`,
  `/v1/services/${'x'.repeat(64)}/payments`,
  '/v1/services/default/a%00b',
  '/v1/services/default/a%ffb',
];

describe('garbage in a request', () => {
  it.each(garbage.map(url => [url.slice(0, 60), url]))(
    'is refused in words: %s',
    async (_title, url) => {
      const { status, body } = await sightline.get(url);

      expect([status, body.error?.name]).toEqual([400, 'InputError']);
      expect(body.error.message).toMatch(/\w+/);
      expect(JSON.stringify(body)).not.toMatch(/select |sqlite|\.ts:|\.js:/i);
    },
  );

  it.each<[string, object]>([
    ['nothing', {}],
    ['no decisions', { decisions: [] }],
    ['no list', { decisions: 'all' }],
    ['an unknown decision', { decisions: [{ id: 'x', decision: 'maybe' }] }],
    ['no id', { decisions: [{ decision: 'reject' }] }],
    ['an unknown key', { decisions: [], force: true }],
    ['a NUL', { decisions: [{ id: 'a\0b', decision: 'reject' }] }],
    [
      'too many',
      {
        decisions: Array.from({ length: 501 }, (_, n) => ({
          id: `x${n}`,
          decision: 'reject',
        })),
      },
    ],
    [
      'the same name twice',
      {
        decisions: [
          { id: 'x', decision: 'reject' },
          { id: 'x', decision: 'undo' },
        ],
      },
    ],
  ])('is refused in decisions: %s', async (_title, body) => {
    const answer = await sightline.send('post', '/v1/aliases/decisions', {
      body,
    });
    expect([answer.status, answer.body.error?.name]).toEqual([
      400,
      'InputError',
    ]);
  });

  it('is refused when it is no JSON', async () => {
    const { status, body } = await request(sightline.backend.server)
      .post('/api/sightline/v1/aliases/decisions')
      .set({ 'Content-Type': 'application/json' })
      .send('{"decisions": [');
    expect([status, body.error.name]).toEqual([400, 'InputError']);
  });

  it('takes a cursor for no other list than its own', async () => {
    const { body } = await sightline.get('/v1/services?limit=1');
    const other = await sightline.get(
      `/v1/services?limit=1&order=desc&cursor=${body.nextCursor}`,
    );
    expect([other.status, other.body.error.message]).toEqual([
      400,
      'cursor belongs to a list with another filter or sort; ask for the first page',
    ]);
  });
});

it('a service that asks for what is its own is told that it owns nothing', async () => {
  const { status, body } = await sightline.get('/v1/services?mine=true', {
    as: 'service',
  });
  expect([status, body.error]).toEqual([
    400,
    {
      name: 'InputError',
      message: "'mine' needs a user; a service owns nothing",
    },
  ]);
});

describe('what there is not', () => {
  it.each([
    ['get', '/v1/nothing'],
    ['get', '/v2/services'],
    ['post', '/v1/services'],
    ['put', '/v1/aliases/decisions'],
    ['get', '/v1/sources/sonar/refresh'],
    ['post', '/v1/sources/ghost/refresh'],
    ['get', '/v1/services/default/ghost'],
    ['get', '/v1/services/default/%20'],
    ['get', '/v1/services/default/a%2Fb/dossier'],
    ['get', '/v1/services/a%3Ab/payments'],
  ] as const)('%s %s is 404', async (method, url) => {
    const { status } = await request(sightline.backend.server)[method](
      `/api/sightline${url}`,
    );
    expect(status).toBe(404);
  });
});

describe('when the database fails', () => {
  const hidden = ['services_state', 'services_name', 'intake_source'].concat(
    'calls_state',
  );
  beforeAll(async () => {
    for (const table of hidden) {
      await database.schema.renameTable(table, `${table}_hidden`);
    }
  });
  afterAll(async () => {
    for (const table of hidden) {
      await database.schema.renameTable(`${table}_hidden`, table);
    }
  });

  it.each(routes.filter(([, url]) => !url.endsWith('refresh')))(
    '%s %s says 500 and nothing about it',
    async (method, url) => {
      const { status, body, text } = await sightline.send(method, url, {
        body: bodyOf(url),
      });

      expect(status).toBe(500);
      expect(body.error).toEqual({
        name: expect.any(String),
        message: expect.any(String),
      });
      expect(text).not.toMatch(/select|update|sqlite|table|services_|intake_/);
    },
  );

  it('is not ready, and says which part is missing', async () => {
    const { status, body } = await sightline.get('/v1/readiness', {
      as: 'nobody',
    });
    expect([status, body.checks[1]]).toEqual([
      503,
      {
        name: 'catalog mirror',
        ok: false,
        words: 'Asking the catalog mirror failed',
      },
    ]);
  });
});

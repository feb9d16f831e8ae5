import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { serviceReadPermission } from '@sightline/backstage-plugin-sightline-common';
import request from 'supertest';
import { ref } from '../../../__testUtils__/harbour';
import {
  Sightline,
  startSightline,
} from '../../../__testUtils__/startSightline';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import {
  createSightlineConditionalDecision,
  sightlineConditions,
} from './permissionRules';

const { open } = useTestDatabases();
let sightline: Sightline;

beforeAll(async () => {
  sightline = await startSightline({ database: await open('SQLITE_3') });
  await sightline.sweep();
});

const ownedBy = (...owners: string[]) =>
  sightlineConditions.isOwnedBy({ owners });

const letThrough = (
  conditions: PermissionCriteria<PermissionCondition<'sightline-service'>>,
) =>
  sightline.allow(() =>
    createSightlineConditionalDecision(serviceReadPermission, conditions),
  );

const payments = 'group:default/payments';

/** All by which the API tells of services, for who asks now. */
const seen = async () => {
  const { body: page } = await sightline.get('/v1/services?limit=1&sort=name');
  const { body: all } = await sightline.get('/v1/services');
  const { body: facets } = await sightline.get('/v1/services/facets');
  const { text: csv } = await sightline.get('/v1/services.csv');
  const { output } = (await sightline.actions.invoke({
    id: 'test:find-services',
    input: {},
    credentials: sightline.asker(),
  })) as any;
  const short = (text: string) => text.replace('component:default/', '');
  return {
    total: page.total,
    of: page.of,
    list: all.items.map((row: any) => short(row.ref)),
    owners: facets.owner.map(({ value, count }: any) => [value, count]),
    csv: csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map(line => short(line.split(',')[0])),
    found: output.services.map((row: any) => short(row.ref)),
  };
};

const visible = (list: string[], owners: [string, number][]) => ({
  total: list.length,
  of: list.length,
  list,
  owners,
  csv: list,
  found: list,
});

const statuses = async (...names: string[]) =>
  Promise.all(
    names.flatMap(name =>
      ['', '/dossier'].map(
        async part =>
          (await sightline.get(`/v1/services/default/${name}${part}`)).status,
      ),
    ),
  );

describe('a policy that allows only what payments owns', () => {
  it.each([
    ['as the catalog writes it', payments],
    ['as people write it', 'Group:default/Payments'],
  ])('shows nothing else anywhere, the owner written %s', async (_, owner) => {
    letThrough(ownedBy(owner));

    expect(await seen()).toEqual(
      visible(['ledger', 'payments'], [[payments, 2]]),
    );
    // A service that does not exist answers like one that may not be seen.
    expect(await statuses('payments', 'fraud', 'orphan', 'ghost')).toEqual([
      200, 200, 403, 403, 403, 403, 403, 403,
    ]);
  });

  it('counts a filter within what may be seen', async () => {
    letThrough(ownedBy(payments));

    const { body } = await sightline.get('/v1/services?tier=T1&fields=name');
    expect(body).toMatchObject({
      items: [{ ref: ref('ledger'), name: 'ledger' }],
      total: 1,
      of: 2,
    });
  });

  it('gives other etags than to those who see everything', async () => {
    sightline.allow(() => ({ result: AuthorizeResult.ALLOW }));
    const everything = await sightline.get('/v1/services/facets');
    letThrough(ownedBy(payments));

    const mine = await sightline.get('/v1/services/facets', {
      headers: { 'If-None-Match': everything.headers.etag },
    });

    expect(mine.status).toBe(200);
  });

  it('gives the dossier of another service to no action either', async () => {
    letThrough(ownedBy(payments));
    await expect(
      sightline.actions.invoke({
        id: 'test:get-dossier',
        input: { service: 'fraud' },
        credentials: sightline.asker(),
      }),
    ).rejects.toThrow('You may not see component:default/fraud');
  });
});

describe('a policy that allows all but what payments owns', () => {
  it('hides these, and keeps services without an owner', async () => {
    letThrough({ not: ownedBy(payments) });

    expect(await seen()).toEqual(
      visible(
        ['crane', 'fraud', 'orphan'],
        [
          ['group:default/risk', 1],
          ['group:default/yard', 1],
        ],
      ),
    );
    expect(await statuses('payments', 'fraud', 'orphan', 'ghost')).toEqual([
      403, 403, 200, 200, 200, 200, 404, 404,
    ]);
  });
});

it('a policy whose conditions nothing can meet shows nothing', async () => {
  letThrough({ allOf: [ownedBy(payments), { not: ownedBy(payments) }] });

  expect(await seen()).toEqual(visible([], []));
});

describe('the permission integration', () => {
  const wellKnown = '/api/sightline/.well-known/backstage/permissions';
  const asService = { Authorization: mockCredentials.service.header() };

  it('tells policies which permissions and rules there are', async () => {
    const { status, body } = await request(sightline.backend.server)
      .get(`${wellKnown}/metadata`)
      .set(asService);

    expect(status).toBe(200);
    expect(
      body.permissions.map(({ name }: { name: string }) => name).sort(),
    ).toEqual([
      'sightline.alias.manage',
      'sightline.alias.read',
      'sightline.objective.manage',
      'sightline.oncall.override',
      'sightline.service.read',
      'sightline.source.read',
      'sightline.source.refresh',
    ]);
    expect(body.rules).toEqual([
      {
        name: 'IS_OWNED_BY',
        description: expect.any(String),
        resourceType: 'sightline-service',
        paramsSchema: expect.objectContaining({ required: ['owners'] }),
      },
    ]);
  });

  it('decides about single services', async () => {
    const { status, body } = await request(sightline.backend.server)
      .post(`${wellKnown}/apply-conditions`)
      .set(asService)
      .send({
        items: ['ledger', 'fraud', 'orphan', 'ghost'].map((name, n) => ({
          id: String(n),
          resourceRef: ref(name),
          resourceType: 'sightline-service',
          conditions: ownedBy('Group:default/Payments'),
        })),
      });

    expect([status, body]).toEqual([
      200,
      {
        items: [
          { id: '0', result: 'ALLOW' },
          { id: '1', result: 'DENY' },
          { id: '2', result: 'DENY' },
          { id: '3', result: 'DENY' },
        ],
      },
    ]);
  });
});

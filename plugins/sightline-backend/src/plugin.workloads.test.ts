import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Deploy } from '@sightline/backstage-plugin-sightline-common';
import {
  ok,
  PullSource,
  SeenWorkload,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { ref } from './__testUtils__/harbour';
import {
  denying,
  Policy,
  startSightline,
} from './__testUtils__/startSightline';
import {
  day,
  minute,
  reportOf,
  seen,
  underWay,
} from './features/workloads/__testUtils__/seen';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

jest.setTimeout(60_000);

const { open } = useTestDatabases();

const reported = (workloads: SeenWorkload[]): SourceReport => ({
  names: workloads.map(({ key, labels }) => ({
    ...{ kind: 'kubernetes', name: `${key.kind}/${key.name}`, labels },
    namespace: key.namespace,
  })),
  workloads: reportOf(workloads),
});

const since = (age: number) => ({ template: { since: Date.now() - age } });

/** The harbour with one cluster, seen once. */
const start = async () => {
  const said = {
    report: reported([
      seen('payments', { version: '1.41', ...since(2 * day) }),
      seen('ledger', { version: '7.0', ...since(day) }),
      seen('somebody', { version: '3', ...since(3 * day) }),
      // Its name is nobody's; the label says whose it is.
      seen('quay-lifter', {
        version: '5',
        labels: { 'app.kubernetes.io/name': 'crane' },
      }),
    ]),
  };
  const source: PullSource = {
    ...{ kind: 'pull', id: 'kubernetes:eu1', title: 'Kubernetes eu1' },
    wantsServices: false,
    pull: async () => ok(said.report),
  };
  const sightline = await startSightline({
    ...{ database: await open('SQLITE_3'), sources: [source] },
  });
  const { get, turn } = sightline;
  await sightline.sweep();
  await turn(source.id);
  const workloadsOf = async (name: string) =>
    get(`/v1/services/default/${name}/workloads`);
  await eventually(
    async () => (await workloadsOf('payments')).body.workloads?.length === 1,
  );
  return { ...sightline, said, workloadsOf, tell: () => turn(source.id) };
};

const onlyOwnedBy =
  (owner: string): Policy =>
  ({ name }) =>
    name === 'sightline.service.read'
      ? {
          result: AuthorizeResult.CONDITIONAL,
          ...{ pluginId: 'sightline', resourceType: 'sightline-service' },
          conditions: {
            ...{ rule: 'IS_OWNED_BY', resourceType: 'sightline-service' },
            params: { owners: [owner] },
          },
        }
      : { result: AuthorizeResult.ALLOW };

const versions = ({ items }: { items: Deploy[] }) =>
  items.map(({ workload, toVersion }) => `${workload.name} ${toVersion}`);

describe('workloads of sightlinePlugin', () => {
  it('are answered for a service, by its name or by a label', async () => {
    const { workloadsOf, get } = await start();
    const { body, headers } = await workloadsOf('payments');
    expect(body).toMatchObject({
      service: ref('payments'),
      workloads: [
        {
          key: { cluster: 'eu1', kind: 'Deployment', name: 'payments' },
          service: { ref: ref('payments'), name: 'Payments' },
          rollout: { state: 'complete', words: 'All 3 pods are there' },
          version: '1.41',
        },
      ],
      deploys: [{ kind: 'deploy', toVersion: '1.41' }],
      gaps: [],
    });
    const crane = await workloadsOf('crane');
    expect(crane.body.workloads).toMatchObject([
      { key: { name: 'quay-lifter' } },
    ]);
    const again = await get('/v1/services/default/payments/workloads', {
      headers: { 'If-None-Match': headers.etag },
    });
    expect(again.status).toBe(304);
    const { body: fraud } = await workloadsOf('fraud');
    expect(fraud).toMatchObject({
      ...{ workloads: [], unknown: { reason: 'no-data' } },
    });
  });

  it('list deploys of all and of one, and refuse what is no question', async () => {
    const { get } = await start();
    const all = await get('/v1/deploys');
    expect(versions(all.body)).toEqual([
      ...['ledger 7.0', 'payments 1.41', 'somebody 3'],
    ]);
    expect(all.body.items.map((one: Deploy) => one.service)).toEqual([
      ...[ref('ledger'), ref('payments'), undefined],
    ]);
    const first = await get('/v1/deploys?limit=1');
    const next = await get(
      `/v1/deploys?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(versions(next.body)).toEqual(['payments 1.41']);
    const until = new Date(Date.now() - 1.5 * day).toISOString();
    const past = await get(`/v1/deploys?service=payments&until=${until}`);
    expect(versions(past.body)).toEqual(['payments 1.41']);
    const ask = async (query: string) =>
      (await get(`/v1/deploys?${query}`)).status;
    expect([
      ...[await ask('since=yesterday'), await ask('limit=0')],
      ...[await ask('cursor=nonsense'), await ask('service=group:x')],
      ...[await ask('service=nobody'), (await get('/v1/deploys')).status],
    ]).toEqual([400, 400, 400, 400, 404, 200]);
  });

  it('show only what the asker may see', async () => {
    const { get, allow, workloadsOf } = await start();
    allow(onlyOwnedBy('group:default/yard'));
    expect((await workloadsOf('crane')).status).toBe(200);
    expect((await workloadsOf('payments')).status).toBe(403);
    expect((await get('/v1/deploys')).body.items).toEqual([]);
    expect((await get('/v1/deploys?service=payments')).status).toBe(403);
    allow(onlyOwnedBy('group:default/payments'));
    const { body } = await get('/v1/deploys?limit=1');
    expect(versions(body)).toEqual(['ledger 7.0']);
    allow(denying('sightline.service.read'));
    expect([
      ...[(await get('/v1/deploys')).status],
      (await workloadsOf('crane')).status,
      (await get('/v1/deploys', { as: 'nobody' })).status,
    ]).toEqual([403, 403, 401]);
  });

  it('are columns of the Fleet and a part of dossiers', async () => {
    const { get, said, tell } = await start();
    said.report = reported([
      seen('payments', { version: '1.41' }),
      underWay('ledger', { version: '7.1' }),
    ]);
    await tell();
    const rows = async (query: string) =>
      (await get(`/v1/services?${query}`)).body.items;
    await eventually(
      async () => (await rows('health=progressing')).length === 1,
    );
    expect(await rows('health=progressing')).toMatchObject([
      {
        name: 'ledger',
        health: {
          ...{ state: 'progressing', workloads: 1 },
          words: 'eu1, Deployment/ledger: 1 of 3 pods updated',
        },
        lastDeploy: { kind: 'deploy', version: '7.1' },
      },
    ]);
    const names = async (sort: string) =>
      (await rows(`sort=${sort}&fields=name`)).map(
        ({ name }: { name: string }) => name,
      );
    await eventually(async () => (await names('lastDeploy'))[1] === 'payments');
    expect((await names('lastDeploy')).slice(0, 2)).toEqual([
      ...['ledger', 'payments'],
    ]);
    expect((await names('health'))[0]).toBe('ledger');
    const { body: facets } = await get('/v1/services/facets');
    expect(facets.health).toContainEqual({ value: 'progressing', count: 1 });
    const { text } = await get('/v1/services.csv?q=ledger');
    expect(text).toMatch(/progressing,\d{4}-[^,]+Z,7\.1/);
    await eventually(async () => {
      const { body } = await get('/v1/services/default/ledger/dossier');
      return body.parts?.workloads?.value?.health.state === 'progressing';
    });
  });

  it('can be asked by actions', async () => {
    const { actions, allow, asker } = await start();
    const run = async (name: string, input: object) =>
      (
        await actions.invoke({
          ...{ id: `test:${name}`, input: input as any },
          credentials: asker(),
        })
      ).output as any;
    const { answer } = await run('get-workloads', { service: 'payments' });
    expect(answer.workloads).toHaveLength(1);
    const from = new Date(Date.now() - 1.5 * day - minute).toISOString();
    const deploys = await run('get-deploys', { since: from });
    expect(versions(deploys.answer)).toEqual(['ledger 7.0']);
    await expect(run('get-deploys', { since: 'x' })).rejects.toThrow(
      'since must be a time',
    );
    allow(denying('sightline.service.read'));
    await expect(run('get-workloads', { service: 'payments' })).rejects.toThrow(
      NotAllowedError,
    );
  });
});

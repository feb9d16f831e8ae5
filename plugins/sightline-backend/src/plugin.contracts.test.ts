import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ContractGap,
  ServiceRow,
} from '@sightline/backstage-plugin-sightline-common';
import {
  ok,
  PullSource,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { ref } from './__testUtils__/harbour';
import { pushedTraces } from './__testUtils__/pushedTraces';
import { denying, startSightline } from './__testUtils__/startSightline';
import {
  reportOf as reportOfCalls,
  serviceNode,
} from './features/calls/__testUtils__/reports';
import { FakeBroker } from './features/contracts/__testUtils__/FakeBroker';
import { pact, reportOf, there } from './features/contracts/__testUtils__/shop';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

jest.setTimeout(60_000);

const { open } = useTestDatabases();

const harbourReport = () => {
  const report = reportOf(
    [pact('payments 1 → ledger 7'), pact('crane 4 → fraud', 'never')],
    [there('payments 1 production'), there('ledger 7 production')],
  );
  const names = report.pacticipants.map(({ name }) => ({
    ...{ kind: 'pact' as const, name, namespace: '' },
  }));
  return { contracts: report, names };
};

const minute = 60_000;

/** The harbour with a broker, mirrored once, and with traces to tell. */
const start = async () => {
  const traces = pushedTraces();
  const broker = new FakeBroker();
  broker.contents.set('payments ledger', [
    { kind: 'http', method: 'POST', path: '/entries', description: 'a post' },
  ]);
  const said: { report: SourceReport; rounds: number } = {
    ...{ report: harbourReport(), rounds: 0 },
  };
  const source: PullSource = {
    ...{ kind: 'pull', id: broker.id, title: 'Pact Broker' },
    wantsServices: false,
    pull: async () => {
      said.rounds += 1;
      return ok(said.report);
    },
  };
  const sightline = await startSightline({
    database: await open('SQLITE_3'),
    ...{ sources: [source, traces.source], contractBrokers: [broker] },
  });
  await sightline.sweep();
  await sightline.turn(broker.id);
  const contractsOf = (name: string) =>
    sightline.get(`/v1/services/default/${name}/contracts`);
  await eventually(
    async () => (await contractsOf('payments')).body.providers?.length === 1,
  );
  return { ...sightline, broker, said, contractsOf, say: traces.say };
};

describe('contracts of sightlinePlugin', () => {
  it('are answered for a service, as a matrix and as a verdict', async () => {
    const { get, contractsOf } = await start();
    const { body } = await contractsOf('payments');
    expect(body).toMatchObject({
      service: ref('payments'),
      providers: [{ provider: { service: { ref: ref('ledger') } } }],
      deployed: [{ environment: 'production', version: { number: '1' } }],
    });
    const matrix = await get('/v1/contracts/matrix?environment=production');
    expect(matrix.body).toMatchObject({
      environment: { name: 'production', production: true },
      pairs: [{ consumer: { name: 'payments' }, state: 'success' }],
      leftOut: 0,
    });
    const failing = await get('/v1/contracts/matrix?state=failed');
    expect(failing.body).toMatchObject({
      ...{ pairs: [], counts: { success: 1, never: 1 } },
    });
    const verdict = await get(
      '/v1/contracts/can-i-deploy?pacticipant=payments&version=1&environment=production',
    );
    expect(verdict.body).toMatchObject({
      ...{ answer: 'yes', brokerSays: 'yes' },
      reasons: [{ kind: 'verified', provider: 'ledger' }],
    });
    const etag = (await contractsOf('payments')).get('etag') ?? '';
    const again = await get('/v1/services/default/payments/contracts', {
      headers: { 'If-None-Match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('are not there for names and services nobody knows', async () => {
    const { get, contractsOf } = await start();
    const ask = async (query: string) =>
      (await get(`/v1/contracts/can-i-deploy?${query}`)).status;
    expect([
      await ask('pacticipant=nobody&version=1&environment=production'),
      await ask('pacticipant=payments&version=1'),
      (await contractsOf('nobody')).status,
    ]).toEqual([404, 400, 404]);
  });

  it('show only pairs of which the asker may see one side', async () => {
    const { get, allow, contractsOf } = await start();
    allow(({ name }) =>
      name === 'sightline.service.read'
        ? {
            result: AuthorizeResult.CONDITIONAL,
            ...{ pluginId: 'sightline', resourceType: 'sightline-service' },
            conditions: {
              ...{ rule: 'IS_OWNED_BY', resourceType: 'sightline-service' },
              params: { owners: ['group:default/yard'] },
            },
          }
        : { result: AuthorizeResult.ALLOW },
    );
    const { body } = await get('/v1/contracts/matrix');
    expect(body).toMatchObject({
      pairs: [{ consumer: { name: 'crane' }, provider: { name: 'fraud' } }],
      counts: { success: 0, never: 1 },
    });
    expect((await contractsOf('payments')).status).toBe(403);
    const verdict = await get(
      '/v1/contracts/can-i-deploy?pacticipant=payments&version=1&environment=production',
    );
    expect(verdict.status).toBe(403);
  });

  it('are refused to who may see no services', async () => {
    const { get, allow, contractsOf } = await start();
    allow(denying('sightline.service.read'));
    expect([
      (await get('/v1/contracts/matrix')).status,
      (await contractsOf('payments')).status,
      (await get('/v1/contracts/matrix', { as: 'nobody' })).status,
    ]).toEqual([403, 403, 401]);
  });

  it('are asked for anew when the broker tells, with its secret alone', async () => {
    const { send, said, broker } = await start();
    const tell = (id: string, token?: string) =>
      send('post', `/v1/contracts/webhook/${id}`, {
        as: 'nobody',
        headers: token === undefined ? {} : { 'X-Sightline-Token': token },
        body: { event: 'contract_published' },
      });
    const before = said.rounds;
    expect([
      (await tell(broker.id)).status,
      (await tell(broker.id, 'wrong')).status,
      (await tell('pact:other', broker.webhookSecret)).status,
    ]).toEqual([401, 401, 401]);
    expect(said.rounds).toBe(before);
    expect((await tell(broker.id, broker.webhookSecret)).status).toBe(202);
    await eventually(async () => said.rounds > before);
  });

  it('refuse a webhook of more than a broker sends', async () => {
    const { send, broker } = await start();
    const { status } = await send(
      'post',
      `/v1/contracts/webhook/${broker.id}`,
      {
        as: 'nobody',
        headers: { 'X-Sightline-Token': broker.webhookSecret },
        body: { text: 'x'.repeat(200_000) },
      },
    );
    expect(status).toBe(413);
  });

  it('are a layer of drift and a part of dossiers', async () => {
    const { get } = await start();
    const { body } = await get('/v1/services/default/payments/drift');
    expect(body.layers.contracted).toMatchObject({
      ...{ value: true, evidence: { source: 'pact:main' } },
    });
    await eventually(async () => {
      const dossier = await get('/v1/services/default/payments/dossier');
      return dossier.body.parts?.contracts?.value?.providers === 1;
    });
  });

  it('stand in the rows of the Fleet, which are found and counted by them', async () => {
    const { get } = await start();
    const found = async (query: string) =>
      (await get(`/v1/services?${query}`)).body.items.map(
        ({ name }: ServiceRow) => name,
      );
    await eventually(
      async () => (await found('contracts=verified')).length === 2,
    );
    expect({
      verified: await found('contracts=verified'),
      unverified: await found('contracts=unverified'),
      first: (await found('sort=contracts')).slice(0, 2),
    }).toEqual({
      verified: ['ledger', 'payments'],
      unverified: ['crane', 'fraud'],
      first: ['crane', 'fraud'],
    });
    const { body } = await get('/v1/services?contracts=unverified&limit=1');
    expect(body.items[0].contracts).toMatchObject({
      counts: { verified: 0, failed: 0, unverified: 1 },
      evidence: { source: 'pact:main' },
    });
    const facets = await get('/v1/services/facets');
    expect(facets.body.contracts).toEqual([
      { value: 'unverified', count: 2 },
      { value: 'verified', count: 2 },
    ]);
  });

  it('are compared with the calls that traces told of', async () => {
    const { say, contractsOf } = await start();
    const at = Math.floor(Date.now() / minute) * minute - minute;
    const ends = { from: serviceNode('payments'), to: serviceNode('fraud') };
    // For long enough to say that whoever was not called is not called.
    const seen = [at - 120 * minute, at].map(one => ({
      ...{ ...ends, minute: one, calls: 12, errors: 0 },
    }));
    await say({ calls: reportOfCalls(1, seen) });
    const gapsOf = async (name: string) =>
      (await contractsOf(name)).body.gaps.map(
        ({ kind, consumer, provider }: ContractGap) =>
          `${kind}: ${consumer.name} → ${provider.name}`,
      );
    await eventually(async () => (await gapsOf('payments')).length === 2);
    expect(await gapsOf('payments')).toEqual([
      'traffic-without-contract: Payments → fraud',
      'contract-without-traffic: Payments → ledger',
    ]);
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
    const question = {
      ...{ pacticipant: 'payments', version: '1', environment: 'production' },
    };
    expect((await run('can-i-deploy', question)).answer.answer).toBe('yes');
    const { answer } = await run('get-contracts', { service: 'payments' });
    expect(answer.providers).toHaveLength(1);
    allow(denying('sightline.service.read'));
    await expect(run('can-i-deploy', question)).rejects.toThrow(
      NotAllowedError,
    );
  });
});

import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PullSource, ok } from '@sightline/backstage-plugin-sightline-node';
import { ref } from './__testUtils__/harbour';
import { pushedTraces } from './__testUtils__/pushedTraces';
import {
  allowAll,
  denying,
  Policy,
  Sightline,
  startSightline,
} from './__testUtils__/startSightline';
import {
  reportOf as reportOfCalls,
  serviceNode,
} from './features/calls/__testUtils__/reports';
import { FakeBroker } from './features/contracts/__testUtils__/FakeBroker';
import { pact, reportOf, there } from './features/contracts/__testUtils__/shop';
import { fakeIndicatorSource } from './features/slo/__testUtils__/FakeIndicatorSource';
import {
  reportOf as reportOfCluster,
  seen,
  underWay,
} from './features/workloads/__testUtils__/seen';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();
const broker = new FakeBroker();
const prometheus = fakeIndicatorSource();
const traces = pushedTraces();
let sightline: Sightline;

const report = reportOf(
  [pact('payments 1 → ledger 7'), pact('fraud 3 → ledger 7', 'failed')],
  ['payments 1', 'ledger 7', 'fraud 3'].map(one => there(`${one} production`)),
);

const mirrored: PullSource = {
  ...{ kind: 'pull', id: broker.id, title: 'Pact Broker' },
  wantsServices: false,
  pull: async () =>
    ok({
      contracts: report,
      names: report.pacticipants.map(({ name }) => ({
        ...{ kind: 'pact' as const, name, namespace: '' },
      })),
    }),
};

const cluster: PullSource = {
  ...{ kind: 'pull', id: 'kubernetes:eu1', title: 'eu1' },
  wantsServices: false,
  pull: async () =>
    ok({
      workloads: reportOfCluster([underWay('ledger'), seen('fraud')]),
      names: ['ledger', 'fraud'].map(name => ({
        ...{ kind: 'kubernetes' as const, namespace: 'shop' },
        name: `Deployment/${name}`,
      })),
    }),
};

/** The crane waits for fraud, as traces of this minute tell. */
const craneWaits = () => {
  const minute = Math.floor(Date.now() / 60_000) * 60_000 - 60_000;
  const [from, to] = [serviceNode('crane'), serviceNode('fraud')];
  return traces.say({
    calls: reportOfCalls(1, [{ ...{ from, to, minute }, calls: 12 }]),
  });
};

const always = { from: '2000-01-01 00:00', to: '2200-01-01 00:00' };

/** Payments is well, fraud burns, the ledger is being rolled out, and test is closed. */
beforeAll(async () => {
  prometheus.tell(ref('payments'), { errors: 0.0001 });
  prometheus.tell(ref('fraud'), { errors: 0.2 });
  sightline = await startSightline({
    database: await open('SQLITE_3'),
    sources: [mirrored, cluster, traces.source],
    contractBrokers: [broker],
    indicatorSources: [prometheus.source],
    portal: 'https://portal.example/',
    config: {
      slo: {
        templates: [{ preset: 'http' }],
        tiers: { T1: { latency: false }, none: { availability: false } },
      },
      freezes: [
        {
          ...{ name: 'Rehearsal', reason: 'the test hall is rented out' },
          ...{ timeZone: 'UTC', once: always },
          appliesTo: { environments: ['test'], owners: ['company'] },
        },
      ],
    },
  });
  await sightline.sweep();
  await sightline.turn(broker.id);
  await sightline.turn(cluster.id);
  const states = async () =>
    (await sightline.get('/v1/objectives')).body.states;
  await eventually(async () => (await states()).unknown > 0);
  await sightline.turn('slo:prometheus:main');
  await eventually(async () => (await states()).page > 0);
  await craneWaits();
  const settled = async (name: string, about: string) =>
    (await ask(name)).body.reasons.some(
      (reason: any) => reason.about === about && reason.answer === 'no',
    );
  await eventually(async () => settled('crane', 'dependencies'));
  await eventually(async () => settled('ledger', 'rollout'));
});
afterEach(() => {
  sightline.allow(allowAll);
  broker.isAway = false;
});

const ask = (name: string, query = '', how?: Parameters<Sightline['get']>[1]) =>
  sightline.get(`/v1/services/default/${name}/safe-to-deploy${query}`, how);

const told = ({ body }: { body: any }) => [
  body.answer,
  ...body.reasons.map(
    ({ about, answer, weighs }: any) =>
      `${about} ${weighs ? answer : '(aside)'}`,
  ),
];

describe('GET …/safe-to-deploy', () => {
  it('joins everything that is known, with evidence', async () => {
    const answer = await ask('payments', '?version=1');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(told(answer)).toEqual([
      ...['yes', 'freeze yes', 'contracts yes', 'budget yes'],
      ...['rollout (aside)', 'dependencies (aside)'],
    ]);
    expect(answer.body).toMatchObject({
      ...{ service: ref('payments'), version: '1', versionFrom: 'asked' },
      environment: 'production',
      words:
        'Nothing speaks against deploying Payments 1 to production; not looked at: rollouts, dependencies',
    });
    expect(answer.body.reasons[1]).toEqual({
      ...{ about: 'contracts', answer: 'yes', weighs: true },
      words: 'ledger 7 keeps the pact of payments 1',
      url: 'https://portal.example/catalog/default/component/payments/contracts',
      evidence: expect.objectContaining({ source: 'pact:main' }),
    });
  });

  it('says no for a freeze of the environment that is meant', async () => {
    const { body } = await ask('payments', '?version=1&environment=test');
    expect(body.words).toBe(
      'Do not deploy Payments 1 to test. Frozen until Wed 2200-01-01 00:00 (UTC) by Rehearsal: the test hall is rented out.',
    );
  });

  it('says no for a budget and a pact, and names the version it chose', async () => {
    const answer = await ask('fraud');
    expect(told(answer).slice(0, 4)).toEqual([
      ...['no', 'contracts no', 'budget no', 'freeze yes'],
    ]);
    expect(answer.body).toMatchObject({
      ...{ version: '3', versionFrom: 'contracts' },
    });
  });

  it('says no while it is being rolled out', async () => {
    const { body } = await ask('ledger', '?version=7');
    expect(body.answer).toBe('no');
    expect(body.reasons.find(({ about }: any) => about === 'rollout')).toEqual({
      ...{ about: 'rollout', answer: 'no', weighs: true },
      words: 'eu1: Deployment/ledger: 1 of 3 pods updated',
      url: 'https://portal.example/catalog/default/component/ledger/workloads',
      evidence: expect.objectContaining({ source: 'kubernetes:eu1' }),
    });
  });

  it('says no while somebody it waits for burns, and who', async () => {
    const { body } = await ask('crane');
    expect(body.reasons[0]).toMatchObject({
      ...{ about: 'dependencies', answer: 'no', weighs: true },
      words: expect.stringMatching(
        /^fraud, which it waits for, pages now\. Requests succeed: Burns/,
      ),
    });
  });

  it('does not know while the broker is away, and says what else is known', async () => {
    broker.isAway = true;
    expect(told(await ask('payments', '?version=77')).slice(0, 3)).toEqual([
      ...['unknown', 'contracts unknown', 'freeze yes'],
    ]);
  });

  it('is 404 for a service there is not, and 400 for what cannot be asked', async () => {
    expect([
      (await ask('ghost')).status,
      (await ask('payments', '?exit=yes')).status,
      (await ask('payments', '?version=')).status,
      (await ask('payments', `?version=${'9'.repeat(501)}`)).status,
    ]).toEqual([404, 400, 400, 400]);
  });

  it('takes versions of any spelling', async () => {
    const version = 'release/1.0 🚢+a%2F"b"';
    const query = `?version=${encodeURIComponent(version)}`;
    expect((await ask('payments', query)).body.version).toBe(version);
  });
});

describe('for a pipeline', () => {
  it.each([
    ['payments', '?version=1', 200, /^yes: Nothing speaks against/],
    ['fraud', '?version=3', 409, /^no: Do not deploy fraud 3 to production\. /],
    ['payments', '?environment=moon', 424, /^unknown: Whether Payments/],
  ])('%s%s is %d', async (name, query, status, first) => {
    const forms = [
      await ask(name, `${query}&exit=1`),
      await ask(name, query, { headers: { Accept: 'text/plain' } }),
      await ask(name, `${query}&exit=1`, {
        as: 'service',
        headers: { Accept: '*/*' },
      }),
    ];
    for (const answer of forms) {
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(answer.text).toMatch(first);
      expect(answer.text.trim().split('\n')).toHaveLength(
        (await ask(name, query)).body.reasons.length + 1,
      );
    }
  });

  it('is JSON, and 200 whatever it says, where nobody asks for more', async () => {
    const answers = [
      await ask('fraud', '?exit=0'),
      await ask('fraud', '', { headers: { Accept: '*/*' } }),
      await ask('fraud', '', { headers: { Accept: 'application/json' } }),
    ];
    for (const { status, body } of answers) {
      expect([status, body.answer]).toEqual([200, 'no']);
    }
  });
});

const ownedBy =
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

describe('permissions', () => {
  it('are those of the service', async () => {
    sightline.allow(ownedBy('group:default/risk'));
    expect([
      (await ask('fraud')).status,
      (await ask('payments')).status,
      (await ask('payments', '?exit=1')).status,
    ]).toEqual([200, 403, 403]);
  });

  it('keep figures of those it waits for from who may not see them', async () => {
    sightline.allow(ownedBy('group:default/yard'));
    expect((await ask('crane')).body.reasons[0].words).toBe(
      'fraud, which it waits for, pages now',
    );
  });

  it('are needed', async () => {
    sightline.allow(denying('sightline.service.read'));
    expect([
      (await ask('payments', '?exit=1')).status,
      (await ask('payments', '?exit=1', { as: 'nobody' })).status,
    ]).toEqual([403, 401]);
  });
});

describe('the action safe-to-deploy', () => {
  const run = async (input: object) =>
    (
      await sightline.actions.invoke({
        ...{ id: 'test:safe-to-deploy', input: input as any },
        credentials: sightline.asker(),
      })
    ).output as any;

  it('gives the answer the API gives', async () => {
    const { body } = await ask('payments', '?version=1&environment=production');
    const { answer } = await run({
      ...{ service: 'payments', version: '1', environment: 'production' },
    });
    expect({ ...answer, askedAt: '', reasons: 5 }).toEqual({
      ...{ ...body, askedAt: '', reasons: 5 },
    });
  });

  it('refuses what is no service, and who may not see it', async () => {
    await expect(run({ service: 'group:x' })).rejects.toMatchObject({
      name: 'InputError',
    });
    sightline.allow(denying('sightline.service.read'));
    await expect(run({ service: 'payments' })).rejects.toThrow(NotAllowedError);
  });
});

describe('freezes that cannot be read', () => {
  it('keep the backend from starting, and say what is wrong', async () => {
    await expect(
      startSightline({
        database: await open('SQLITE_3'),
        config: {
          freezes: [
            {
              ...{ name: 'Weekends', timeZone: 'Mars' },
              weekly: { from: 'Fri 16:00', to: 'Mon 08:00' },
            },
          ],
        },
      }),
    ).rejects.toThrow(
      'sightline.freezes[0].timeZone: got "Mars"; it must be a time zone',
    );
  });
});

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { SourceSink } from '@sightline/backstage-plugin-sightline-node';
import { ref } from './__testUtils__/harbour';
import { allowAll, startSightline } from './__testUtils__/startSightline';
import { reportOf, serviceNode } from './features/calls/__testUtils__/reports';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();

const start = async () => {
  const opened: SourceSink[] = [];
  const sightline = await startSightline({
    database: await open('SQLITE_3'),
    config: { traces: { link: 'https://traces.example/{traceId}' } },
    sources: [
      {
        ...{ kind: 'push', id: 'otlp', title: 'Traces' },
        open: async sink => {
          opened.push(sink);
        },
        close: async () => {},
      },
    ],
  });
  await sightline.sweep();
  const minute = Math.floor(Date.now() / 60_000) * 60_000 - 60_000;
  const samples = { slowest: 'a'.repeat(32) };
  const call = (from: string, to: string, calls: number) => ({
    ...{ from: serviceNode(from), to: serviceNode(to) },
    ...{ calls, minute, samples },
  });
  await opened[0].accept({
    calls: reportOf(1, [
      call('fraud', 'payments', 10),
      call('payments', 'crane', 5),
      call('fraud', 'crane', 5),
    ]),
  });
  const { body } = await sightline.get('/v1/aliases?kind=otel');
  await eventually(async () =>
    body.items.every(({ state }: { state: string }) => state === 'matched'),
  );
  return sightline;
};

const payments = '/v1/services/default/payments';

describe('answers about calls over HTTP', () => {
  it('are what the specification says, with a link to the trace', async () => {
    const { get } = await start();
    const { body: calls } = await get(`${payments}/calls?minutes=30`);
    expect(calls).toMatchObject({
      operations: [
        {
          callers: 1,
          slowest: { url: `https://traces.example/${'a'.repeat(32)}` },
        },
      ],
      callers: [{ party: { entity: ref('fraud') }, figures: { calls: 10 } }],
      callees: [{ party: { entity: ref('crane') }, verdict: 'undeclared' }],
      facts: { traced: true, syncFanIn: 1, syncFanOut: 1 },
    });
    const { body: drift } = await get(`${payments}/drift`);
    expect(drift).toMatchObject({
      counts: { undeclared: 1, unused: 1 },
      layers: { seen: { evidence: { source: 'otlp' } } },
      patch: {
        add: [{ field: 'dependsOn', ref: 'component:crane' }],
        remove: [{ field: 'dependsOn', ref: 'component:ledger' }],
      },
    });
    const { body: map } = await get('/v1/calls/map?groupBy=none');
    expect(map.edges).toHaveLength(4);
    expect(map.leftOut).toEqual({ nodes: 0, edges: 0, calls: 0 });
    const { body: opened } = await get(
      '/v1/calls/map?groupBy=owner&open=group%3Adefault%2Fpayments&compareUntil=2026-01-01T00:00:00Z',
    );
    expect(
      opened.edges.map(({ change }: { change: string }) => change),
    ).toEqual(['new', 'new', 'new', 'same']);
    const { body: blast } = await get(
      '/v1/services/default/crane/blast-radius',
    );
    expect(blast.affected).toMatchObject([
      {
        party: { entity: ref('fraud') },
        hops: 1,
        share: expect.closeTo(2 / 3, 9),
      },
      { party: { entity: ref('payments') }, hops: 1, share: 0.5 },
    ]);
  });

  it('are of no service and no journey that is not there', async () => {
    const { get } = await start();
    for (const url of [
      '/v1/services/default/nobody/calls',
      '/v1/services/default/nobody/drift',
      '/v1/calls/journeys/nothing',
    ]) {
      const { status, body } = await get(url);
      expect([url, status, body.error.name]).toEqual([
        ...[url, 404, 'NotFoundError'],
      ]);
    }
  });

  it('show of others what they have to do with those one may see', async () => {
    const { get, allow } = await start();
    allow(({ name, resourceType }: any) =>
      name === 'sightline.service.read'
        ? {
            result: AuthorizeResult.CONDITIONAL,
            ...{ pluginId: 'sightline', resourceType },
            conditions: {
              ...{ rule: 'IS_OWNED_BY', resourceType },
              params: { owners: ['group:default/payments'] },
            },
          }
        : allowAll({ name } as never),
    );
    const { body } = await get('/v1/calls/map?groupBy=none');
    expect(
      body.edges.map(({ from, to }: Record<string, string>) => [from, to]),
    ).toEqual([
      [ref('fraud'), ref('payments')],
      [ref('payments'), ref('crane')],
      [ref('payments'), ref('ledger')],
    ]);
    expect((await get(`${payments}/calls`)).status).toBe(200);
    expect((await get('/v1/services/default/crane/calls')).status).toBe(403);
  });
});

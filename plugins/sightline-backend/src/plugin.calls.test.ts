import { harbour, ref } from './__testUtils__/harbour';
import { pushedTraces } from './__testUtils__/pushedTraces';
import { startSightline } from './__testUtils__/startSightline';
import { reportOf, serviceNode } from './features/calls/__testUtils__/reports';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();

describe('calls in sightlinePlugin', () => {
  it('bring the names that traces use, and show in the dossier of both ends', async () => {
    const { source, say } = pushedTraces();
    const { get, sweep } = await startSightline({
      database: await open('SQLITE_3'),
      entities: harbour(),
      sources: [source],
    });
    await sweep();
    const callsOf = async (name: string) => {
      const url = `/v1/services/default/${name}/dossier`;
      const { body } = await get(url);
      return body.parts?.calls;
    };
    for (const name of ['payments', 'crane']) {
      await eventually(
        async () => (await callsOf(name))?.reason === 'not-configured',
      );
    }

    const minute = Math.floor(Date.now() / 60_000) * 60_000;
    const from = serviceNode('payments');
    const to = serviceNode('ledger');
    await say({
      calls: reportOf(1, [{ from, to, minute, calls: 4, errors: 1 }]),
    });

    const { body } = await get('/v1/aliases?kind=otel');
    expect(
      body.items.map(({ outside, state, service, seenBy }: any) => ({
        ...{ outside, state, service, seenBy },
      })),
    ).toEqual(
      ['ledger', 'payments'].map(name => ({
        outside: { kind: 'otel', name, namespace: 'shop' },
        state: 'matched',
        service: ref(name),
        seenBy: 'otlp',
      })),
    );
    await eventually(async () => (await callsOf('ledger'))?.state === 'known');
    expect((await callsOf('ledger')).value).toMatchObject({
      callers: [
        { peer: from, service: ref('payments'), calls: 4, errorRatio: 0.25 },
      ],
      callees: [],
    });
    await eventually(
      async () => (await callsOf('crane'))?.reason === 'no-data',
    );
    const driftOf = async (name: string) => {
      const { body: page } = await get(`/v1/services?q=${name}&fields=drift`);
      return page.items[0].drift;
    };
    await eventually(
      async () => (await driftOf('crane')).unknown?.reason === 'no-data',
    );
  });
});

import { SourceSink } from '@sightline/backstage-plugin-sightline-node';
import { ref } from './__testUtils__/harbour';
import { denying, startSightline } from './__testUtils__/startSightline';
import { reportOf, serviceNode } from './features/calls/__testUtils__/reports';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();

describe('what was seen of the whole fleet, over HTTP', () => {
  it('comes in pages to plugins and people, and to nobody who may see no service', async () => {
    const opened: SourceSink[] = [];
    const { sweep, get, allow } = await startSightline({
      database: await open('SQLITE_3'),
      sources: [
        {
          ...{ kind: 'push', id: 'otlp', title: 'Traces' },
          open: async sink => void opened.push(sink),
          close: async () => {},
        },
      ],
    });
    await sweep();
    const minute = Math.floor(Date.now() / 60_000) * 60_000 - 60_000;
    const call = (from: string, to: string) => ({
      ...{ from: serviceNode(from), to: serviceNode(to), minute },
    });
    await opened[0].accept({
      calls: reportOf(1, [
        call('fraud', 'payments'),
        call('payments', 'crane'),
      ]),
    });
    const { body: names } = await get('/v1/aliases?kind=otel');
    await eventually(async () =>
      names.items.every(({ state }: { state: string }) => state === 'matched'),
    );
    const observed = '/v1/calls/observed?limit=1';
    const { body: first } = await get(observed, { as: 'service' });
    const { body: second } = await get(
      `${observed}&cursor=${encodeURIComponent(first.nextCursor)}`,
    );
    expect(
      [...first.items, ...second.items].map(({ from, to }) => [from, to]),
    ).toEqual([
      [ref('fraud'), ref('payments')],
      [ref('payments'), ref('crane')],
    ]);
    expect(second.nextCursor).toBeUndefined();
    expect((await get('/v1/calls/observed?limit=5001')).status).toBe(400);
    allow(denying('sightline.service.read'));
    expect((await get(observed)).status).toBe(403);
  });
});

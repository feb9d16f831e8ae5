import { ServiceRow } from '@sightline/backstage-plugin-sightline-common';
import { harbour } from './__testUtils__/harbour';
import { pushedTraces } from './__testUtils__/pushedTraces';
import { startSightline } from './__testUtils__/startSightline';
import { reportOf, serviceNode } from './features/calls/__testUtils__/reports';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();
const minute = 60_000;

describe('the Fleet of sightlinePlugin', () => {
  it('shows by the calls that came how a service keeps its promises', async () => {
    const { source, say } = pushedTraces();
    const { get, sweep, turn } = await startSightline({
      database: await open('SQLITE_3'),
      entities: harbour(),
      sources: [source],
    });
    await sweep();
    const at = Math.floor(Date.now() / minute) * minute - minute;
    await say({
      calls: reportOf(1, [
        {
          from: serviceNode('payments'),
          to: serviceNode('ledger'),
          ...{ minute: at, calls: 10_000, errors: 5_000 },
        },
      ]),
    });
    const rowOf = async (name: string): Promise<ServiceRow> =>
      (await get(`/v1/services?q=${name}`)).body.items[0];
    await eventually(async () => (await rowOf('ledger')).slo !== undefined);
    await turn('slo:calls');
    await eventually(async () => (await rowOf('ledger')).slo?.state === 'page');
    const { slo } = await rowOf('ledger');
    expect(slo).toMatchObject({ remaining: expect.any(Number) });
    const { body } = await get('/v1/services?burning=page');
    expect(body.items.map((row: ServiceRow) => row.name)).toEqual(['ledger']);
  });
});

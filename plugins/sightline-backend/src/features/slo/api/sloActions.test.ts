import { ref } from '../../../__testUtils__/harbour';
import {
  denying,
  Sightline,
  startSightline,
} from '../../../__testUtils__/startSightline';
import { eventually } from '../../../intake/__testUtils__/startTestIntake';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { fakeIndicatorSource } from '../__testUtils__/FakeIndicatorSource';

const { open } = useTestDatabases();
const prometheus = fakeIndicatorSource();
let sightline: Sightline;

beforeAll(async () => {
  prometheus.tell(ref('payments'), { errors: 0.2 });
  prometheus.tell(ref('ledger'), { errors: 0.001 });
  sightline = await startSightline({
    database: await open('SQLITE_3'),
    indicatorSources: [prometheus.source],
    config: { slo: { templates: [{ preset: 'http' }] } },
  });
  await sightline.sweep();
  const states = async () =>
    (await sightline.get('/v1/objectives')).body.states;
  await eventually(async () => (await states()).unknown > 0);
  await sightline.turn('slo:prometheus:main');
  await eventually(async () => (await states()).page === 2);
});

const ask = async (id: string, input: object) => {
  const credentials = sightline.asker();
  const { output } = await sightline.actions.invoke({
    ...{ id: `test:${id}`, input: input as never, credentials },
  });
  return output as any;
};

describe('the action get-objectives', () => {
  it('says what a service promises and how it stands', async () => {
    const { answer } = await ask('get-objectives', { service: 'payments' });
    expect(answer).toMatchObject({
      service: ref('payments'),
      objectives: [{ state: 'page' }, { state: 'page' }],
      feasibility: [{ verdict: 'unknown' }],
    });
  });

  it('names what it cannot read', async () => {
    await expect(
      ask('get-objectives', { service: 'group:default/x' }),
    ).rejects.toThrow('group');
  });
});

describe('the action get-burning-services', () => {
  it('lists what burns, most urgent first, and how many are in which state', async () => {
    const { states, objectives } = await ask('get-burning-services', {});
    expect(states).toMatchObject({ page: 2 });
    expect(
      objectives.map(({ service, state }: any) => [service, state]),
    ).toEqual([
      [ref('payments'), 'page'],
      [ref('payments'), 'page'],
    ]);
  });

  it('says nothing to whom nothing is granted', async () => {
    sightline.allow(denying('sightline.service.read'));
    await expect(ask('get-burning-services', {})).rejects.toThrow('services');
  });
});

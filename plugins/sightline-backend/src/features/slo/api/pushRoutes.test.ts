import { ref } from '../../../__testUtils__/harbour';
import {
  allowAll,
  denying,
  Sightline,
  startSightline,
} from '../../../__testUtils__/startSightline';
import { eventually } from '../../../intake/__testUtils__/startTestIntake';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { fakeIndicatorSource } from '../__testUtils__/FakeIndicatorSource';

const { open } = useTestDatabases();
let sightline: Sightline;

const list = async (query: string) =>
  (await sightline.get(`/v1/objectives${query}`)).body;

beforeAll(async () => {
  sightline = await startSightline({
    database: await open('SQLITE_3'),
    indicatorSources: [fakeIndicatorSource().source],
  });
  await sightline.sweep();
  // Those of the tiers are there: the book was read once.
  await eventually(async () => (await list('')).of > 0);
});

describe('objectives through the API', () => {
  const url = '/v1/services/default/crane/objectives/lifts';
  const body = {
    title: 'Lifts end well',
    indicator: { kind: 'availability', words: 'lifts that end well' },
    target: 0.99,
    window: { kind: 'rolling', duration: 30 * 86_400_000 },
    measure: {
      by: 'events',
      bad: 'sum(increase(lifts_failed[$window]))',
      total: 'sum(increase(lifts[$window]))',
    },
  };
  beforeEach(() => {
    sightline.audited.length = 0;
  });
  afterEach(() => sightline.allow(allowAll));

  it('are kept, in force soon after, and taken back', async () => {
    const put = await sightline.send('put', url, { body });
    expect([put.status, put.body]).toEqual([
      200,
      { id: `${ref('crane')}/lifts` },
    ]);
    await eventually(async () => (await list('?origin=pushed')).total === 1);
    const [row] = (await list('?origin=pushed')).items;
    expect(row).toMatchObject({
      objective: { id: `${ref('crane')}/lifts`, title: 'Lifts end well' },
      state: 'unknown',
    });
    const gone = await sightline.send('delete', url);
    expect(gone.status).toBe(204);
    await eventually(async () => (await list('?origin=pushed')).total === 0);
    expect(
      sightline.audited.map(({ eventId, outcome }) => [eventId, outcome]),
    ).toEqual([
      ['objective-put', 'success'],
      ['objective-delete', 'success'],
    ]);
  });

  it('are refused with words for what is wrong, and so is who may not', async () => {
    const wrong = await sightline.send('put', url, {
      body: { ...body, target: 99 },
    });
    expect([wrong.status, wrong.body.error.message]).toEqual([
      400,
      expect.stringContaining('target'),
    ]);
    expect((await sightline.send('delete', url)).status).toBe(404);
    sightline.allow(denying('sightline.objective.manage'));
    expect((await sightline.send('put', url, { body })).status).toBe(403);
    expect(sightline.audited.map(({ outcome }) => outcome)).toEqual([
      'failed: InputError',
      'failed: NotFoundError',
      'failed: NotAllowedError',
    ]);
  });
});

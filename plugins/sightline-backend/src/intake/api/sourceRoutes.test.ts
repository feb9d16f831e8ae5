import {
  ok,
  Outcome,
  PullSource,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import {
  allowAll,
  denying,
  Sightline,
  startSightline,
} from '../../__testUtils__/startSightline';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';

const { open } = useTestDatabases();
let answer: Outcome<SourceReport> = ok({});
let sightline: Sightline;

const sonar: PullSource = {
  kind: 'pull',
  id: 'sonar',
  title: 'Sonar',
  defaults: { every: { minutes: 5 }, freshFor: { minutes: 15 } },
  pull: async (_services, context) => {
    context.countCall();
    return answer;
  },
};

beforeAll(async () => {
  sightline = await startSightline({
    database: await open('SQLITE_3'),
    sources: [
      sonar,
      {
        kind: 'push',
        id: 'spans',
        title: 'Spans',
        open: async () => {},
      },
    ],
  });
  await sightline.sweep();
});

const sources = async () => (await sightline.get('/v1/sources')).body.items;
const refresh = (id: string) =>
  sightline.send('post', `/v1/sources/${id}/refresh`);

describe('the sources', () => {
  it('are all listed with their state, also those never asked', async () => {
    const items = await sources();

    expect(
      items.map(({ id, kind, state }: any) => [id, kind, state]).sort(),
    ).toEqual([
      ['catalog', 'pull', 'ok'],
      ['slo:calls', 'pull', 'starting'],
      ['sonar', 'pull', 'starting'],
      ['spans', 'push', 'starting'],
    ]);
  });

  it('can be asked before their time, and say how it went', async () => {
    const run = {
      startedAt: expect.any(String),
      took: expect.any(Number),
      outcome: 'ok',
      calls: 1,
      notes: [],
    };

    const { status, body } = await refresh('sonar');

    expect([status, body]).toEqual([200, run]);
    const now = (await sources()).find(({ id }: any) => id === 'sonar');
    expect(now).toMatchObject({
      title: 'Sonar',
      state: 'ok',
      every: 300_000,
      freshFor: 900_000,
      consecutiveFailures: 0,
      totals: { runs: 1, failures: 0, calls: 1 },
      losses: [],
      recentRuns: [run],
    });
  });

  it('name their fault in words when they refuse', async () => {
    const fault = {
      kind: 'not-authorised' as const,
      words: 'sonar.example answered 401',
    };
    answer = { outcome: 'failed', fault };

    const { status, body } = await refresh('sonar');

    expect([status, body.outcome, body.fault]).toEqual([200, 'failed', fault]);
    const now = (await sources()).find(({ id }: any) => id === 'sonar');
    expect(now).toMatchObject({ fault, consecutiveFailures: 1 });
    expect(now.words).toContain(fault.words);
  });

  it('that speak up by themselves cannot be asked', async () => {
    const { status, body } = await refresh('spans');
    expect([status, body.error]).toEqual([
      409,
      {
        name: 'ConflictError',
        message:
          "Source 'spans' is not asked: it is switched off, or speaks up by itself",
      },
    ]);
  });

  it('that do not exist are not found', async () => {
    const { status, body } = await refresh('ghost');
    expect([status, body.error]).toEqual([
      404,
      { name: 'NotFoundError', message: "There is no source 'ghost'" },
    ]);
  });
});

describe('the action list-sources', () => {
  const invoke = (input: object = {}) =>
    sightline.actions.invoke({
      id: 'test:list-sources',
      input: input as never,
      credentials: sightline.asker(),
    });
  afterEach(() => sightline.allow(allowAll));

  it('tells an agent how far it may trust what else it is told', async () => {
    const { output } = (await invoke()) as any;

    const listed = await sources();
    expect(output.sources).toEqual(
      listed.map(({ id, title, state, words, lastSuccessAt }: any) => ({
        id,
        title,
        state,
        words,
        ...(lastSuccessAt && { lastSuccessAt }),
      })),
    );
  });

  it('needs the permission of its asker', async () => {
    sightline.allow(denying('sightline.source.read'));
    await expect(invoke()).rejects.toThrow(
      'This needs the permission sightline.source.read',
    );
  });
});

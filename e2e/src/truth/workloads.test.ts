import { dirname } from 'node:path';
import { readTruth, startKubernetes } from '@sightline/town';
import {
  HARBOUR_TOKEN,
  startHarbour,
  until,
  type Harbour,
} from './__testUtils__/startHarbour';
import {
  deployOfAnswer,
  deploysOfTruth,
  lockStepsOfAnswers,
  lockStepsOfTruth,
  runsOf,
  skewOfAnswer,
  skewOfTruth,
  troublesOfAnswer,
  troublesOfTruth,
  workloadsOfAnswer,
  workloadsOfTruth,
  type DeployAnswer,
  type WorkloadsAnswer,
} from './__testUtils__/workloadsOfTruth';

// Starting a backend takes its time where others work, too.
jest.setTimeout(300_000);

const truth = readTruth(
  dirname(require.resolve('@sightline/town/package.json')),
);
const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
const services = truth.services.map(({ name }) => name);
/** Services whose workloads are called so that it could be somebody else's, too. */
const ambiguous = ['report-exports', 'ledger-exports'];
const named = services.filter(service => !ambiguous.includes(service));

/**
 * Harbour as its two clusters tell it, over HTTP to the real backend, and what that
 * makes of its workloads, held against what is true of them.
 */
describe('with the clusters of Harbour', () => {
  const startMs = Date.now();
  const outages: Parameters<typeof startKubernetes>[0]['outages'][number][] =
    [];
  let clusters: Awaited<ReturnType<typeof startKubernetes>>;
  let harbour: Harbour;
  const seen = new Map<string, WorkloadsAnswer>();
  const of = (service: string) => seen.get(service)!;

  beforeAll(async () => {
    clusters = await startKubernetes({
      ...{ port: 0, token: HARBOUR_TOKEN, truth, outages },
      ...{ startMs, nowMs: Date.now },
    });
    harbour = await startHarbour({ kubernetes: clusters.url });
    const wanted = named.flatMap(service => runsOf(truth, service)).length;
    await until('all that runs is known', async () => {
      let count = 0;
      for (const service of services) {
        const path = `/v1/services/default/${service}/workloads`;
        const answer: WorkloadsAnswer = await harbour.ask(path);
        seen.set(service, answer);
        count += answer.workloads.length;
      }
      return count >= wanted;
    });
  });

  afterAll(async () => {
    clusters?.close();
    await harbour?.stop();
  });

  it.each(named)('%s runs what it does in truth, and no more', service => {
    expect(workloadsOfAnswer(of(service)).sort()).toEqual(
      workloadsOfTruth(truth, service).sort(),
    );
    expect(of(service).gaps).toEqual([]);
  });

  it('whose workload is called as two services are is not guessed', async () => {
    for (const service of ambiguous) {
      expect(of(service)).toMatchObject({
        ...{ workloads: [], unknown: { reason: 'no-data' } },
      });
    }
    const { items } = await harbour.ask(
      '/v1/aliases?kind=kubernetes&q=exports',
    );
    const [{ outside, service, candidates }] = items;
    expect([outside.name, service]).toEqual(['CronJob/exports', undefined]);
    expect(
      candidates.map((one: { service: string }) => one.service).sort(),
    ).toEqual(ambiguous.map(name => `component:default/${name}`).sort());
  });

  it('every trouble of the truth is told, and no other', () => {
    const all = [...seen.values()].flatMap(({ workloads }) => workloads);
    expect(troublesOfAnswer(all)).toEqual(troublesOfTruth(truth));
  });

  it('clusters differ in version where they do in truth', () => {
    for (const service of services) {
      expect([service, ...skewOfAnswer(of(service))]).toEqual([
        service,
        ...skewOfTruth(truth, service),
      ]);
    }
  });

  it('everything was deployed when it was in truth, before anybody looked, too; a restart is no deploy', async () => {
    const since = new Date(startMs - 6 * WEEK).toISOString();
    const { items } = await harbour.ask(`/v1/deploys?limit=100&since=${since}`);
    expect(
      items.map((one: DeployAnswer) => deployOfAnswer(one)).sort(),
    ).toEqual(deploysOfTruth(truth, startMs));
  });

  it('services go in lock-step that do in truth, and no others', () => {
    expect(lockStepsOfAnswers([...seen.values()])).toEqual(
      lockStepsOfTruth(truth),
    );
  });

  it('hears it within seconds when nobody listens any more, and when somebody does again', async () => {
    const states: string[] = [];
    const heard = (state: string) =>
      until(`Ledger is ${state}`, async () => {
        const path = '/v1/services/default/ledger/workloads';
        const { workloads }: WorkloadsAnswer = await harbour.ask(path);
        const [{ rollout, troubles }] = workloads;
        const words = troubles.map(({ trouble }) => trouble);
        const now = [rollout.state, ...words].join(', ');
        if (now !== states[states.length - 1]) states.push(now);
        return now === state;
      });
    const effect = { on: { callee: 'ledger' }, refused: true };
    outages.push({
      incident: {
        ...{ id: 'down', title: 'Nobody listens', lastsMinutes: 1 },
        effects: [effect],
      },
      fromMicros: (Date.now() - MINUTE) * 1000,
      toMicros: Infinity,
    });
    await heard('degraded, not-ready');
    outages.pop();
    await heard('complete');
    expect(states).toContain('degraded, not-ready');
  });
});

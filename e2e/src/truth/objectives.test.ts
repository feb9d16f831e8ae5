import { dirname } from 'node:path';
import { readTruth, startPrometheus, tellPast } from '@sightline/town';
import { needsOfTruth } from './__testUtils__/needsOfTruth';
import {
  burnOfTruth,
  remainingOfTruth,
  stateOfAnswer,
  stateOfTruth,
  type ObjectiveAnswer,
} from './__testUtils__/objectivesOfTruth';
import {
  startHarbour,
  until,
  type Harbour,
} from './__testUtils__/startHarbour';
import { wordOf, type Party } from './__testUtils__/wordsOfParties';

// Starting a backend takes its time where others work, too.
jest.setTimeout(300_000);

const truth = readTruth(
  dirname(require.resolve('@sightline/town/package.json')),
);
const MINUTE = 60_000;
const isKnown = ({ state }: { state: string }) => state !== 'unknown';

/**
 * Harbour as its Prometheus tells it, over HTTP to the real backend, and what that says
 * of the promises in the catalog, held against what is true of them.
 */
describe('with the Prometheus of Harbour', () => {
  const startMs = Date.now();
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  let harbour: Harbour;
  let all: ObjectiveAnswer[];
  let promised: ObjectiveAnswer[];

  const readAll = async (): Promise<ObjectiveAnswer[]> =>
    (await harbour.ask('/v1/objectives?limit=200')).items;
  const isPromised = ({ objective }: ObjectiveAnswer) =>
    objective.origin.kind === 'openslo';
  const of = (id: string) =>
    promised.find(({ objective }) => objective.name === id)!;

  beforeAll(async () => {
    prometheus = await startPrometheus({
      ...{ port: 0, truth, outages: [], startMs, nowMs: Date.now },
    });
    harbour = await startHarbour({ prometheus: prometheus.url });
    await tellPast({
      ...{ truth, endpoint: harbour.endpoint, token: harbour.token },
      ...{ seed: 'objectives', rate: 0.3 },
      fromMicros: (startMs - 10 * MINUTE) * 1000,
      toMicros: startMs * 1000,
    });
    await harbour.allIsCounted();
    const wanted = truth.objectives.filter(isKnown).length;
    await until('what is promised is measured', async () => {
      all = await readAll();
      promised = all.filter(isPromised);
      return promised.filter(({ evidence }) => evidence).length >= wanted;
    });
  });

  afterAll(async () => {
    prometheus?.close();
    await harbour?.stop();
  });

  it('every promise stands as in truth, and there is no other', () => {
    expect(promised.map(stateOfAnswer).sort()).toEqual(
      truth.objectives.map(stateOfTruth).sort(),
    );
    expect(promised.filter(({ stale }) => stale)).toEqual([]);
  });

  it.each(truth.objectives.filter(isKnown))(
    '$id: as much of the budget is left as in truth',
    objective => {
      const { remaining, near } = remainingOfTruth(objective);
      const seen = of(objective.id).budget?.remaining ?? NaN;
      expect(Math.abs(seen - remaining)).toBeLessThan(near);
    },
  );

  it('what burns does so as fast as in truth, and pages for it', () => {
    for (const burning of truth.objectives.filter(
      ({ state }) => state === 'burning',
    )) {
      const { burns, evidence } = of(burning.id);
      const pair = burns.find(({ long }) => long.window === 60 * MINUTE)!;
      const seenAt = Date.parse(evidence!.observedAt);
      const minutes = Math.max(0, (seenAt - startMs) / MINUTE);
      const { long, short, near } = burnOfTruth(burning, minutes);
      expect(pair).toMatchObject({ severity: 'page', firing: true });
      expect(Math.abs(pair.long.burn.rate - long)).toBeLessThan(near);
      expect(Math.abs(pair.short.burn.rate - short)).toBeLessThan(near);
    }
  });

  it('what cannot be kept waits for those that it does in truth, and is not called safe', async () => {
    for (const { id, service, target, ceiling } of truth.objectives.filter(
      ({ state }) => state === 'infeasible',
    )) {
      const { feasibility } = await harbour.ask(
        `/v1/services/default/${service}/objectives`,
      );
      const judged = feasibility.find(
        ({ objective }: { objective: string }) =>
          objective === of(id).objective.id,
      );
      const found = judged.dependencies.map(({ party }: { party: Party }) =>
        wordOf(party),
      );
      expect(found.sort()).toEqual(needsOfTruth(truth, service));
      // Some hundred orders cannot tell 99.4 % from 99.5 %, and what each gave to all
      // is not what it gave to this one; but nobody may call it safe.
      expect(judged.target).toBe(target);
      expect(['infeasible', 'tight']).toContain(judged.verdict);
      expect(Math.abs(judged.ceiling - ceiling!)).toBeLessThan(0.02);
    }
  });

  it('all is stale a round after Prometheus went away, and the last word on it stays', async () => {
    prometheus.close();
    const measured = promised.filter(({ evidence }) => evidence);
    let now: ObjectiveAnswer[] = [];
    await until('what is promised is stale', async () => {
      now = (await readAll()).filter(isPromised);
      return now.every(({ stale, evidence }) => stale || !evidence);
    });
    expect(now.filter(({ evidence }) => evidence)).toHaveLength(
      measured.length,
    );
    expect(now.map(stateOfAnswer).sort()).toEqual(
      promised.map(stateOfAnswer).sort(),
    );
  });
});

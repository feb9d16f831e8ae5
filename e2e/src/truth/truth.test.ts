import { dirname } from 'node:path';
import { readTruth, tellPast, type Tally } from '@sightline/town';
import { edgesOfTruth, inWords } from './__testUtils__/edgesOfTruth';
import {
  journeysOfTruth,
  stepsOfAnswer,
} from './__testUtils__/journeysOfTruth';
import { verdictsOfTruth } from './__testUtils__/verdictsOfTruth';
import { wordOf, type Party } from './__testUtils__/wordsOfParties';
import {
  isLastWord,
  startHarbour,
  until,
  type Harbour,
  type StoredEdge,
} from './__testUtils__/startHarbour';

// Starting a backend takes its time where others work, too.
jest.setTimeout(300_000);

const folder = dirname(require.resolve('@sightline/town/package.json'));
const truth = readTruth(folder);

/** A morning like any other, so that the same spans are sent each time. */
const TO_MICROS = Date.UTC(2026, 7, 24, 8) * 1000;
/** Every edge shows itself at any rate; this one spares the machine. */
const harbours = { rate: 0.3, seconds: 600 };

const inLine = ({ caller, callee, protocol, mode, evidence }: StoredEdge) =>
  `${inWords(caller)} → ${inWords(callee)} ${protocol} ${mode} ${evidence}`;

/**
 * Ten minutes of Harbour, told over HTTP to the real backend, and what that makes of
 * them, held against what really happens there. Whatever the portal concludes from
 * traces belongs in here: `ask` what the API says, and compare with `truth`.
 */
describe('after ten minutes of Harbour', () => {
  const truly = edgesOfTruth(truth, harbours);
  let harbour: Harbour;
  let told: Tally;
  let seen: StoredEdge[];

  beforeAll(async () => {
    harbour = await startHarbour();
    told = await tellPast({
      ...{ truth, endpoint: harbour.endpoint, token: harbour.token },
      ...{ seed: 'truth', rate: harbours.rate },
      fromMicros: TO_MICROS - harbours.seconds * 1e6,
      toMicros: TO_MICROS,
    });
    await harbour.allIsCounted();
    seen = harbour.edges().filter(edge => !isLastWord(edge));
  });

  afterAll(() => harbour?.stop());

  /** Retries and what is sampled are drawn by chance; all else is exact. */
  const miscounted = (mode: string) =>
    seen
      .filter(edge => edge.mode === mode)
      .map(edge => ({ line: inLine(edge), calls: edge.estimated }))
      .map(edge => ({ ...edge, truly: truly.get(edge.line) ?? 0 }))
      .filter(
        ({ calls, truly: wanted }) =>
          Math.abs(calls - wanted) > 3 + wanted * 0.05,
      );

  it('all of it was taken', () => {
    expect(told).toMatchObject({ rejected: 0, lost: 0, waiting: 0 });
    expect(told.acknowledged).toBe(told.offered);
  });

  it('every edge of the truth is there, and no other', () => {
    expect(seen.map(inLine).sort()).toEqual([...truly.keys()].sort());
  });

  it('calls are as many as in truth, where somebody waits for them', () => {
    expect(miscounted('sync')).toEqual([]);
  });

  // A create span beside its send span, and a process span below its receive span, are
  // two calls to the engine: the three services that write such spans have all twice.
  it.failing(
    'messages are as many as in truth, whatever is told of one',
    () => {
      expect(miscounted('async')).toEqual([]);
    },
  );

  it('every verdict about a dependency is the truth, and there is no other', async () => {
    const services = [...new Set(truth.drift.map(({ from }) => from))];
    const verdicts = await Promise.all(
      services.map(async from => {
        const { rows } = await harbour.ask(
          `/v1/services/default/${from}/drift`,
        );
        return rows.map(
          ({ target, verdict }: { target: Party; verdict: string }) =>
            `${from} → ${wordOf(target)} ${verdict}`,
        );
      }),
    );
    expect(verdicts.flat().sort()).toEqual(verdictsOfTruth(truth));
  });

  it('every journey is there with every step, across topics, and no other', async () => {
    const { items } = await harbour.ask('/v1/calls/journeys?limit=500');
    const roots = items.filter(
      ({ topic, party }: { topic?: Party; party: Party }) =>
        topic === undefined && !party.id.includes('the-last-word'),
    );
    const readAll = () =>
      Promise.all(
        roots.map(({ id }: { id: string }) =>
          harbour.ask(`/v1/calls/journeys/${id}`),
        ),
      );
    let found: ReturnType<typeof stepsOfAnswer>[] = [];
    // Steps and names are read at different moments, some seconds apart at most.
    await until('whoever was seen last has a name', async () => {
      found = (await readAll()).map(stepsOfAnswer);
      return !found.some(({ steps }) => /> unnamed/.test(steps.join()));
    });
    const wanted = journeysOfTruth(truth);
    expect(found.map(({ begin }) => begin).sort()).toEqual(
      [...wanted.keys()].sort(),
    );
    for (const { begin, steps } of found) {
      expect({ begin, steps }).toEqual({ begin, steps: wanted.get(begin) });
    }
  });

  it('everybody lives in the environment that they tell', () => {
    const environments = seen.flatMap(({ caller, callee }) => [
      caller.environment,
      callee.environment,
    ]);
    expect([...new Set(environments)]).toEqual(['production']);
  });
});

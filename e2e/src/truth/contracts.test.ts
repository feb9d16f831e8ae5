import { dirname } from 'node:path';
import { readTruth, startPact, tellPast } from '@sightline/town';
import {
  gapsOfAnswer,
  pactsIn,
  placesOfTruth,
  silentOfTruth,
  stateOfAnswer,
  stateOfTruth,
  uncontractedOfTruth,
  verdictOfTruth,
  type PairAnswer,
} from './__testUtils__/contractsOfTruth';
import {
  startHarbour,
  until,
  type Harbour,
} from './__testUtils__/startHarbour';
import { verdictsOfTruth } from './__testUtils__/verdictsOfTruth';
import { wordOf, type Party } from './__testUtils__/wordsOfParties';

// Starting a backend takes its time where others work, too.
jest.setTimeout(300_000);

const truth = readTruth(
  dirname(require.resolve('@sightline/town/package.json')),
);
const MINUTE = 60_000;

type AliasAnswer = {
  outside: { name: string };
  candidates: { service: string }[];
};
const isSettled = (state: string) =>
  ['annotated', 'accepted', 'matched'].includes(state);

/**
 * Harbour as its broker tells it, over HTTP to the real backend, and what that makes of
 * its contracts, held against what is true of them.
 */
describe('with the broker of Harbour', () => {
  const startMs = Date.now();
  let broker: Awaited<ReturnType<typeof startPact>>;
  let harbour: Harbour;

  const pairs = async (): Promise<PairAnswer[]> =>
    (await harbour.ask('/v1/contracts/matrix')).pairs;
  /** pairs with a pact */
  const matrix = async (query = ''): Promise<PairAnswer[]> =>
    (await harbour.ask(`/v1/contracts/matrix${query}`)).pairs.filter(
      ({ gap }: PairAnswer) => gap !== 'traffic-without-contract',
    );
  const verdict = (question: {
    pacticipant: string;
    version: string;
    environment: string;
  }) =>
    harbour.ask(`/v1/contracts/can-i-deploy?${new URLSearchParams(question)}`);

  beforeAll(async () => {
    broker = await startPact({ port: 0, truth, startMs });
    harbour = await startHarbour({ pact: broker.url });
    await tellPast({
      ...{ truth, endpoint: harbour.endpoint, token: harbour.token },
      ...{ seed: 'contracts', rate: 0.3 },
      fromMicros: (startMs - 10 * MINUTE) * 1000,
      toMicros: startMs * 1000,
    });
    await harbour.allIsCounted();
    await until('the broker is mirrored', async () => {
      return (await matrix()).length >= truth.pacts.length;
    });
  });

  afterAll(async () => {
    broker?.close();
    await harbour?.stop();
  });

  it('every pact stands as in truth, and there is no other', async () => {
    expect((await matrix()).map(stateOfAnswer).sort()).toEqual(
      truth.pacts.map(stateOfTruth).sort(),
    );
  });

  it.each(truth.environments)(
    '$displayName has those that meet there, and no other',
    async ({ name }) => {
      const there = await matrix(`?environment=${name}`);
      const inLine = (consumer: string, provider: string, state: string) =>
        `${consumer} → ${provider} ${state}`;

      expect(
        there
          .map(one => inLine(one.consumer.name, one.provider.name, one.state))
          .sort(),
      ).toEqual(
        pactsIn(truth, name)
          .map(one => inLine(one.consumer, one.provider, one.state))
          .sort(),
      );
    },
  );

  it('shows both versions of Pricing that customers meet', async () => {
    const pricing = truth.services.find(({ name }) => name === 'pricing')!;
    const [pair] = await matrix('?environment=production&q=pricing-svc');
    expect([...pair.providerVersions].sort()).toEqual(
      pricing.runs.map(({ version }) => version).sort(),
    );
  });

  it.each(placesOfTruth(truth))(
    '$pacticipant $version may be in $environment, or not, as the truth has it',
    async question => {
      const { pacticipant, environment } = question;
      expect(await verdict(question)).toMatchObject({
        ...question,
        pacticipant: { name: pacticipant },
        answer: verdictOfTruth(truth, pacticipant, environment),
      });
    },
  );

  it('says no where the broker says unknown, because a pact failed beside one that nobody checked', async () => {
    const { answer, brokerSays, reasons } = await verdict({
      ...{ pacticipant: 'Orders', version: '9.3.2', environment: 'production' },
    });
    const kinds = reasons.map(({ kind }: { kind: string }) => kind);

    expect({ answer, brokerSays }).toEqual({
      ...{ answer: 'no', brokerSays: 'unknown' },
    });
    expect(kinds).toEqual(expect.arrayContaining(['failed', 'no-result']));
  });

  it('every name on the broker is a service, but for the misspelt one', async () => {
    const services = new Map<string, string | undefined>();
    for (const { consumer, provider } of await matrix()) {
      for (const { name, service } of [consumer, provider]) {
        services.set(name, service?.ref);
      }
    }
    const refOf = (pacticipant: string) => {
      const service = truth.services.find(({ pact }) => pact === pacticipant);
      return service && `component:default/${service.name}`;
    };
    expect([...services].sort()).toEqual(
      [...services.keys()].map(name => [name, refOf(name)]).sort(),
    );
    expect(services.get('moblie-bff')).toBeUndefined();
  });

  it('suggests whom the misspelt one probably means, and leaves it to people', async () => {
    const { evidence } = truth.planted.find(
      ({ id }) => id === 'misspelt-consumer',
    )!;
    const { items } = await harbour.ask('/v1/aliases?kind=pact&limit=200');
    const unsure = items.filter(
      ({ state }: { state: string }) => !isSettled(state),
    );
    expect(
      unsure.map(({ outside, candidates }: AliasAnswer) => [
        ...[outside.name, candidates[0]?.service],
      ]),
    ).toEqual([
      [evidence.pacticipant, `component:default/${evidence.probably}`],
    ]);
  });

  describe('drift, with what was promised', () => {
    let rows: string[];
    const wanted = verdictsOfTruth(truth, { isContracted: true });

    beforeAll(async () => {
      const consumers = truth.services.filter(({ pact }) =>
        truth.pacts.some(({ consumer }) => consumer === pact),
      );
      await until('what each pact says is read', async () => {
        const answers = await Promise.all(
          consumers.map(({ name }) =>
            harbour.ask(`/v1/services/default/${name}/contracts`),
          ),
        );
        return answers.every(({ providers }) =>
          providers.every(({ kind }: { kind?: string }) => kind !== undefined),
        );
      });
      const services = [...new Set(truth.drift.map(({ from }) => from))];
      const answers = await Promise.all(
        services.map(async from => {
          const answer = await harbour.ask(
            `/v1/services/default/${from}/drift`,
          );
          return answer.rows.map(
            ({ target, verdict: said }: { target: Party; verdict: string }) =>
              `${from} → ${wordOf(target)} ${said}`,
          );
        }),
      );
      rows = answers.flat();
    });

    it('is the truth, and there is no other', () => {
      expect(rows.sort()).toEqual(wanted);
    });
  });

  describe('calls without a pact, and pacts without calls', () => {
    it('are pairs on the broker that call each other, as in truth, and no others', async () => {
      expect(gapsOfAnswer(await pairs(), 'traffic-without-contract')).toEqual(
        uncontractedOfTruth(truth),
      );
    });

    it('are not told of silence before calls were seen for an hour', async () => {
      const { silence } = await harbour.ask('/v1/contracts/matrix');
      expect(silence).toMatchObject({ reason: 'too-few-events' });
      expect(gapsOfAnswer(await pairs(), 'contract-without-traffic')).toEqual(
        [],
      );
    });

    it('are pairs that did not call each other in more than an hour', async () => {
      harbour.seenEarlier(60 * MINUTE);
      await until('an hour is known', async () => {
        const { silence } = await harbour.ask('/v1/contracts/matrix');
        return silence === undefined;
      });
      expect(gapsOfAnswer(await pairs(), 'contract-without-traffic')).toEqual(
        silentOfTruth(truth),
      );
    });
  });

  it('what was known stays when the broker goes away', async () => {
    const before = (await matrix()).map(stateOfAnswer).sort();
    broker.close();
    await until('the broker fails', async () => {
      const { items } = await harbour.ask('/v1/sources');
      const source = items.find(
        ({ id }: { id: string }) => id === 'pact:harbour',
      );
      return ['failing', 'stale'].includes(source.state);
    });
    expect((await matrix()).map(stateOfAnswer).sort()).toEqual(before);
  });
});

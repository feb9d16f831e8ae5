import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { fakeSources, ownContracts } from './__testUtils__/FakeSources';
import { NOW, ref } from './__testUtils__/findings';
import { freezesOf } from './__testUtils__/freezes';
import { AskedDeploy } from './asking/askContracts';
import { createSafeToDeploy } from './createSafeToDeploy';
import { DeploySources } from './DeploySources';

const world = (
  change: (sources: DeploySources) => Partial<DeploySources> = () => ({}),
  freezes: JsonObject[] = [],
) => {
  const fake = fakeSources();
  const logger = mockServices.logger.mock();
  const reader = createSafeToDeploy({
    sources: { ...fake.sources, ...change(fake.sources) },
    ...{ freezes: freezesOf(...freezes), clock: () => NOW, logger },
    patience: { contracts: 50, others: 50 },
  });
  const ask = (asked: AskedDeploy & { mayRead?: () => boolean } = {}) =>
    reader.of(ref('payments'), asked);
  const told = async (asked: AskedDeploy = {}) => {
    const { answer, reasons } = await ask(asked);
    return [
      answer,
      ...reasons.map(
        reason =>
          `${reason.about} ${reason.weighs ? reason.answer : 'aside'}${
            reason.unknown ? ` (${reason.unknown})` : ''
          }`,
      ),
    ];
  };
  return { ...fake, logger, reader, ask, told };
};

const never = () => new Promise<never>(() => {});
const broken = async () => {
  throw new Error('select secret from table');
};

describe('whoever is asked', () => {
  const well = [
    ...['contracts yes', 'budget yes', 'rollout yes', 'dependencies yes'],
    'freeze aside (not-configured)',
  ];

  it('answers', async () => {
    expect(await world().told()).toEqual(['yes', ...well]);
  });

  const unavailable = 'unknown (source-unavailable)';
  type Break = (how: () => Promise<never>) => Partial<DeploySources>;
  const parts: [string, string, Break][] = [
    [
      'contracts',
      'contracts',
      how => ({
        contracts: { ...fakeSources().sources.contracts, isKnown: how },
      }),
    ],
    [
      'verdicts',
      'contracts',
      how => ({
        contracts: { ...fakeSources().sources.contracts, verdictsOf: how },
      }),
    ],
    [
      'rollouts',
      'rollout',
      how => ({ workloads: { isKnown: async () => true, rolloutOf: how } }),
    ],
    ['calls', 'dependencies', how => ({ calls: { needs: how } })],
  ];
  const table = parts.flatMap(([who, about, breaking]) => [
    { who, about, breaking, how: broken, does: 'fails' },
    { who, about, breaking, how: never, does: 'never answers' },
  ]);

  it.each(table)(
    'is unknown when $who $does, and the others still say what they know',
    async ({ about, breaking, how }) => {
      const { told, logger, ask } = world(() => breaking(how));
      expect(await told({ version: '12', environment: 'live' })).toEqual([
        ...['unknown', `${about} ${unavailable}`],
        ...well.filter(one => !one.startsWith(about)),
      ]);
      expect(JSON.stringify(await ask())).not.toContain('secret');
      expect(logger.warn).toHaveBeenCalled();
    },
  );

  it.each([broken, never])(
    'is unknown for budgets and dependencies when objectives cannot be read',
    async how => {
      const { told } = world(() => ({ slo: { ofServices: how } }));
      expect(await told()).toEqual([
        ...['unknown', `budget ${unavailable}`, `dependencies ${unavailable}`],
        ...['contracts yes', 'rollout yes', 'freeze aside (not-configured)'],
      ]);
    },
  );

  it('says no although somebody else cannot be asked', async () => {
    const { told, burn } = world(() => ({ calls: { needs: never } }));
    burn('payments');
    expect((await told()).slice(0, 3)).toEqual([
      ...['no', 'budget no', `dependencies ${unavailable}`],
    ]);
  });

  it('is not asked about a service there is not', async () => {
    const { reader } = world();
    await expect(reader.of(ref('ghost'), {})).rejects.toThrow(NotFoundError);
  });
});

describe('what is not set up', () => {
  it('is told, and weighs nothing', async () => {
    const { told, said } = world(() => ({
      calls: { needs: async () => ({ of: () => undefined }) },
    }));
    said.sources = said.sources.map(one => ({ ...one, state: 'disabled' }));
    said.isMirrored = false;
    said.areClustersKnown = false;
    said.objectives.clear();
    const aside = ['contracts', 'budget', 'rollout', 'dependencies', 'freeze'];
    expect((await told()).sort()).toEqual(
      ['unknown', ...aside.map(one => `${one} aside (not-configured)`)].sort(),
    );
  });

  it('and what is not about the service are alike', async () => {
    const evidence = (await fakeSources().sources.calls.needs()).evidence;
    const { told, said } = world(() => ({
      calls: { needs: async () => ({ evidence, of: () => undefined }) },
    }));
    said.own = {
      ...{ providers: [], consumers: [], deployed: [], environments: [] },
    };
    said.rollouts = [];
    expect(await told()).toEqual([
      ...['yes', 'budget yes', 'freeze aside (not-configured)'],
      ...['contracts aside (no-data)', 'rollout aside (no-data)'],
      'dependencies aside (no-data)',
    ]);
  });

  it('is not what is set up and never answered: that holds back', async () => {
    const { told, said } = world();
    said.isMirrored = false;
    said.areClustersKnown = false;
    expect((await told()).slice(0, 3)).toEqual([
      'unknown',
      'contracts unknown (source-unavailable)',
      'rollout unknown (source-unavailable)',
    ]);
  });
});

describe('one of several that was not heard lately', () => {
  const silent = (id: string, minutesAgo?: number) => ({
    ...{ id, title: `Source ${id}`, state: 'failing' as const },
    freshFor: 600_000,
    ...(minutesAgo !== undefined && {
      lastSuccessAt: toIso(NOW - minutesAgo * 60_000),
    }),
  });
  const asides = [
    'contracts: Source pact:other was not heard lately: whether it has pacts there, too, is not known',
    'rollout: Source kubernetes:us1 and Source kubernetes:us2 were not heard lately: whether it runs there, too, is not known',
  ];

  it('is told beside those that were', async () => {
    const { ask, said } = world();
    said.sources.push(
      ...[silent('pact:other'), silent('kubernetes:us1')],
      ...[silent('kubernetes:us2', 11), silent('kubernetes:us3', 9)],
      { ...silent('kubernetes:us4'), state: 'disabled' },
    );
    const { answer, reasons } = await ask();
    const aside = reasons.filter(({ unknown }) =>
      unknown?.startsWith('source'),
    );
    expect([
      answer,
      ...aside.map(({ about, words }) => `${about}: ${words}`),
    ]).toEqual(['yes', ...asides]);
  });

  it('holds back where the others know nothing of the service', async () => {
    const { told, said } = world();
    said.own = {
      ...{ providers: [], consumers: [], deployed: [], environments: [] },
    };
    said.rollouts = [];
    said.sources.push(silent('pact:other'), silent('kubernetes:us1'));
    expect((await told()).slice(0, 3)).toEqual([
      'unknown',
      'contracts unknown (source-unavailable)',
      'rollout unknown (source-unavailable)',
    ]);
  });
});

describe('what is asked about', () => {
  const about = async (asked: AskedDeploy, change = ownContracts()) => {
    const { ask, said, asked: questions } = world();
    said.own = change;
    const { version, versionFrom, environment, reasons } = await ask(asked);
    const contracts = reasons.find(reason => reason.about === 'contracts');
    return {
      ...{ version, versionFrom, environment },
      asked: questions.map(([, question]) => question)[0],
      words: contracts?.words,
    };
  };

  it('is the newest version contracts know, and the production of brokers', async () => {
    expect(await about({})).toMatchObject({
      ...{ version: '12', versionFrom: 'contracts', environment: 'live' },
      asked: { version: '12', environment: 'live' },
    });
  });

  it('is the version heard of last, where nobody says when any was made', async () => {
    const own = ownContracts();
    const [older, newer] = own.providers.map(
      ({ consumerVersion: { createdAt, ...rest }, ...pact }) => ({
        ...{ ...pact, consumerVersion: rest, publishedAt: createdAt },
      }),
    );
    const change = (more: Partial<typeof own>) =>
      about({}, { ...own, providers: [newer, older], ...more });
    const lately = '2026-11-18T00:00:00.000Z';
    expect([
      (await change({})).version,
      (
        await change({
          deployed: own.deployed.map(one => ({ ...one, since: lately })),
        })
      ).version,
      (
        await change({
          consumers: [
            {
              ...{
                ...newer,
                consumer: older.provider,
                provider: older.consumer,
              },
              verification: {
                ...{ state: 'success', verifiedAt: lately },
                providerVersion: { number: '13', branches: [] },
              },
            },
          ],
        })
      ).version,
    ]).toEqual(['12', '9', '13']);
  });

  it('is the environment called production, of several that are', async () => {
    const own = ownContracts();
    const [, live] = own.environments;
    const environments = [live, { ...live, name: 'production' }];
    expect((await about({}, { ...own, environments })).environment).toBe(
      'production',
    );
  });

  it('is what the asker says', async () => {
    expect(await about({ version: '7', environment: 'test' })).toMatchObject({
      ...{ version: '7', versionFrom: 'asked', environment: 'test' },
      asked: { version: '7', environment: 'test' },
    });
  });

  it('is not asked of a broker that has no such environment', async () => {
    expect(await about({ environment: 'moon' })).toMatchObject({
      ...{ environment: 'moon', asked: undefined },
      words: "Its broker has no environment 'moon': there is test, live",
    });
    const own = { ...ownContracts(), environments: [] };
    expect(await about({}, own)).toMatchObject({
      ...{ environment: 'production', asked: undefined },
      words: 'Its broker knows no environments',
    });
  });

  it('must be named where contracts know no version', async () => {
    const own = { ...ownContracts(), providers: [], deployed: [] };
    expect(await about({}, own)).toMatchObject({
      ...{ version: undefined, versionFrom: undefined, asked: undefined },
      words:
        'Contracts know no version of this service: name the one to deploy',
    });
  });

  it('is production when contracts cannot be asked', async () => {
    const { ask } = world(({ contracts }) => ({
      contracts: { ...contracts, ofService: broken },
    }));
    expect(await ask()).toMatchObject({ environment: 'production' });
    expect(await ask({ version: '7' })).toMatchObject({ versionFrom: 'asked' });
  });
});

describe('a freeze', () => {
  const audit = (appliesTo: JsonObject) => ({
    ...{ name: 'Audit', timeZone: 'UTC', appliesTo },
    once: { from: '2026-11-01 00:00', to: '2026-12-01 00:00' },
  });

  it.each<[string, JsonObject, string]>([
    ['a group above the owner', { owners: ['company'] }, 'no'],
    ['another group', { owners: ['yard'] }, 'yes'],
    ['the environment that is meant', { environments: ['live'] }, 'no'],
    ['another environment', { environments: ['test'] }, 'yes'],
    ['its tier', { tiers: ['T0'] }, 'no'],
  ])('is about %s', async (_title, appliesTo, answer) => {
    const { ask } = world(undefined, [audit(appliesTo)]);
    expect((await ask()).answer).toBe(answer);
  });
});

describe('those it waits for', () => {
  it('are named without figures to who may not see them', async () => {
    const { ask, burn } = world();
    burn('ledger');
    const wordsTo = async (mayRead: () => boolean) =>
      (await ask({ mayRead })).reasons[0].words;
    expect([await wordsTo(() => true), await wordsTo(() => false)]).toEqual([
      'Ledger, which it waits for, pages now. Requests succeed: Burns 15× too fast for 50 minutes',
      'Ledger, which it waits for, pages now',
    ]);
  });
});

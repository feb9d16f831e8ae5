import { ConfigReader } from '@backstage/config';
import {
  AskContext,
  AskedService,
  Outcome,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import {
  FakeWorld,
  startFakeWorld,
  WorldRequest,
  WorldAnswer,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createAccountClient } from '../client/createAccountClient';
import { readPagerDutyConfig } from '../readPagerDutyConfig';
import { createPagerDutySource } from '../source/createPagerDutySource';

/** A moment in the gap of Card Payments. */
export const now = Date.parse('2026-11-22T03:00:00Z');

/** A service as intake hands it over. */
export const service = (
  name: string,
  annotations: Record<string, string> = {},
  known: string[] = [],
): AskedService => ({
  ...{ ref: `component:default/${name}`, name, namespace: 'default' },
  annotations,
  names: known.map(one => ({ kind: 'pagerduty', name: one, namespace: '' })),
});

export const id = (said: string, account?: string) => ({
  'pagerduty.com/service-id': said,
  ...(account !== undefined && { 'pagerduty.com/account': account }),
});

/** Every source that a configuration makes. */
export const sourcesOf = (
  pagerDuty: object,
  {
    identity,
    teams,
    time = () => now,
  }: { identity?: string; teams?: object[]; time?: () => number } = {},
) =>
  readPagerDutyConfig(
    new ConfigReader({
      pagerDuty,
      ...(teams && { sightline: { pagerduty: { teams } } }),
    } as never),
  ).map(({ server, ...account }) =>
    createPagerDutySource({
      ...account,
      client: createAccountClient(server, {
        now: time,
        ...(identity && { identity }),
      }),
      now: time,
    }),
  );

export type TestContext = AskContext & {
  losses: Record<string, number>;
  calls: number;
};

export const createContext = (lastGood?: number): TestContext => {
  const context: TestContext = {
    ...{ losses: {}, calls: 0, signal: new AbortController().signal },
    ...(lastGood !== undefined && { lastGood }),
    // Beyond any clock of a test.
    deadline: Number.MAX_SAFE_INTEGER,
    countCall: () => {
      context.calls += 1;
    },
    lost: (cause, count) => {
      context.losses[cause] = (context.losses[cause] ?? 0) + count;
    },
    evidence: () => {
      throw new Error('reports of who is on call carry none');
    },
  };
  return context;
};

/** What a test cannot go on without. */
export const onCallIn = (answer: Outcome<SourceReport>) => {
  if (answer.outcome !== 'ok') throw new Error(answer.fault.words);
  return answer.value.oncall!;
};

const worlds: { stop(): Promise<void> }[] = [];

/** A world that ends with the test. */
export const startWorld = async (
  answer: (request: WorldRequest) => WorldAnswer,
): Promise<FakeWorld> => {
  const world = await startFakeWorld({ answer });
  worlds.push(world);
  return world;
};

export const stopWorlds = () =>
  Promise.all(worlds.splice(0).map(world => world.stop()));

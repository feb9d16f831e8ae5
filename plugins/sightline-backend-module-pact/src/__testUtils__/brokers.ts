import { ConfigReader } from '@backstage/config';
import {
  AskContext,
  Outcome,
} from '@sightline/backstage-plugin-sightline-node';
import {
  FakeWorld,
  startFakeWorld,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createPactBroker } from '../asking/createPactBroker';
import { createBrokerClient } from '../client/createBrokerClient';
import { createPactSource } from '../mirror/createPactSource';
import { readPactConfig } from '../readPactConfig';
import { answerAsBroker, FakeBrokerOptions } from './fakeBroker/answerAsBroker';

const brokerConfig = (settings: object) =>
  readPactConfig(
    new ConfigReader({
      sightline: { pact: { brokers: [{ id: 'test', ...settings }] } },
    }),
  )[0];

/** Everything the module makes of one broker. */
export const everythingOf = (settings: object) => {
  const config = brokerConfig(settings);
  const client = createBrokerClient(config.server);
  return {
    client,
    source: createPactSource({ ...config, client }),
    broker: createPactBroker({ ...config, client }),
  };
};

export type TestContext = AskContext & {
  losses: Record<string, number>;
  calls: number;
  abort(): void;
};

export const createContext = (): TestContext => {
  const controller = new AbortController();
  const context: TestContext = {
    losses: {},
    calls: 0,
    signal: controller.signal,
    deadline: Date.now() + 3_600_000,
    countCall: () => {
      context.calls += 1;
    },
    lost: (cause, count) => {
      context.losses[cause] = (context.losses[cause] ?? 0) + count;
    },
    evidence: () => {
      throw new Error('reports of contracts carry none');
    },
    abort: () => controller.abort(),
  };
  return context;
};

/** What a test cannot go on without. */
export const valueOf = <T>(answer: Outcome<T>): T => {
  if (answer.outcome !== 'ok') throw new Error(answer.fault.words);
  return answer.value;
};

/** A broker, and what the module makes of it. */
export const startBroker = async (
  options: FakeBrokerOptions,
  settings: object = {},
) => {
  const world: FakeWorld = await startFakeWorld({
    answer: answerAsBroker(options),
  });
  const url = `${world.url}${options.prefix ?? ''}`;
  return { world, ...everythingOf({ url, ...settings }) };
};

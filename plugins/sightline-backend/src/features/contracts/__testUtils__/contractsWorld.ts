import { mockServices } from '@backstage/backend-test-utils';
import {
  ServiceRef,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { createContracts } from '../createContracts';
import { ApiCatalog } from '../engine/apis';
import { Traffic } from '../engine/Traffic';
import { FakeBroker } from './FakeBroker';
import { START } from './shop';

export const ref = (name: string): ServiceRef => `component:default/${name}`;

const services = ['web', 'cart', 'orders', 'stock', 'mail'];

/** `cart → orders GET /orders/{id} 12`: what traces saw. */
export const trafficOf = (...seen: string[]): Traffic => {
  const calls = seen.map(text => {
    const [, from, to, operation, count] =
      /^(\S+) → (\S+) (.+) (\d+)$/.exec(text) ?? [];
    return { from, to, operation, calls: Number(count) };
  });
  return {
    evidence: {
      ...{ source: 'otlp', observedAt: toIso(START), validFor: 3_600_000 },
    },
    ...{ since: START - 3_600_000, tracedSince: () => START - 3_600_000 },
    pairs: new Map(
      calls.map(({ from, to, calls: n }) => [
        `${ref(from)} ${ref(to)}`,
        {
          ...{ consumer: ref(from), provider: ref(to), calls: n },
          isSync: true,
        },
      ]),
    ),
    operations: async (consumer, provider) =>
      calls
        .filter(
          ({ from, to }) => ref(from) === consumer && ref(to) === provider,
        )
        .map(({ operation, calls: n }) => ({ operation, calls: n })),
  };
};

const catalog: ApiCatalog = {
  services: new Map(
    services.map(name => [
      ref(name),
      { ref: ref(name), name, owner: { ref: 'group:default/shop' } },
    ]),
  ),
  apis: new Map([
    [
      'api:default/orders-api',
      {
        ...{ ref: 'api:default/orders-api', type: 'openapi' },
        providers: [ref('orders')],
      },
    ],
  ]),
  needs: new Map([
    [
      ref('cart'),
      {
        dependencies: [
          {
            ...{ ref: 'api:default/orders-api', name: 'orders-api' },
            relation: 'consumesApi' as const,
          },
        ],
      },
    ],
  ]),
};

/** The whole feature over one database, with a clock to turn and a broker to tell. */
export const contractsWorld = (database: Knex, isSetUp = true) => {
  const time = { now: START };
  const broker = new FakeBroker();
  const seen = { traffic: trafficOf() };
  const changed: ServiceRef[][] = [];
  const rounds: string[] = [];
  const told = { rows: 0 };
  const matched = { names: [...services], version: 1 };
  const contracts = createContracts({
    ...{ database, clock: () => time.now },
    logger: mockServices.logger.mock(),
    contractBrokers: isSetUp ? [broker] : [],
    names: {
      resolveAll: async names =>
        names.map(({ name }) =>
          matched.names.includes(name) ? { service: ref(name) } : undefined,
        ),
      version: async () => matched.version,
    },
    catalog: { read: async () => catalog },
    traffic: async () => seen.traffic,
    changed: async refs => {
      changed.push([...refs].sort());
    },
    rowsChanged: async () => {
      told.rows += 1;
    },
    askAnew: async source => rounds.push(source),
    webhookRest: 0,
  });
  const lost: string[] = [];
  return {
    ...{ database, time, broker, seen, changed, rounds, told, contracts, lost },
    /** from now on these names, and no others, stand for services */
    match(names: readonly string[]) {
      matched.names = [...names];
      matched.version += 1;
    },
    accept: (
      report: Parameters<typeof contracts.sections.contracts>[0],
      freshFor = 1_200_000,
    ) =>
      contracts.sections.contracts(report, {
        ...{ freshFor, lost: (cause: string) => lost.push(cause) },
      }),
    events: async (): Promise<string[]> => {
      const rows = await database('outbox_event').orderBy('id');
      return rows.map(({ topic, payload }) => {
        const { kind, words } = JSON.parse(payload);
        return `${topic}: ${kind} ${words}`;
      });
    },
  };
};

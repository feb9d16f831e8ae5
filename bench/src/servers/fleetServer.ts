import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { answerQuestions } from '../harness/answerQuestions';
import { startEventLoopProbe } from '../harness/eventLoopProbe';
import { createCallHistory } from '../worlds/callHistory';
import { createFleetCalls } from '../worlds/fleetCalls';
import { fleetCatalog, fleetEntities } from '../worlds/fleetCatalog';

/**
 * The real plugin, the real HTTP, authentication and permission stack of
 * Backstage, a real database; only the catalog is made up, because a real one
 * needs minutes to take in ten thousand entities and is not what is measured.
 */
const port = Number(process.env.BENCH_PORT);
const postgres = process.env.BENCH_POSTGRES;
/** settings of the receiver of traces; left out, there is none */
const otlp = process.env.BENCH_OTLP;
/** address of the Prometheus that measures objectives; left out, there is none */
const prometheus = process.env.BENCH_PROMETHEUS;

const sightline = {
  ...(otlp && { otlp: JSON.parse(otlp) }),
  ...(prometheus && {
    prometheus: {
      servers: [{ id: 'bench', url: prometheus, calls: { enabled: false } }],
    },
    slo: { templates: [{ preset: 'http' }] },
    // Asked when the benchmark says so, and believed until its end.
    sources: {
      'slo:prometheus:bench': {
        ...{ every: '1h', freshFor: '2h' },
        negativeCache: { for: '0s' },
      },
    },
  }),
};

const config = new ConfigReader({
  app: {
    title: 'Sightline',
    baseUrl: `http://127.0.0.1:${port}`,
    packages: 'all',
  },
  backend: {
    baseUrl: `http://127.0.0.1:${port}`,
    listen: { host: '127.0.0.1', port },
    database: postgres
      ? {
          client: 'pg',
          connection: postgres,
          prefix: `${process.env.BENCH_PREFIX}_`,
        }
      : {
          client: 'better-sqlite3',
          connection: { directory: process.env.BENCH_DATA },
        },
    auth: {
      externalAccess: [
        {
          type: 'static',
          options: { token: 'the-benchmark', subject: 'benchmark' },
        },
      ],
    },
  },
  auth: {
    providers: {
      guest: {
        userEntityRef: 'user:default/guest',
        ownershipEntityRefs: ['user:default/guest', 'group:default/team-3'],
        dangerouslyAllowOutsideDevelopment: true,
      },
    },
  },
  permission: { enabled: true },
  sightline,
});

const catalog = fleetCatalog(fleetEntities(Number(process.env.BENCH_SERVICES)));

const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => config,
  }),
);
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog,
  }),
);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@sightline/backstage-plugin-sightline-backend'));
if (otlp) {
  const history = createCallHistory();
  const probe = startEventLoopProbe();
  backend.add(
    import('@sightline/backstage-plugin-sightline-backend-module-otlp'),
  );
  backend.add(history.module);
  answerQuestions({ loop: probe.take, history: history.tell });
}
if (prometheus) {
  const calls = createFleetCalls();
  backend.add(calls.module);
  answerQuestions({ calls: calls.tell });
  backend.add(
    import('@sightline/backstage-plugin-sightline-backend-module-prometheus'),
  );
}
if (process.env.BENCH_APP) {
  backend.add(import('@backstage/plugin-app-backend'));
}
backend.start();

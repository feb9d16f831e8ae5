import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';

/**
 * Catalog, Sightline and its sources as a portal has them, on databases of their own,
 * in a process of its own: a worker thread inside needs what compiles it.
 */
const { HARBOUR_PORT, HARBOUR_DATA, HARBOUR_TOKEN, HARBOUR_CATALOG } =
  process.env;
/** Left out where nobody answers like Prometheus, like a Pact Broker, or like its clusters. */
const { HARBOUR_PROMETHEUS, HARBOUR_PACT, HARBOUR_KUBERNETES } = process.env;
const baseUrl = `http://127.0.0.1:${HARBOUR_PORT}`;

const config = new ConfigReader({
  app: { baseUrl },
  // Its name stands in front of those of some services: `harbour.ledger`.
  organization: { name: 'Harbour' },
  backend: {
    baseUrl,
    listen: { host: '127.0.0.1', port: Number(HARBOUR_PORT) },
    database: {
      client: 'better-sqlite3',
      connection: { directory: HARBOUR_DATA },
    },
    auth: {
      externalAccess: [
        {
          type: 'static',
          options: { token: HARBOUR_TOKEN, subject: 'truth' },
          accessRestrictions: [{ plugin: 'sightline' }],
        },
      ],
    },
  },
  catalog: {
    locations: [
      {
        type: 'file',
        target: HARBOUR_CATALOG,
        rules: [
          {
            allow: [
              ...['Group', 'User', 'Domain', 'System'],
              ...['Component', 'API', 'Resource', 'Location'],
            ],
          },
        ],
      },
    ],
  },
  permission: { enabled: false },
  ...(HARBOUR_KUBERNETES && {
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: ['harbour-eu1', 'harbour-us1'].map(name => ({
            ...{ name, url: `${HARBOUR_KUBERNETES}/k8s/clusters/${name}` },
            authProvider: 'serviceAccount',
            serviceAccountToken: HARBOUR_TOKEN,
          })),
        },
      ],
    },
  }),
  sightline: {
    intake: { spread: '0s' },
    otlp: {
      folder: `${HARBOUR_DATA}/otlp`,
      reportEvery: '500ms',
      // Ten minutes are told within seconds; nobody waits half a minute for the other side.
      pairing: { within: '10s' },
    },
    ...(HARBOUR_PROMETHEUS && {
      prometheus: {
        servers: [
          {
            ...{ id: 'harbour', url: HARBOUR_PROMETHEUS },
            // Who calls whom comes from spans: from metrics as well it would count double.
            calls: { enabled: false },
          },
        ],
      },
    }),
    ...(HARBOUR_PACT && {
      pact: { brokers: [{ id: 'harbour', url: HARBOUR_PACT }] },
    }),
    sources: {
      ...(HARBOUR_PROMETHEUS && {
        // A round is as of a full minute, and must stay fresh until the next one is there.
        'slo:prometheus:harbour': { every: '5s', freshFor: '70s' },
      }),
      ...(HARBOUR_PACT && {
        'pact:harbour': { every: '5s', freshFor: '10s' },
      }),
    },
  },
});

const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => config,
  }),
);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@sightline/backstage-plugin-sightline-backend'));
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-kubernetes'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-otlp'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-pact'),
);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-prometheus'),
);
backend.start();

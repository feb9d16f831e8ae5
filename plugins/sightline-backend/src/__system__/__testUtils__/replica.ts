import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  ok,
  sightlineSourcesExtensionPoint,
} from '@sightline/backstage-plugin-sightline-node';
import { appendFileSync } from 'node:fs';
import { harbourCatalog } from './harbourCatalog';

/**
 * One replica, in a process of its own: the real plugin on the real database,
 * a catalog of three services, and a source that writes down who asked it when.
 */
const { REPLICA_PORT, REPLICA_DATABASE, REPLICA_PREFIX, REPLICA_LOG } =
  process.env;
const baseUrl = `http://127.0.0.1:${REPLICA_PORT}`;

const replace = <T>(service: { id: string; T: T } | any, value: T) =>
  createServiceFactory({ service, deps: {}, factory: () => value as {} });

const backend = createBackend();
backend.add(
  replace(
    coreServices.rootConfig,
    new ConfigReader({
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port: Number(REPLICA_PORT) },
        database: {
          client: 'pg',
          connection: REPLICA_DATABASE,
          prefix: REPLICA_PREFIX,
        },
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: 'replica-test-token', subject: 'test' },
            },
          ],
        },
      },
      permission: { enabled: false },
    }),
  ),
);
backend.add(replace(catalogServiceRef, harbourCatalog()));
backend.add(
  createBackendModule({
    pluginId: 'sightline',
    moduleId: 'attendance',
    register: env =>
      env.registerInit({
        deps: { sources: sightlineSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource({
            id: 'attendance',
            title: 'Attendance',
            kind: 'pull',
            defaults: { every: { seconds: 1 }, timeout: { seconds: 5 } },
            async pull() {
              appendFileSync(
                REPLICA_LOG!,
                `${JSON.stringify({ pid: process.pid, at: Date.now() })}\n`,
              );
              return ok({});
            },
          });
        },
      }),
  }),
);
backend.add(import('../../index'));
backend.start();

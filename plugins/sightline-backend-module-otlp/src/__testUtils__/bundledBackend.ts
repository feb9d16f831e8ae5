import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  PushSource,
  sightlineSourcesExtensionPoint,
} from '@sightline/backstage-plugin-sightline-node';

/**
 * An adopter's backend, as small as it can be: opens what modules add and says
 * on the console what they counted.
 */
const sightline = createBackendPlugin({
  pluginId: 'sightline',
  register(env) {
    const sources: PushSource[] = [];
    env.registerExtensionPoint(sightlineSourcesExtensionPoint, {
      addSource: source => sources.push(source as PushSource),
    });
    env.registerInit({
      deps: { lifecycle: coreServices.lifecycle },
      async init({ lifecycle }) {
        lifecycle.addShutdownHook(async () => {
          await Promise.all(sources.map(source => source.close?.()));
        });
        for (const source of sources) {
          await source.open({
            accept: async ({ calls = [] }) => {
              const { length } = [calls].flat().flatMap(one => one.edges);
              process.stdout.write(`edges counted: ${length}\n`);
            },
            lost: () => {},
            evidence: () => {
              throw new Error('reports of calls carry none');
            },
          });
        }
      },
    });
  },
});

const backend = createBackend();
backend.add(sightline);
backend.add(
  import('@sightline/backstage-plugin-sightline-backend-module-otlp'),
);
backend.start();

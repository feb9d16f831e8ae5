import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sightlineSourcesExtensionPoint } from '@sightline/backstage-plugin-sightline-node';
import { createAccountClient } from './client/createAccountClient';
import { readPagerDutyConfig } from './readPagerDutyConfig';
import { createPagerDutySource } from './source/createPagerDutySource';

/**
 * Asks each account that is set up for PagerDuty's own plugin who is on call;
 * without any it does nothing.
 * @public
 */
export const sightlineModulePagerDuty = createBackendModule({
  pluginId: 'sightline',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: sightlineSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const { server, ...account } of readPagerDutyConfig(config)) {
          const client = createAccountClient(server);
          sources.addSource(createPagerDutySource({ ...account, client }));
        }
      },
    });
  },
});

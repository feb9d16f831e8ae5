import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sightlineSourcesExtensionPoint } from '@sightline/backstage-plugin-sightline-node';
import { createIcalSource } from './createIcalSource';
import { readIcalConfig } from './readIcalConfig';

/**
 * Reads each calendar in `sightline.oncall.calendars`; without any it does nothing.
 * @public
 */
export const sightlineModuleIcal = createBackendModule({
  pluginId: 'sightline',
  moduleId: 'ical',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        sources: sightlineSourcesExtensionPoint,
      },
      async init({ config, sources }) {
        for (const calendar of readIcalConfig(config)) {
          sources.addSource(createIcalSource(calendar));
        }
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createAnnouncer } from './Announcer';
import { createAnnouncingProcessor } from './AnnouncingProcessor';

/**
 * Lets Sightline show a change in the catalog within seconds, without waiting
 * for its next comparison.
 *
 * @public
 */
export const catalogModuleSightline = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'sightline',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ catalog, events, lifecycle, logger }) {
        const announcer = createAnnouncer({ events, logger });
        catalog.addProcessor(createAnnouncingProcessor({ announcer, logger }));
        lifecycle.addShutdownHook(() => announcer.stop());
      },
    });
  },
});

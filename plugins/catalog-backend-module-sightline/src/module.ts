import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createAnnouncer } from './Announcer';
import { createAnnouncingProcessor } from './AnnouncingProcessor';
import { createObservedDependencies } from './observed/createObservedDependencies';
import { readObservedConfig } from './observed/readObservedConfig';

/**
 * Lets Sightline show a change in the catalog within seconds, without waiting
 * for its next comparison; and, where `catalog.sightline.observedDependencies`
 * says so, lets the catalog show what Sightline saw.
 *
 * @public
 */
export const catalogModuleSightline = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'sightline',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
      },
      async init({ events, lifecycle, logger, processing, ...core }) {
        const announcer = createAnnouncer({ events, logger });
        processing.addProcessor(
          createAnnouncingProcessor({ announcer, logger }),
        );
        lifecycle.addShutdownHook(() => announcer.stop());

        const settings = readObservedConfig(core.config);
        if (!settings) return;
        const observed = createObservedDependencies({
          ...{ ...core, settings, logger },
        });
        processing.addProcessor(observed.processor);
        processing.addEntityProvider(observed.provider);
        core.rootLifecycle.addStartupHook(observed.start);
      },
    });
  },
});

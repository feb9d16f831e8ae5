import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { RequestHandler } from 'express';
import { createFeatures } from './createFeatures';
import { registerExtensionPoints } from './extensionPoints';
import { addCallsApi } from './features/calls';
import { addContractsApi } from './features/contracts';
import { addOnCallApi } from './features/oncall';
import {
  addBriefApi,
  addLookupApi,
  addSafeToDeployApi,
  addServicesApi,
} from './features/services';
import { addSloApi } from './features/slo';
import { addWorkloadsApi } from './features/workloads';
import { addIntakeApi } from './intake';
import { systemClock } from './platform/clock';
import { createGuard } from './platform/http/Guard';
import { addHealthRoutes, databaseCheck } from './platform/http/healthRoutes';
import { hideInternalErrors } from './platform/http/hideInternalErrors';
import { jsonBodies } from './platform/http/jsonBodies';
import { refuseNul } from './platform/http/refuseNul';
import { openDatabase } from './platform/openDatabase';
import { routeTelemetry } from './platform/telemetry/routeTelemetry';
import { createOpenApiRouter } from './schema/openapi/generated';

/**
 * The composition root: what is there, in the order in which it leans on each
 * other. Adding a feature is one folder and its lines here; adding a source is
 * a module of its own and no line here.
 *
 * @public
 */
export const sightlinePlugin = createBackendPlugin({
  pluginId: 'sightline',
  register(env) {
    const extensions = registerExtensionPoints(env);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(core) {
        const database = await openDatabase(core.database);
        const base = { ...core, database, clock: systemClock };
        const guard = createGuard(core.permissions);

        const features = createFeatures(base, extensions);
        const { services, calls, contracts, workloads, slo, intake } = features;
        const sources = features.deploySources;

        const router = await createOpenApiRouter();
        router.use(refuseNul());
        core.httpRouter.use(routeTelemetry());
        core.httpRouter.use(jsonBodies());
        core.httpRouter.use(router);
        core.httpRouter.use(
          hideInternalErrors(core.logger) as unknown as RequestHandler,
        );
        const access = addServicesApi(router, { ...base, services, guard });
        const catalog = services.directory;
        addCallsApi(router, { ...core, calls, access, catalog });
        addContractsApi(router, { ...core, contracts, access });
        addOnCallApi(router, {
          ...base,
          onCall: features.onCall,
          access,
          guard,
        });
        addWorkloadsApi(router, { ...core, workloads, access });
        addSloApi(router, { ...core, slo, access, guard });
        addSafeToDeployApi(router, { ...base, access, sources });
        const brief = { ...base, access, sources: features.briefSources };
        addBriefApi(router, brief);
        addLookupApi(router, { ...core, lookup: features.lookup, access });
        addIntakeApi(router, { ...core, intake, guard });
        addHealthRoutes(router, [databaseCheck(database), services.readiness]);
        for (const path of ['/v1/health', '/v1/readiness']) {
          core.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }

        core.lifecycle.addStartupHook(async () => {
          await services.start();
          await calls.start();
          await contracts.start();
          await workloads.start();
          await features.onCall.start();
          await slo.start();
          await features.lookup.start();
          await intake.start();
        });
        core.lifecycle.addShutdownHook(async () => {
          await intake.stop();
          await features.lookup.stop();
          await slo.stop();
          await features.onCall.stop();
          await workloads.stop();
          await contracts.stop();
          await calls.stop();
          await services.stop();
        });
      },
    });
  },
});

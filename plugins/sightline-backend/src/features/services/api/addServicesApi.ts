import {
  AuditorService,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  ServiceRef,
  sightlinePermissions,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../../platform/clock';
import { Guard } from '../../../platform/http/Guard';
import { rememberDecisions } from '../../../platform/http/rememberDecisions';
import { createOpenApiRouter } from '../../../schema/openapi/generated';
import { Services } from '../Services';
import { addAliasRoutes } from './aliasRoutes';
import { authorizedServices } from './AuthorizedServices';
import { serviceResourceRef, serviceRules } from './permissionRules';
import { addServiceActions } from './serviceActions';
import { addServiceRoutes } from './serviceRoutes';
import { createServiceAccess, ServiceAccess } from './ServiceAccess';

/**
 * Everything by which the outside asks this feature: routes, actions, permissions.
 * Answers who may see which services, for features that tell about them.
 */
export const addServicesApi = (
  router: Awaited<ReturnType<typeof createOpenApiRouter>>,
  options: {
    services: Services;
    guard: Guard;
    actionsRegistry: ActionsRegistryService;
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    userInfo: UserInfoService;
    clock: Clock;
  },
): ServiceAccess => {
  const { list, dossiers, aliases } = options.services;

  options.permissionsRegistry.addResourceType({
    resourceRef: serviceResourceRef,
    permissions: sightlinePermissions.filter(
      permission => permission.type === 'resource',
    ),
    rules: serviceRules,
    getResources: async refs => {
      const owners = await list.ownersOf(refs as ServiceRef[]);
      return refs.map(ref =>
        owners.has(ref) ? { ref, owner: owners.get(ref) } : undefined,
      );
    },
  });
  options.permissionsRegistry.addPermissions(
    sightlinePermissions.filter(permission => permission.type !== 'resource'),
  );

  const access = createServiceAccess({
    ...options,
    permissions: rememberDecisions(options.permissions, options),
    list,
  });
  const services = authorizedServices({ list, dossiers, access });
  addServiceRoutes(router, { ...options, services });
  addAliasRoutes(router, { ...options, aliases });
  addServiceActions(options.actionsRegistry, services);
  return access;
};
